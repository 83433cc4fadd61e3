import type { ReactNode } from 'react'
import type { EvidenceWords } from '@/lib/words/en/evidence'
import { Allowed, Dots, Hill } from './plot-marks'

/** What the marks of a plot mean. */
export function PlotKey({ words }: { words: EvidenceWords }) {
  const { key, keyReal, keySimulated, keyAllowed } = words.plot
  const row = 'flex flex-wrap gap-x-7 gap-y-[0.35rem]'
  return (
    <div className={`mt-9 border-y border-line py-3 text-sm text-soft ${row}`}>
      <p className="font-strong text-ink">{key}</p>
      <ul className={row}>
        <Sign means={keyReal}>
          <Dots d="M10 6h0" runs={1} />
        </Sign>
        <Sign means={keySimulated}>
          <Hill d="M2 12V9h3V4h4V1h4v4h3v4h2v3z" />
        </Sign>
        <Sign means={keyAllowed}>
          <Allowed d="M0 0H20V12H0z" />
        </Sign>
      </ul>
    </div>
  )
}

function Sign({ means, children }: { means: string; children: ReactNode }) {
  return (
    <li>
      <svg viewBox="0 0 20 12" className="mr-[0.5em] inline-block h-[0.95em] w-[1.6em] align-[-0.08em]" aria-hidden="true">
        {children}
      </svg>
      {means}
    </li>
  )
}
