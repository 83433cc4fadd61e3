import type { Reply } from '@/lib/sim/journal'
import { errorWord } from '../resp'
import type { Seen } from '../writer/protocol'
import { isWrite, keyOf, wordsIn } from '../writer/workload'

/** A command that somebody typed on the host of a server or a sentinel. */
export interface Typed {
  /** Index of the action. */
  readonly action: number
  readonly host: string
  /** As the scenario says it. */
  readonly on: string
  readonly command: string
  /** As it went over the wire. */
  readonly words: readonly string[]
  /** Microseconds since time zero. */
  readonly since: number
}

/** A write is sent by its host, as those of clients are, and numbered by its action. */
export function sentWhenTyped({ action, host, words, since }: Typed): readonly Seen[] {
  if (!isWrite(words)) return []
  const key = keyOf(words)
  return [{ at: since, host, type: 'send', by: null, workload: null, server: host, write: action, key, words, due: since }]
}

/** What came of it. `broken`: the connection ended first, and nobody knows whether it was executed. */
export function answeredWhenTyped(typed: Typed, at: number, reply: Reply, broken: boolean): readonly Seen[] {
  const { action, host, on, command, words, since } = typed
  const [name = '', ...args] = wordsIn(words)
  const told: Seen = {
    at,
    host,
    type: 'reply',
    by: null,
    action,
    on,
    command,
    name: name.toUpperCase(),
    args,
    took: at - since,
    reply,
  }
  if (broken || !isWrite(words)) return [told]
  return [{ at, host, type: 'answer', by: null, write: action, error: errorWord(reply) }, told]
}
