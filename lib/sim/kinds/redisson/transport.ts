import { integerIn } from '../../core/random'
import { type Micros, micros } from '../../core/time'
import type { Program } from '../lock/program'
import type { LockConf, LockSpec } from '../lock/spec'
import type { Call, LockState } from '../lock/state'
import { type Redisson, redissonOf } from './versions'

/** Redisson's settings, with those that the scenario has (milliseconds), and how its version behaves. */
export type Conf = Redisson & Pick<LockConf, 'retryInterval'> & typeof OWN

/** `lockWatchdogTimeout` (L17), `slavesSyncTimeout` (L8), `timeout` (L14), `scanInterval` (L19); a multi lock does not wait. */
const OWN = {
  lockWatchdogTimeout: 30_000,
  slavesSyncTimeout: 1000,
  checkLockSyncedSlaves: true,
  timeout: 3000,
  scanInterval: 1000,
  waitTime: 0,
}

export function confOf({ version = '' }: LockSpec): Conf {
  return { ...OWN, ...redissonOf(version) }
}

/** The time until something is tried again (L13, L14). */
export function retryDelayOf({ conf, random }: LockState<Conf>): Micros {
  return micros(conf.retryInterval ?? integerIn(random, ...conf.retryDelay))
}

/** How long and how often an answer is waited for; a `WAIT` has its own time besides (L14). */
export function persistence({ conf }: LockState<Conf>, asked: number): Pick<Call, 'attempts' | 'patienceMs'> {
  return { attempts: conf.retryAttempts, patienceMs: conf.timeout + (asked > 0 ? conf.slavesSyncTimeout : 0) }
}

export const RESENDS: Program<Conf>['resends'] = {
  delay: retryDelayOf,
  after: ({ conf }) => conf.resentAfter,
}
