/** How a client takes its lock; the names are those of scenarios. */
export const ALGORITHMS = [
  /** `SET name random NX PX lease`, and a release that looks at the value first (L1, L2). */
  'set-nx',
  /** Redisson's `RLock` (L6). */
  'redisson',
  /** Redisson's `RFencedLock` (L24). */
  'redisson-fenced',
  /** Redisson's `RedissonMultiLock` and `RedissonRedLock`, one `RLock` on each of several servers (L20). */
  'redisson-multi',
  'redisson-redlock',
  /** RedLock as specified, or as a version of the npm package `redlock` (L26, L27). */
  'redlock',
] as const

export type Algorithm = (typeof ALGORITHMS)[number]

/** What a scenario says of a lock. All times are milliseconds. */
export interface LockSpec {
  /** Of the key. */
  readonly name: string
  readonly algorithm: Algorithm
  /** Of the client library whose behaviour it has; absent for `set-nx`. */
  readonly version?: string
  /** Null: a watchdog renews it (L17). */
  readonly leaseMs: number | null
  /** How long the application works before it unlocks; null: to the end. */
  readonly holdMs: number | null
  /** From one try to the next, while it neither tries nor holds. */
  readonly everyMs: number
  /** Of the first try; 0 when absent. */
  readonly fromMs?: number
  /** Between being granted the lock and the first write: the application's pause between check and use (L4). */
  readonly pauseAfterMs?: number
  /** The resource to which the holder writes; absent: to none. */
  readonly writesTo?: string
  /** From one write to the next; 500 when absent. */
  readonly writeEveryMs?: number
  /** What a fenced lock's writes carry: the token of the grant (when absent), or what `getToken()` finds at the time (L25). */
  readonly token?: 'lockAndGetToken' | 'getToken'
  readonly conf?: LockConf
}

/** Settings under the names that they have in the libraries. Milliseconds, and counts. */
export interface LockConf {
  readonly lockWatchdogTimeout?: number
  readonly checkLockSyncedSlaves?: boolean
  readonly slavesSyncTimeout?: number
  readonly timeout?: number
  readonly retryAttempts?: number
  readonly retryInterval?: number
  readonly scanInterval?: number
  /** The first argument of `tryLock`: how long it waits for a lock that another has. */
  readonly waitTime?: number
  readonly driftFactor?: number
  readonly retryCount?: number
  readonly retryDelay?: number
  readonly retryJitter?: number
  /** With it a lock is used by `using()`, which extends it (L29). */
  readonly automaticExtensionThreshold?: number
  /** Of the specified RedLock: how long one server is waited for (L26). */
  readonly nodeTimeout?: number
}

interface Locking {
  readonly lock: LockSpec
  readonly timeoutMs?: undefined
}

/** A client that takes a lock: on one server, on whichever the sentinels name, or on several at once. */
export type LockClient = Locking &
  (
    | { readonly connect: string; readonly sentinels?: undefined }
    | { readonly connect: 'sentinel'; readonly sentinels: readonly string[] }
    | { readonly connect: readonly string[]; readonly sentinels?: undefined }
  )
