import { versionNumber } from '../lock/version-number'

/** How a version of Redisson behaves, and what it is set to. */
export interface Redisson {
  /** Its settings: those of L17, L8, L11, L14, L19 and L16. */
  readonly lockWatchdogTimeout: number
  readonly slavesSyncTimeout: number
  readonly checkLockSyncedSlaves: boolean
  readonly timeout: number
  readonly scanInterval: number
  readonly waitTime: number
  /** Where the number of replicas to wait for comes from (L9). */
  readonly counts: 'none' | 'list' | 'asked' | 'cached'
  /** What number of confirmations, of those waited for, is an error (L11). */
  readonly judges: 'never' | 'unequal' | 'fewer' | 'none'
  /** What becomes of the lock after such an error (L11). */
  readonly after: 'stuck' | 'undone' | 'retried'
  /** Further tries after an error, and the least and most milliseconds between two (L13, L14). */
  readonly retryAttempts: number
  readonly resentIn: readonly [least: number, most: number]
  /** A renewal that failed is not the last (L18). */
  readonly renewsOn?: true
  /** A cached count is thrown away at any other number, not only at a smaller one (L9). */
  readonly strictCache?: true
  /** Errors after which the command is sent again (L19). */
  readonly resentAfter: readonly string[]
  /** An unlock leaves a latch (L7). */
  readonly latches?: true
  /** A lock script that was not answered is not sent again to a single server (L14). */
  readonly sentOnce?: true
}

/** Milliseconds, where they are times. */
const FIRST: Redisson = {
  lockWatchdogTimeout: 30_000,
  slavesSyncTimeout: 1000,
  checkLockSyncedSlaves: true,
  timeout: 3000,
  scanInterval: 1000,
  waitTime: 0,
  counts: 'none',
  judges: 'never',
  after: 'stuck',
  retryAttempts: 3,
  resentIn: [1500, 1500],
  resentAfter: [],
}

/** What each release changed. */
const RELEASES: readonly (readonly [version: string, change: Partial<Redisson>])[] = [
  ['3.12.5', { counts: 'list' }],
  ['3.16.7', { judges: 'unequal' }],
  ['3.17.0', { judges: 'fewer' }],
  ['3.17.5', { judges: 'none' }],
  ['3.18.1', { counts: 'asked' }],
  ['3.20.0', { after: 'undone' }],
  ['3.20.1', { after: 'retried' }],
  ['3.24.0', { latches: true }],
  ['3.25.0', { after: 'stuck' }],
  ['3.27.0', { counts: 'cached' }],
  ['3.27.1', { resentAfter: ['READONLY'] }],
  ['3.31.0', { resentAfter: ['READONLY', 'NOREPLICAS'] }],
  ['3.37.0', { sentOnce: true }],
  ['3.44.0', { renewsOn: true }],
  ['3.46.0', { strictCache: true }],
  ['3.47.0', { after: 'retried' }],
  ['3.48.0', { retryAttempts: 4, resentIn: [1000, 2000] }],
]

export function redissonOf(version: string): Redisson {
  const number = versionNumber(version)
  const changes = RELEASES.filter(([since]) => versionNumber(since) <= number).map(([, change]) => change)
  return Object.assign({ ...FIRST }, ...changes)
}

/** Whether so many confirmations, of those waited for, are an error (L11). */
export function isUnsynced(judges: Redisson['judges'], asked: number, confirmed: number): boolean {
  if (judges === 'never') return false
  if (judges === 'unequal') return confirmed !== asked
  return judges === 'fewer' ? confirmed < asked : confirmed === 0 && asked > 0
}
