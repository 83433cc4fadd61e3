/** @jsxImportSource preact */
import { entryOf, type LogEntry } from '@/lib/reading/lists/log-entry'
import type { Note } from '@/lib/reading/lists/notes'
import type { Phrase } from '@/lib/words/phrase'
import { type Cast, entity, type ListWords } from '../cast'
import { PhraseText } from '../telling/phrase-text'
import type { PanelProps } from './lists'
import { Windowed } from './windowed'

const ROW = 30
const HEIGHT = 330

/** The sentence of a note. */
export function noteSentence(lists: ListWords, note: Note): Phrase {
  // Each code has a sentence for exactly its own record, which TypeScript cannot follow through the lookup.
  const sentence = lists.notes[note.code] as (note: Note) => Phrase
  return sentence(note)
}

/** The event log: Redis' own lines where it writes some, each a way to its instant. */
export function LogPanel({ cast, lists, film, log, at, traffic, onTraffic, onSeek }: PanelProps) {
  const rows = traffic ? log.all : log.notable
  const current = rows.findLastIndex((index) => (film.run.events[index]?.at ?? Infinity) <= at)
  return (
    <>
      <label class="demo-check">
        <input type="checkbox" checked={traffic} onChange={(event) => onTraffic(event.currentTarget.checked)} />
        {lists.log.traffic}
      </label>
      <Windowed
        count={rows.length}
        rowHeight={ROW}
        height={HEIGHT}
        reveal={current < 0 ? null : current}
        label={lists.log.list}
        row={(index) => {
          const entry = entryOf(film.run, log, rows[index] ?? -1)
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
    <li class="demo-row" aria-current={current ? 'step' : undefined}>
      <button type="button" aria-label={lists.log.goTo(entry.at)} onClick={() => onSeek(entry.at)}>
        {words.seconds(entry.at, 3)}
      </button>
      {entry.host === null ? (
        <span class="demo-row-who">{lists.log.network}</span>
      ) : (
        <span class="demo-row-who demo-host" {...entity(cast, entry.host)}>
          {entry.host}
        </span>
      )}
      <span class="demo-row-text">
        {entry.line !== null && <code translate={false}>{entry.line}</code>}
        {entry.note !== null && (
          <span>
            <PhraseText cast={cast} phrase={noteSentence(lists, entry.note)} />
          </span>
        )}
      </span>
    </li>
  )
}
