import { integerIn } from '../../core/random'
import { type Micros, micros } from '../../core/time'
import type { Program } from '../lock/program'
import type { Call, LockState } from '../lock/state'
import { type Redisson, redissonOf } from './versions'

/** `slavesSyncTimeout` (L8) and `timeout` (L14). */
const SYNC_TIMEOUT_MS = 1000
const TIMEOUT_MS = 3000

export function behaviourOf({ plan }: LockState): Redisson {
  return redissonOf(plan.client.lock.version ?? '')
}

export function syncTimeoutOf({ plan }: LockState): number {
  return plan.client.lock.conf?.slavesSyncTimeout ?? SYNC_TIMEOUT_MS
}

/** How often something is tried again (L13, L14). */
export function attemptsOf(lock: LockState): number {
  return lock.plan.client.lock.conf?.retryAttempts ?? behaviourOf(lock).retries.times
}

/** The time until then. */
export function retryDelayOf(lock: LockState): Micros {
  const { least, most } = behaviourOf(lock).retries
  return micros(lock.plan.client.lock.conf?.retryInterval ?? integerIn(lock.random, least, most))
}

/** How long and how often an answer is waited for; a `WAIT` has its own time besides (L14). */
export function persistence(lock: LockState, asked: number): Pick<Call, 'attempts' | 'patienceMs'> {
  const timeout = lock.plan.client.lock.conf?.timeout ?? TIMEOUT_MS
  return { attempts: attemptsOf(lock), patienceMs: timeout + (asked > 0 ? syncTimeoutOf(lock) : 0) }
}

export const RESENDS: NonNullable<Program['resends']> = {
  delay: retryDelayOf,
  after: (lock) => behaviourOf(lock).resentAfter,
}
