import type { ComponentProps } from 'react'

/** A link that is known as one by where it stands. */
export function QuietLink({ className = '', children, ...rest }: ComponentProps<'a'>) {
  return (
    <a
      className={`inline-block py-1 text-soft no-underline hover:text-ink hover:underline hover:decoration-1 ${className}`}
      {...rest}
    >
      {children}
    </a>
  )
}
