/** @jsxImportSource preact */
import type { ComponentChild } from 'preact'
import { useState } from 'preact/hooks'
import type { Film } from '@/lib/reading/film/film'
import type { Log } from '@/lib/reading/lists/log'
import type { Cast, DemoWords } from '../cast'
import { useFetched } from './use-fetched'

interface Props {
  readonly cast: Cast
  /** Which run of a comparison; null where there is only one. */
  readonly name: string | null
  readonly film: Film
  readonly log: Log
  readonly at: number
  readonly traffic: boolean
  readonly onTraffic: (traffic: boolean) => void
  readonly onSeek: (at: number) => void
}

const loadLedger = () => import('./ledger-panel')
const loadLog = () => import('./log-panel')

/** The ledger and the log of one run, closed until someone asks: what is closed is neither fetched nor made. */
export function Panels({ cast, name, film, log, at, traffic, onTraffic, onSeek }: Props) {
  const { words } = cast
  return (
    <div class="demo-panels demo-live">
      <Panel
        {...{ words, name, load: loadLedger }}
        title={words.ledger.title}
        count={film.verdict.attempted}
        draw={({ LedgerPanel }) => <LedgerPanel {...{ cast, film, at, onSeek }} />}
      />
      <Panel
        {...{ words, name, load: loadLog }}
        title={words.log.title}
        count={(traffic ? log.all : log.notable).length}
        draw={({ LogPanel }) => <LogPanel {...{ cast, film, log, at, traffic, onTraffic, onSeek }} />}
      />
    </div>
  )
}

interface PanelProps<Part extends object> {
  readonly words: DemoWords
  readonly name: string | null
  readonly title: string
  readonly count: number
  readonly load: () => Promise<Part>
  readonly draw: (part: Part) => ComponentChild
}

function Panel<Part extends object>({ words, name, title, count, load, draw }: PanelProps<Part>) {
  const [open, setOpen] = useState(false)
  const part = useFetched(open, load)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {name === null ? title : `${name} · ${title}`} <b>{words.number(count)}</b>
      </summary>
      {open && part === 'failed' && <p class="demo-window demo-none">{words.player.listFailed}</p>}
      {open && part !== 'failed' && part !== null && draw(part)}
    </details>
  )
}
