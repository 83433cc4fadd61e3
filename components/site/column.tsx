import type { HTMLAttributes } from 'react'

interface Props extends HTMLAttributes<HTMLElement> {
  readonly as?: 'div' | 'main'
}

/** As wide as a page may be, and clear of the edges of the window; on paper the sheet has its own margins. */
export function Column({ as: Tag = 'div', className = '', ...rest }: Props) {
  return <Tag className={`mx-auto w-full max-w-[calc(var(--page)+3rem)] px-6 max-sm:px-5 print:px-0 ${className}`} {...rest} />
}
