import { randomBytes } from 'node:crypto'
import { channelOf, LATCHED_UNLOCK, UNLOCK } from './scripts'

/** What is sent to unlock once. */
export interface Unlocking {
  readonly script: string
  readonly moreKeys: readonly string[]
  readonly moreArgs: readonly string[]
  /** To be deleted afterwards; null: there is none. */
  readonly latch: string | null
}

/** With a latch of its own, which lives as long as it may be asked for again, where the version has one (L7). */
export function unlocking(
  name: string,
  latches: true | undefined,
  { timeoutMs, attempts, delayMs }: { readonly timeoutMs: number; readonly attempts: number; delayMs(): number },
): Unlocking {
  const channel = channelOf(name)
  if (latches === undefined) return { script: UNLOCK, moreKeys: [channel], moreArgs: [], latch: null }
  const latch = `redisson_unlock_latch:{${name}}:${randomBytes(16).toString('hex')}`
  const ttl = Math.round((timeoutMs + delayMs()) * attempts)
  return { script: LATCHED_UNLOCK, moreKeys: [channel, latch], moreArgs: [String(Math.max(1, ttl))], latch }
}
