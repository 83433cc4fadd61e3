import type { ReactNode } from 'react'

interface Props {
  /** What leads back from the page. */
  readonly way?: ReactNode
  readonly title: string
  /** What the page comes to, in a sentence or two. */
  readonly lede: ReactNode
  /** What else is told at the head of the page. */
  readonly children?: ReactNode
}

/** The head of a page. */
export function Hero({ way, title, lede, children }: Props) {
  return (
    <div className="max-w-[47rem] pt-13 max-sm:pt-10 print:pt-0">
      {way}
      <h1 className="text-[clamp(2rem,1.35rem+2.9vw,2.75rem)] leading-[1.12] tracking-[-0.028em] zh:text-[clamp(1.75rem,1.3rem+2vw,2.375rem)] zh:leading-[1.3] zh:tracking-normal">
        {title}
      </h1>
      <p className="mt-4 text-[clamp(1.125rem,1.05rem+0.35vw,1.3125rem)] leading-normal text-pretty text-soft zh:leading-[1.7]">
        {lede}
      </p>
      {children}
    </div>
  )
}
