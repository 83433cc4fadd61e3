import { MILLISECOND } from '../../core/time'
import type { Key } from '../lock/keys'
import { ABSOLUTE, type Found, type Outcome, type Script, type Scripts } from '../lock/scripts'

const held = ({ key, now }: Found): number => (key === null ? -2 : Math.ceil((key.until - now) / MILLISECOND))

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

export const SCRIPTS: Scripts = { lock, fenced, unlock, renew, expire, token }
