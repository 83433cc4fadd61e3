import type { ReactNode } from 'react'
import type { Spot } from '@/lib/content/spot'
import { words } from '@/lib/words/words'
import type { InLocale } from './bound'

interface Props extends InLocale {
  readonly spot: Spot
  /** The instant as prose prints it: `18.1 s`. */
  readonly time: string
  readonly children: ReactNode
}

const CHIP = [
  'rounded-full bg-accent/12 px-[0.45em] py-[0.12em] font-medium whitespace-nowrap no-underline',
  'hover:bg-accent/22 aria-[current]:bg-accent aria-[current]:text-bg',
  'print:bg-transparent print:p-0 print:font-normal print:text-ink',
].join(' ')

/** Drawn, not written: what is read out and copied is the time. */
const NUMBER = [
  'before:mr-[0.35em] before:inline-grid before:size-[1.55em] before:place-items-center before:rounded-full before:border',
  'before:border-current before:align-[0.08em] before:text-[0.75em] before:leading-none before:font-strong',
  'before:content-[attr(data-number)]',
].join(' ')

/** An instant that takes the demo which shows it there, in the colour of where one is, with its number on the demo's axis. */
export function Chip({ spot, time, locale, children }: Props) {
  const { demo, at, moment, number } = spot
  const { chip } = words(locale).site
  return (
    <a
      className={number === null ? CHIP : `${CHIP} -ml-[0.1em] in-[td]:ml-0 pl-[0.25em] print:ml-0 ${NUMBER}`}
      href={`#${demo}`}
      aria-label={number === null ? chip.instant(time) : chip.moment(number, time)}
      data-demo={demo}
      data-at={at}
      data-moment={moment ?? undefined}
      data-number={number ?? undefined}
      suppressHydrationWarning
    >
      {children}
    </a>
  )
}
