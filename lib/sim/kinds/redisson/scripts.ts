import { MILLISECOND } from '../../core/time'
import { ABSOLUTE, type Found, type Outcome, type Script, type Scripts } from '../lock/scripts'

/** `PTTL`. */
function left({ key, now }: Found): number {
  return key === null ? -2 : Math.ceil((key.until - now) / MILLISECOND)
}

/** What it comes to when the owner's count changes by so much, or the lease alone. */
function kept({ key, name, owner, until }: Found, reply: Outcome['reply'], by = 0): Outcome {
  const count = by === 0 ? [] : [['HINCRBY', name, owner, String(by)]]
  return {
    reply,
    key: { owner: key?.owner ?? owner, count: (key?.count ?? 0) + by, until },
    commands: [...count, ['PEXPIREAT', name, ABSOLUTE]],
  }
}

/** On which an unlock is told of (L5). */
export function channelOf(name: string): string {
  return `redisson_lock__channel:{${name}}`
}

function isTaken({ key, owner }: Found): boolean {
  return key !== null && key.owner !== owner
}

/** Redisson's lock (L6). */
const lock: Script = (found) => (isTaken(found) ? { reply: left(found) } : kept(found, null, 1))

/** The fenced one counts every grant, in the same transaction (L24). */
const fenced: Script = (found) => {
  if (isTaken(found)) return { reply: [left(found), -1] }
  const token = found.token + 1
  const { commands = [], ...rest } = kept(found, [-1, token], 1)
  return { ...rest, token, commands: [...commands, ['INCR', `redisson_lock_token:{${found.name}}`]] }
}

/** Redisson's unlock: where there is a latch, it answers what is asked again (L7); who waits for the lock hears of it (L16). */
const unlock: Script = (found) => {
  const { key, name, owner, latch } = found
  if (latch !== null) return { reply: latch }
  if (key?.owner !== owner) return { reply: null }
  if (key.count > 1) return { ...kept(found, 0, -1), latched: 0 }
  const told = channelOf(name)
  const [count = []] = kept(found, 1, -1).commands ?? []
  return { reply: 1, latched: 1, told, commands: [count, ['DEL', name], ['PUBLISH', told, '0']] }
}

/** The watchdog's renewal (L17). */
const renew: Script = (found) => (found.key?.owner === found.owner ? kept(found, 1) : { reply: 0 })

/** `PEXPIRE` without a look at the owner (L22). */
const expire: Script = (found) => (found.key === null ? { reply: 0 } : kept(found, 1))

/** `GET` of the counter (L25). */
const token: Script = ({ token: count }) => ({ reply: count })

export const SCRIPTS: Scripts = { lock, fenced, unlock, renew, expire, token }
