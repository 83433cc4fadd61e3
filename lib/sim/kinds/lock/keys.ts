import type { Micros } from '../../core/time'
import type { Message } from '../messages'
import type { ClusterWorld } from '../protocol'
import type { ServerState } from '../redis/state'

/** A lock's key. */
export interface Key {
  /** The value of a `SET`, or the field of Redisson's hash. */
  readonly owner: string
  /** Of that field: how often the owner has taken it (L6). */
  readonly count: number
  /** It is there up to this instant by the clock of whoever looks (L1). */
  readonly until: Micros
}

/** What a server knows of locks. A key that has expired stays until somebody writes it: who looks sees to that. */
export interface Locks {
  readonly keys: Map<string, Key>
  /** The counters of fenced locks (L24). */
  readonly tokens: Map<string, number>
}

/** By the list of writes that a data set is made of: another data set is another list. */
const foldedOf = new WeakMap<readonly number[], { readonly locks: Locks; upTo: number }>()

/** The locks in a server's data, folded from the writes that made them. */
export function locksOf({ writes }: ClusterWorld, { data }: ServerState): Locks {
  const folded = foldedOf.get(data.writes) ?? { locks: { keys: new Map(), tokens: new Map() }, upTo: 0 }
  for (; folded.upTo < data.writes.length; folded.upTo += 1) apply(folded.locks, writes[data.writes[folded.upTo] as number])
  foldedOf.set(data.writes, folded)
  return folded.locks
}

/** What a script leaves is replicated as what it came to, with absolute times (L1, L6): a command of this name, and this. */
export const EFFECT = 'MULTI'

export function effectArgs(name: string, key?: Key, token = 0): string[] {
  return [name, key?.owner ?? '', String(key?.count ?? 0), String(key?.until ?? 0), String(token)]
}

function apply({ keys, tokens }: Locks, message: Message | undefined): void {
  if (message?.type !== 'command' || message.name !== EFFECT) return
  leave({ keys, tokens }, message.args)
}

/** A key, and perhaps a latch behind it. */
function leave(locks: Locks, [name = '', owner = '', count, until, token, ...more]: readonly string[]): void {
  const { keys, tokens } = locks
  if (owner === '') keys.delete(name)
  else keys.set(name, { owner, count: Number(count), until: Number(until) })
  if (Number(token) > 0) tokens.set(name, Number(token))
  if (more.length > 0) leave(locks, more)
}
