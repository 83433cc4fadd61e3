import type { HTMLAttributes } from 'react'

interface Props extends HTMLAttributes<HTMLElement> {
  readonly as?: 'div' | 'section'
}

/**
 * How far apart what stands in prose is, and how wide: it keeps the measure, unless it is a figure, which may be as wide as the page.
 * Without specificity, so that what stands there can have a say of its own.
 */
const LOOKS = [
  '[:where(&_p)]:text-pretty [:where(&>*+*)]:mt-[1.1em] [:where(&>:not(figure,[data-island]))]:max-w-measure',
  // After contents that stand in the margin it follows the head of the page.
  'broad:[[data-contents]+&]:mt-10',
].join(' ')

/** Text, and what is set among it. */
export function Prose({ as: Tag = 'div', className = '', ...rest }: Props) {
  return <Tag className={`${LOOKS} ${className}`} data-prose="" {...rest} />
}
