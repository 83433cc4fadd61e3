import type { Run } from '@/lib/sim/outputs'
import { rowOf } from '../events'
import type { Log } from './log'
import { type Note, noteOf } from './notes'
import { OWN_LINES } from './own-lines'
import { redisLine } from './redis-lines'

export interface LogEntry {
  /** Index of the event in the journal. */
  readonly index: number
  readonly at: number
  /** The host whose process would have written the line; null for what happens to the network. */
  readonly host: string | null
  /** The server's own words, where it has some for this (of Redis: R157, R158). */
  readonly line: string | null
  readonly note: Note | null
}

/** One line of the log of a run: in the words of Redis' own logs where it has such. Null where the journal has no such event. */
export function entryOf({ events }: Run, { primaryAt, changes }: Log, index: number): LogEntry | null {
  const event = events[index]
  if (event === undefined) return null
  const { at, host } = event
  const note = noteOf(event)
  const told: Note | null = changes.has(index) && note?.code === 'answer' ? { code: 'answers-change', error: note.error } : note
  return {
    index,
    at,
    host,
    line: redisLine(event, primaryAt.get(index) ?? null) ?? rowOf(OWN_LINES, event)?.(event) ?? null,
    note: told,
  }
}
