import type { ReactNode } from 'react'

interface Props {
  /** Its distance from what is above. */
  readonly className: string
  readonly children: ReactNode
}

/** What is to be known about an article, in a row. The dots stand between the facts; one that begins a line falls outside the clip. */
export function Facts({ className, children }: Props) {
  return (
    <p
      className={`-ml-[1.4em] flex flex-wrap text-sm text-soft tabular-nums [clip-path:inset(0_0_0_1.4em)] ${className}`}
      data-facts=""
    >
      {children}
    </p>
  )
}

export function Fact({ children }: { children: ReactNode }) {
  return (
    <span className="relative pl-[1.4em] before:absolute before:left-0 before:w-[1.4em] before:text-center before:content-['·']">
      {children}
    </span>
  )
}
