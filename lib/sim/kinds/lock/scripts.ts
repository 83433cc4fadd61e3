import type { Micros } from '../../core/time'
import { NOREPLICAS, READONLY } from '../../errors'
import type { Reply } from '../../reply'
import { newWrite } from '../client/command'
import type { ClusterWorld } from '../protocol'
import { writesPass } from '../redis/gate'
import { feedWrite } from '../redis/replication/stream'
import { reply as answer } from '../redis/served-client'
import { commandBytes } from '../redis/sizes'
import { type ServerState, take } from '../redis/state'
import { aheadOf } from './clock'
import { EFFECT, effectArgs, type Key, locksOf } from './keys'
import { say } from './outcome'

/** What a script finds: the key, unless it has expired, its counter, and what was passed. */
export interface Found {
  readonly key: Key | null
  readonly token: number
  readonly name: string
  readonly owner: string
  /** The end of a time to live that begins now. */
  readonly until: Micros
  /** By the server's own clock (L1). */
  readonly now: Micros
  /** What the latch holds that was named, too; null: nothing (L7). */
  readonly latch: number | null
}

/** What it answers, and what it leaves where it leaves something: the key as it is from then on, and the commands that are replicated for it. */
export interface Outcome {
  readonly reply: Reply
  readonly key?: Key
  readonly token?: number
  readonly commands?: readonly (readonly string[])[]
  /** What the latch holds from then on, where one was named. */
  readonly latched?: number
  /** A channel whose listeners are told. */
  readonly told?: string
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
  [, script = '', name = '', owner = '', ttl, latch = '', latchTtl]: readonly string[],
): Reply {
  const ahead = aheadOf(world, server)
  const now = world.now + ahead
  const { keys, tokens } = locksOf(world, server)
  const keyOf = (key: string) => {
    const known = keys.get(key)
    return known !== undefined && now <= known.until ? known : null
  }
  const found = keyOf(name)
  const { reply, key, token, commands, latched, told } = (scripts[script] as Script)({
    key: found,
    token: tokens.get(name) ?? 0,
    name,
    owner,
    until: now + Number(ttl),
    now,
    latch: keyOf(latch)?.count ?? null,
  })
  if (commands === undefined) return reply
  if (!writesPass(server)) return { error: NOREPLICAS }
  if (server.role === 'replica') return { error: READONLY }
  // A key that has expired is deleted by who finds it, and the replicas hear of that.
  const whole = found === null && keys.has(name) ? [['DEL', name], ...commands] : [...commands]
  const args = effectArgs(name, key, token)
  if (latched !== undefined && latch !== '') {
    args.push(...effectArgs(latch, { owner: latch, count: latched, until: now + Number(latchTtl) }))
    whole.push(['SET', latch, String(latched), 'PXAT', ABSOLUTE])
  }
  const write = replicate(world, server, args, whole)
  const { host } = server
  const until = (key?.until ?? now) - ahead
  say(world, host, { type: 'lock-key', name, write, owner: key?.owner ?? null, until, token: token ?? null })
  for (const client of Object.values(server.clients))
    if (told !== undefined && client.channel === told) answer(world, client, ['message', told, '0'], -1)
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
