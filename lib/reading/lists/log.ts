import type { JournalEvent } from '@/lib/sim/journal'
import type { Run } from '@/lib/sim/outputs'
import { type Rows, rowOf } from '../events'
import { mentionOf, type Note } from './notes'
import { redisLine } from './redis-lines'

export interface LogEntry {
  /** Index of the event in the journal. */
  readonly index: number
  readonly at: number
  /** The host whose process would have written the line; null for what happens to the network. */
  readonly host: string | null
  /** Redis' own words, where it has some for this (R157, R158). */
  readonly line: string | null
  readonly note: Note | null
}

export interface Log {
  /** Indexes of the events that a reader follows, in order: everything but the single messages of the traffic. */
  readonly notable: readonly number[]
  /** Indexes of all events that can be shown. */
  readonly all: readonly number[]
  /** One line of the log, made when it is looked at. */
  entry(index: number): LogEntry | null
}

/** What the scan of a journal leaves behind for its lines: who was the primary, and where the answers changed. */
interface Context {
  /** Whom each sentinel takes for the primary, and what each client was answered last. */
  readonly beliefs: Map<string, string>
  readonly answers: Map<string, string | null>
  readonly primaryAt: Map<number, string>
  readonly changes: Set<number>
}

const SCAN: Partial<Rows<[Context, index: number], void>> = {
  settled({ sentinels }, { beliefs }) {
    for (const { host, primary } of sentinels) beliefs.set(host, primary)
  },
  sentinel({ host, target, to }, { beliefs, primaryAt }, index) {
    primaryAt.set(index, beliefs.get(host) ?? target)
    if (to !== undefined) beliefs.set(host, to)
  },
  answer({ host, error }, { answers, changes }, index) {
    const before = answers.get(host)
    if (before !== error && !(before === undefined && error === null)) changes.add(index)
    answers.set(host, error)
  },
}

/** The event log of a run: in the words of Redis' own logs where it has such. */
export function logOf({ events }: Run): Log {
  const context: Context = { beliefs: new Map(), answers: new Map(), primaryAt: new Map(), changes: new Set() }
  const { primaryAt, changes } = context
  const notable: number[] = []
  const all: number[] = []
  events.forEach((event, index) => {
    rowOf(SCAN, event)?.(event, context, index)
    const { rank } = mentionOf(event)
    if (rank === 'silent') return
    all.push(index)
    if (rank === 'notable' || changes.has(index)) notable.push(index)
  })
  return {
    all,
    notable,
    entry(index) {
      const event = events[index]
      return event === undefined ? null : entryOf(event, index, primaryAt.get(index) ?? null, changes.has(index))
    },
  }
}

function entryOf(event: JournalEvent, index: number, primary: string | null, changed: boolean): LogEntry {
  const { at, host } = event
  const { note } = mentionOf(event)
  const told: Note | null = changed && note?.code === 'answer' ? { code: 'answers-change', error: note.error } : note
  return { index, at, host, line: redisLine(event, primary), note: told }
}
