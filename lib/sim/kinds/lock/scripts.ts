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
  /** The end of a time to live that begins now. */
  readonly until: Micros
  readonly now: Micros
}

/** What it answers, and what it leaves where it leaves something: the key as it is from then on, and the commands that are replicated for it. */
export interface Outcome {
  readonly reply: Reply
  readonly key?: Key | null
  readonly token?: number
  readonly commands?: readonly (readonly string[])[]
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
  [, script = '', name = '', owner = '', ttl]: readonly string[],
): Reply {
  const { now } = world
  const { keys, tokens } = locksOf(world, server)
  const known = keys.get(name)
  const found = known !== undefined && now <= known.until ? known : null
  const outcome = (scripts[script] as Script)({
    key: found,
    token: tokens.get(name) ?? 0,
    name,
    owner,
    until: now + Number(ttl),
    now,
  })
  const { reply, key = null, token = null, commands } = outcome
  if (commands === undefined) return reply
  if (!writesPass(server)) return { error: NOREPLICAS }
  if (server.role === 'replica') return { error: READONLY }
  // A key that has expired is deleted by who finds it, and the replicas hear of that.
  const gone = known !== undefined && found === null ? [['DEL', name]] : []
  const write = replicate(world, server, effectArgs(name, key, token), [...gone, ...commands])
  const { host } = server
  const until = key?.until ?? now
  emit(world, { at: now, host, type: 'lock-key', by: world.cause, name, write, owner: key?.owner ?? null, until, token })
  return reply
}

/** Makes a write of what a script leaves: its number. */
function replicate(
  world: ClusterWorld,
  server: ServerState,
  args: readonly string[],
  commands: readonly (readonly string[])[],
): number {
  const whole = commands.length > 1 ? [['MULTI'], ...commands, ['EXEC']] : commands
  const bytes = whole.reduce((sum, [command = '', ...words]) => sum + commandBytes(command, words), 0)
  const { write } = newWrite(world, EFFECT, args, bytes)
  world.changes[write] = 1
  take(world, server, write)
  feedWrite(world, server, bytes, write)
  return write
}
