/** @jsxImportSource preact */
import { useMemo, useState } from 'preact/hooks'
import { logOf } from '@/lib/reading/lists/log'
import { entryOf, type LogEntry } from '@/lib/reading/lists/log-entry'
import type { Note } from '@/lib/reading/lists/notes'
import type { Phrase } from '@/lib/words/phrase'
import type { Cast, ListWords } from '../cast'
import { StepButton } from '../player/step-button'
import { neighbour } from '../player/steps'
import { HostName } from '../telling/host-name'
import { PhraseText } from '../telling/phrase-text'
import type { PanelProps } from './lists'
import { Row, RowTime, Windowed } from './windowed'

/** The sentence of a note. */
export function noteSentence(lists: ListWords, note: Note): Phrase {
  // Each code has a sentence for exactly its own record, which TypeScript cannot follow through the lookup.
  const sentence = lists.notes[note.code] as (note: Note) => Phrase
  return sentence(note)
}

/** The event log: Redis' own lines where it writes some, each a way to its instant, and steps from one to the next. */
export function LogPanel({ cast, lists, film, at, onSeek }: PanelProps) {
  const [traffic, setTraffic] = useState(false)
  const { run } = film
  const log = useMemo(() => logOf(run), [run])
  const rows = traffic ? log.all : log.notable
  const times = useMemo(() => rows.map((index) => run.events[index]?.at ?? 0), [run, rows])
  const current = times.findLastIndex((time) => time <= at)
  const step = (name: 'previousEvent' | 'nextEvent', direction: 1 | -1) => (
    <StepButton name={name} label={cast.words.player[name]} to={neighbour(times, at, direction)} small onSeek={onSeek} />
  )
  return (
    <>
      <div class="flex items-center gap-1 py-1.5 text-xs">
        {step('previousEvent', -1)}
        {step('nextEvent', 1)}
        <label class="ml-2 inline-flex items-center gap-1.5">
          <input
            type="checkbox"
            class="size-4 accent-ink"
            checked={traffic}
            onChange={(event) => setTraffic(event.currentTarget.checked)}
          />
          {lists.log.traffic}
        </label>
      </div>
      <Windowed
        count={rows.length}
        reveal={current < 0 ? null : current}
        label={lists.log.list}
        row={(index) => {
          const entry = entryOf(run, log, rows[index] ?? -1)
          return entry && <LogRow key={entry.index} {...{ cast, lists, entry, current: index === current, onSeek }} />
        }}
      />
    </>
  )
}

interface RowProps {
  readonly cast: Cast
  readonly lists: ListWords
  readonly entry: LogEntry
  readonly current: boolean
  readonly onSeek: (at: number) => void
}

function LogRow({ cast, lists, entry, current, onSeek }: RowProps) {
  const { words } = cast
  return (
    <Row current={current}>
      <RowTime label={lists.log.goTo(entry.at)} text={words.instant(entry.at, 3)} onGo={() => onSeek(entry.at)} />
      <span class="min-w-11 flex-none font-semibold text-ink">
        {entry.host === null ? lists.log.network : <HostName cast={cast} host={entry.host} />}
      </span>
      {entry.line !== null && (
        <code class="text-ink" translate={false}>
          {entry.line}
        </code>
      )}
      {entry.note !== null && (
        <span>
          <PhraseText cast={cast} phrase={noteSentence(lists, entry.note)} />
        </span>
      )}
    </Row>
  )
}
