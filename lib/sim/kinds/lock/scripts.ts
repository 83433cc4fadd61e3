import { MILLISECOND, type Micros, micros } from '../../core/time'
import { emit } from '../../core/world'
import { NOREPLICAS, READONLY } from '../../errors'
import type { Reply } from '../../reply'
import { newWrite } from '../client/command'
import type { ClusterWorld } from '../protocol'
import { writesPass } from '../redis/gate'
import type { Eval, ReplyMessage } from '../redis/messages'
import { feedWrite } from '../redis/replication/stream'
import { commandBytes } from '../redis/sizes'
import { type ServerState, take } from '../redis/state'
import { EFFECT, effectArgs, type Key, locksOf } from './keys'

/** What a script finds: the key, unless it has expired, its counter, and what was passed. */
interface Found {
  readonly key: Key | null
  readonly token: number
  readonly name: string
  readonly owner: string
  readonly ttl: Micros
  readonly now: Micros
}

/** What it answers, and what it leaves: the key as it is from then on, and the commands that are replicated for it. */
interface Outcome {
  readonly reply: Reply
  readonly left?: { readonly key: Key | null; readonly token?: number; readonly commands: readonly (readonly string[])[] }
}

type Script = (found: Found) => Outcome

/** As long as every absolute time in milliseconds is (L1). */
const ABSOLUTE = '1700000000000'

const held = ({ key, now }: Found): number => (key === null ? -2 : Math.ceil((key.until - now) / MILLISECOND))

/** `SET name value NX PX ttl` (L1). */
const setNx: Script = ({ key, name, owner, ttl, now }) =>
  key !== null
    ? { reply: null }
    : { reply: 'OK', left: { key: { owner, count: 1, until: now + ttl }, commands: [['SET', name, owner, 'PXAT', ABSOLUTE]] } }

/** If the value is one's own, `DEL` (L2). */
const release: Script = ({ key, name, owner }) =>
  key?.owner === owner ? { reply: 1, left: { key: null, commands: [['DEL', name]] } } : { reply: 0 }

/** If the value is one's own, `SET` again (L29). */
const extend: Script = ({ key, name, owner, ttl, now }) =>
  key?.owner === owner
    ? { reply: 1, left: { key: { ...key, until: now + ttl }, commands: [['SET', name, owner, 'PXAT', ABSOLUTE]] } }
    : { reply: 0 }

function taken({ key, name, owner, ttl, now }: Found): NonNullable<Outcome['left']> | null {
  if (key !== null && key.owner !== owner) return null
  return {
    key: { owner, count: (key?.count ?? 0) + 1, until: now + ttl },
    commands: [
      ['HINCRBY', name, owner, '1'],
      ['PEXPIREAT', name, ABSOLUTE],
    ],
  }
}

/** Redisson's lock (L6). */
const lock: Script = (found) => {
  const left = taken(found)
  return left === null ? { reply: held(found) } : { reply: null, left }
}

/** The fenced one counts every grant, in the same transaction (L24). */
const fenced: Script = (found) => {
  const left = taken(found)
  if (left === null) return { reply: [held(found), -1] }
  const token = found.token + 1
  const count = ['INCR', `redisson_lock_token:{${found.name}}`]
  return { reply: [-1, token], left: { ...left, token, commands: [...left.commands, count] } }
}

/** Redisson's unlock (L7). */
const unlock: Script = ({ key, name, owner, ttl, now }) => {
  if (key?.owner !== owner) return { reply: null }
  if (key.count === 1) return { reply: 1, left: { key: null, commands: [['DEL', name]] } }
  const commands = [
    ['HINCRBY', name, owner, '-1'],
    ['PEXPIREAT', name, ABSOLUTE],
  ]
  return { reply: 0, left: { key: { owner, count: key.count - 1, until: now + ttl }, commands } }
}

function prolonged({ name, ttl, now }: Found, key: Key): Outcome {
  return { reply: 1, left: { key: { ...key, until: now + ttl }, commands: [['PEXPIREAT', name, ABSOLUTE]] } }
}

/** The watchdog's renewal (L17). */
const renew: Script = (found) => (found.key?.owner === found.owner ? prolonged(found, found.key) : { reply: 0 })

/** `PEXPIRE` without a look at the owner (L22). */
const expire: Script = (found) => (found.key === null ? { reply: 0 } : prolonged(found, found.key))

/** `GET` of the counter (L25). */
const token: Script = ({ token: count }) => ({ reply: count })

const SCRIPTS: Readonly<Record<string, Script>> = { 'set-nx': setNx, release, extend, lock, fenced, unlock, renew, expire, token }

/**
 * Executes a script of a lock client: what it leaves is a write of the server, replicated as what it came to. One that only looks is
 * refused by no gate and by no replica.
 */
export function execute(world: ClusterWorld, server: ServerState, { script, args }: Eval): ReplyMessage {
  const [name = '', owner = '', ttl = '0'] = args
  const locks = locksOf(world, server)
  const known = locks.keys.get(name)
  const key = known !== undefined && world.now <= known.until ? known : null
  const found = { key, token: locks.tokens.get(name) ?? 0, name, owner, ttl: micros(Number(ttl)), now: world.now }
  const { reply, left } = (SCRIPTS[script] as Script)(found)
  if (left === undefined) return { type: 'reply', reply, write: -1 }
  if (!writesPass(server)) return { type: 'reply', reply: { error: NOREPLICAS }, write: -1 }
  if (server.role === 'replica') return { type: 'reply', reply: { error: READONLY }, write: -1 }
  // A key that has expired is deleted by who finds it, and the replicas hear of that.
  const gone = known !== undefined && key === null ? [['DEL', name]] : []
  const write = leave(world, server, name, left.key, left.token ?? null, [...gone, ...left.commands])
  return { type: 'reply', reply, write }
}

function leave(
  world: ClusterWorld,
  server: ServerState,
  name: string,
  key: Key | null,
  token: number | null,
  commands: readonly (readonly string[])[],
): number {
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
  return write
}
