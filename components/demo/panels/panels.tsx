/** @jsxImportSource preact */
import type { ComponentChild } from 'preact'
import { useState } from 'preact/hooks'
import type { Film } from '@/lib/reading/film/film'
import type { Log } from '@/lib/reading/lists/log'
import type { Cast, DemoWords } from '../cast'
import type { Lists, LoadLists } from './lists'
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
  readonly load: LoadLists
}

/** The ledger and the log of one run, closed until someone asks: what is closed is neither fetched nor made. */
export function Panels({ cast, name, film, log, at, traffic, onTraffic, onSeek, load }: Props) {
  const { words } = cast
  return (
    <div class="demo-panels demo-live">
      <Panel
        {...{ words, name, load }}
        title={words.player.ledger}
        count={film.verdict.attempted}
        draw={({ lists, LedgerPanel }) => <LedgerPanel {...{ cast, lists, film, at, onSeek }} />}
      />
      <Panel
        {...{ words, name, load }}
        title={words.player.log}
        count={(traffic ? log.all : log.notable).length}
        draw={({ lists, LogPanel }) => <LogPanel {...{ cast, lists, film, log, at, traffic, onTraffic, onSeek }} />}
      />
    </div>
  )
}

interface PanelProps {
  readonly words: DemoWords
  readonly name: string | null
  readonly title: string
  readonly count: number
  readonly load: LoadLists
  readonly draw: (lists: Lists) => ComponentChild
}

function Panel({ words, name, title, count, load, draw }: PanelProps) {
  const [open, setOpen] = useState(false)
  const lists = useFetched(open, load)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {name === null ? title : `${name} · ${title}`} <b>{words.number(count)}</b>
      </summary>
      {open && lists === 'failed' && <p class="demo-window demo-none">{words.player.listFailed}</p>}
      {open && lists !== 'failed' && lists !== null && draw(lists)}
    </details>
  )
}
