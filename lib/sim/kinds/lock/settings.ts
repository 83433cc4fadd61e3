import { integerIn, type Stream } from '../../core/random'
import { type Micros, micros } from '../../core/time'
import type { Algorithm, LockConf, LockSpec } from './spec'
import { redissonOf } from './versions'

/** Redisson's defaults (L8, L14, L17, L19), and those of `redlock` (L27); the specified one waits for a server 50 ms at most (L26). */
const DEFAULTS = {
  lockWatchdogTimeout: 30_000,
  slavesSyncTimeout: 1000,
  timeout: 3000,
  scanInterval: 1000,
  waitTime: 0,
  driftFactor: 0.01,
  retryCount: 10,
  retryDelay: 200,
  retryJitter: 100,
  nodeTimeout: 50,
} as const satisfies LockConf

/** A client of `SET NX` asks a sentinel as often as it would try, and gives a server up after a second: no library prescribes it. */
const OF_SET_NX = { scanInterval: 200, timeout: 1000 } as const satisfies LockConf

/** A setting of a lock, be it by default; durations in milliseconds. */
export function settingOf({ algorithm, conf }: LockSpec, name: keyof typeof DEFAULTS): number {
  const own = algorithm === 'set-nx' ? { ...OF_SET_NX, ...conf } : conf
  return own?.[name] ?? DEFAULTS[name]
}

/** The lease of a grant: the one asked for, or the watchdog's (L17). */
export function leaseOf(spec: LockSpec): Micros {
  return micros(spec.leaseMs ?? settingOf(spec, 'lockWatchdogTimeout'))
}

/** How often a request is sent again (L14); only Redisson's are. */
export function attemptsOf({ algorithm, version, conf }: LockSpec): number {
  return usesRedisson(algorithm) ? (conf?.retryAttempts ?? redissonOf(version ?? '').retries.times) : 0
}

/** The time until something is tried again (L13, L14). */
export function retryDelayOf({ version, conf }: LockSpec, random: Stream): Micros {
  const { least, most } = redissonOf(version ?? '').retries
  return micros(conf?.retryInterval ?? integerIn(random, least, most))
}

export function usesRedisson(algorithm: Algorithm): boolean {
  return algorithm.startsWith('redisson')
}
