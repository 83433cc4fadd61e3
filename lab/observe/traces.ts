import type { Reply } from '@/lib/sim/journal'
import type { Left } from '@/lib/sim/kinds/redis/commands/values'
import { isWrite, WRITE_FORMS } from '@/lib/sim/kinds/redis/commands/writes'

/** A write of the lab, in words. */
interface Write {
  readonly words: readonly string[]
  readonly write: number
}

/** How a single write is found again in the data. Workloads name a key or an element for each. */
export interface Trace {
  /** The read that asks for it. */
  ask(args: readonly string[]): readonly string[]
  /** Whether the answer says that it is there; `sent`: everything that was written. */
  holds(reply: Reply, write: Write, sent: readonly Write[]): boolean
}

/** By what a command leaves. */
const TRACES: Readonly<Record<NonNullable<Left>, Trace>> = {
  value: { ask: ([key = '']) => ['GET', key], holds: wasSet },
  member: { ask: ([key = '', member = '']) => ['SISMEMBER', key, member], holds: (reply) => reply === 1 },
  element: { ask: ([key = '', element = '']) => ['LPOS', key, element], holds: (reply) => typeof reply === 'number' },
}

/** The trace that a command leaves, null when it leaves none; undefined for one that does not write. */
export function traceOf(name: string): Trace | null | undefined {
  const upper = name.toUpperCase()
  if (!isWrite(upper)) return undefined
  const { leaves } = WRITE_FORMS[upper]
  return leaves === null ? null : TRACES[leaves]
}

function wasSet(reply: Reply, { words: [, key, value], write }: Write, sent: readonly Write[]): boolean {
  if (reply === value || reply === null) return reply === value
  // A write that was overwritten was there before.
  return sent.some(
    ({ words: [name, other, text], write: later }) =>
      later > write && name?.toUpperCase() === 'SET' && other === key && text === reply,
  )
}
