import type { Micros } from '../../core/time'
import { emit } from '../../core/world'
import { NOREPLICAS, READONLY } from '../../errors'
import type { Reply } from '../../reply'
import { newWrite } from '../client/command'
import type { ClusterWorld } from '../protocol'
import { writesPass } from '../redis/gate'
import { feedWrite } from '../redis/replication/stream'
import { commandBytes } from '../redis/sizes'
import { type ServerState, take } from '../redis/state'
import { EFFECT, effectArgs, type Key, locksOf } from './keys'

/** What a script finds: the key, unless it has expired, its counter, and what was passed. */
export interface Found {
  readonly key: Key | null
  readonly token: number
  readonly name: string
  readonly owner: string
  readonly ttl: Micros
  readonly now: Micros
}

/** What it answers, and what it leaves: the key as it is from then on, and the commands that are replicated for it. */
export interface Outcome {
  readonly reply: Reply
  readonly left?: { readonly key: Key | null; readonly token?: number; readonly commands: readonly (readonly string[])[] }
}

export type Script = (found: Found) => Outcome

export type Scripts = Readonly<Record<string, Script>>

/** As long as every absolute time in milliseconds is (L1). */
export const ABSOLUTE = '1700000000000'

/**
 * Executes a script of a lock client: what it leaves is a write of the server, replicated as what it came to. One that only looks is
 * refused by no gate and by no replica.
 */
export function execute(
  world: ClusterWorld,
  server: ServerState,
  scripts: Scripts,
  [, script = '', ...args]: readonly string[],
): Reply {
  const [name = '', owner = '', ttl] = args
  const locks = locksOf(world, server)
  const known = locks.keys.get(name)
  const key = known !== undefined && world.now <= known.until ? known : null
  const found = { key, token: locks.tokens.get(name) ?? 0, name, owner, ttl: Number(ttl), now: world.now }
  const { reply, left } = (scripts[script] as Script)(found)
  if (left === undefined) return reply
  if (!writesPass(server)) return { error: NOREPLICAS }
  if (server.role === 'replica') return { error: READONLY }
  // A key that has expired is deleted by who finds it, and the replicas hear of that.
  const gone = known !== undefined && key === null ? [['DEL', name]] : []
  leave(world, server, name, left.key, left.token ?? null, [...gone, ...left.commands])
  return reply
}

function leave(
  world: ClusterWorld,
  server: ServerState,
  name: string,
  key: Key | null,
  token: number | null,
  commands: readonly (readonly string[])[],
): void {
  const whole = commands.length > 1 ? [['MULTI'], ...commands, ['EXEC']] : commands
  const bytes = whole.reduce((sum, [command = '', ...args]) => sum + commandBytes(command, args), 0)
  const { write } = newWrite(world, EFFECT, effectArgs(name, key, token), bytes)
  world.changes[write] = 1
  take(world, server, write)
  feedWrite(world, server, bytes, write)
  const { host } = server
  const until = key?.until ?? world.now
  const owner = key?.owner ?? null
  emit(world, { at: world.now, host, type: 'lock-key', by: world.cause, name, write, owner, until, token })
}
