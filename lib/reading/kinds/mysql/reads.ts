import type { Reply } from '@/lib/sim/journal'
import type { Run } from '@/lib/sim/outputs'
import { eventsOf } from '../../events'
import type { Verdict } from '../../verdict/verdict'

/** A `SELECT` that somebody typed. */
export interface Read {
  readonly at: number
  readonly index: number
  readonly on: string
  readonly command: string
  readonly reply: Reply
  /** The row that it asked for and read, while the client that wrote it had no answer; null otherwise. */
  readonly phantom: { readonly gone: boolean; readonly client: string; readonly server: string } | null
}

/** Whether it is one. */
export function isRead(command: string): boolean {
  return /^select\b/i.test(command)
}

/** Every one of a run. */
export function readsOf(run: Run, verdict: Verdict): readonly Read[] {
  return eventsOf(run, 'reply').flatMap(({ event, index }): Read[] => {
    const { at, on, command, reply } = event
    if (!isRead(command)) return []
    return [{ at, index, on, command, reply, phantom: phantomIn(run, verdict, at, command, reply) }]
  })
}

function phantomIn(run: Run, verdict: Verdict, at: number, command: string, reply: Reply): Read['phantom'] {
  const [, id] = /\bwhere id ?= ?(\d+)/i.exec(command) ?? []
  if (id === undefined || !Array.isArray(reply) || reply.length === 0) return null
  const write = verdict.writes.find(({ key }) => key.replaceAll(/\D/g, '') === id)
  if (write === undefined || write.server === null || write.sentAt > at) return null
  const { client, server, sentAt } = write
  // Nobody waits for an answer whose connection has gone.
  const left = eventsOf(run, 'disconnect').some(({ event }) => event.host === client && event.at > sentAt && event.at <= at)
  const waits = (write.answeredAt ?? Infinity) > at && !left
  return waits ? { gone: !write.survived, client, server } : null
}

/** When a replica first had each write in its relay log, µs, by the number of the write. */
export function receivedAt(run: Run): ReadonlyMap<number, number> {
  const times = new Map<number, number>()
  for (const { event } of eventsOf(run, 'relay-written')) if (!times.has(event.write)) times.set(event.write, event.at)
  return times
}
