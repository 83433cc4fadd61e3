import { useState } from 'react'
import type { Film } from '@/lib/reading/film/film'
import type { Log } from '@/lib/reading/lists/log'
import type { Cast } from '../cast'
import { LedgerPanel } from './ledger-panel'
import { LogPanel } from './log-panel'

interface Props {
  readonly cast: Cast
  /** Which run of a comparison; null where there is only one. */
  readonly name: string | null
  readonly film: Film | null
  readonly log: Log | null
  readonly at: number
  readonly traffic: boolean
  readonly onTraffic: (traffic: boolean) => void
  readonly onSeek: (at: number) => void
}

/** The ledger and the log of one run, closed until someone asks. What is closed is not made. */
export function Panels({ cast, name, film, log, at, traffic, onTraffic, onSeek }: Props) {
  const { words } = cast
  const whose = name === null ? '' : `${name} · `
  const [open, setOpen] = useState({ ledger: false, log: false })
  return (
    <div className="demo-panels demo-live">
      <details onToggle={(event) => setOpen({ ...open, ledger: event.currentTarget.open })}>
        <summary>
          {whose}
          {words.ledger.title} <b>{film ? words.number(film.verdict.attempted) : ''}</b>
        </summary>
        {open.ledger && film && <LedgerPanel cast={cast} film={film} at={at} onSeek={onSeek} />}
      </details>
      <details onToggle={(event) => setOpen({ ...open, log: event.currentTarget.open })}>
        <summary>
          {whose}
          {words.log.title} <b>{log ? words.number((traffic ? log.all : log.notable).length) : ''}</b>
        </summary>
        {open.log && film && log && <LogPanel {...{ cast, film, log, at, traffic, onTraffic, onSeek }} />}
      </details>
    </div>
  )
}
