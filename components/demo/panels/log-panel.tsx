/** @jsxImportSource preact */
import type { Film } from '@/lib/reading/film/film'
import type { Log, LogEntry } from '@/lib/reading/lists/log'
import type { Note } from '@/lib/reading/lists/notes'
import type { Phrase } from '@/lib/words/phrase'
import { type Cast, type DemoWords, entity } from '../cast'
import { PhraseText } from '../telling/phrase-text'
import { Windowed } from './windowed'

const ROW = 30
const HEIGHT = 330

/** The sentence of a note. */
export function noteSentence(words: DemoWords, note: Note): Phrase {
  // Each code has a sentence for exactly its own record, which TypeScript cannot follow through the lookup.
  const sentence = words.notes[note.code] as (note: Note) => Phrase
  return sentence(note)
}

interface Props {
  readonly cast: Cast
  readonly film: Film
  readonly log: Log
  readonly at: number
  readonly traffic: boolean
  readonly onTraffic: (traffic: boolean) => void
  readonly onSeek: (at: number) => void
}

/** The event log: Redis' own lines where it writes some, each a way to its instant. */
export function LogPanel({ cast, film, log, at, traffic, onTraffic, onSeek }: Props) {
  const { words } = cast
  const rows = traffic ? log.all : log.notable
  const current = rows.findLastIndex((index) => (film.run.events[index]?.at ?? Infinity) <= at)
  return (
    <>
      <label class="demo-check">
        <input type="checkbox" checked={traffic} onChange={(event) => onTraffic(event.currentTarget.checked)} />
        {words.log.traffic}
      </label>
      <Windowed
        count={rows.length}
        rowHeight={ROW}
        height={HEIGHT}
        reveal={current < 0 ? null : current}
        label={words.log.list}
        row={(index) => {
          const entry = log.entry(rows[index] ?? -1)
          return entry && <LogRow key={entry.index} cast={cast} entry={entry} current={index === current} onSeek={onSeek} />
        }}
      />
    </>
  )
}

function LogRow({
  cast,
  entry,
  current,
  onSeek,
}: {
  cast: Cast
  entry: LogEntry
  current: boolean
  onSeek: (at: number) => void
}) {
  const { words } = cast
  return (
    <li class="demo-row" aria-current={current ? 'step' : undefined}>
      <button type="button" aria-label={words.log.goTo(entry.at)} onClick={() => onSeek(entry.at)}>
        {words.seconds(entry.at, 3)}
      </button>
      {entry.host === null ? (
        <span class="demo-row-who">{words.log.network}</span>
      ) : (
        <span class="demo-row-who demo-host" {...entity(cast, entry.host)}>
          {entry.host}
        </span>
      )}
      <span class="demo-row-text">
        {entry.line !== null && <code translate={false}>{entry.line}</code>}
        {entry.note !== null && (
          <span>
            <PhraseText cast={cast} phrase={noteSentence(words, entry.note)} />
          </span>
        )}
      </span>
    </li>
  )
}
