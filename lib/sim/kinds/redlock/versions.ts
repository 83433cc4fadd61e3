/** How a RedLock client takes and leaves its lock (L26–L30). */
export interface RedLock {
  /**
   * Decided by the first majority of answers; what is left of the validity is not looked at, and nothing is released before the next try.
   * Else it waits for all answers, looks, and releases everywhere.
   */
  readonly hasty?: true
  /** It gives up a server that does not answer. */
  readonly patience?: true
}

const REDLOCKS: Readonly<Record<string, RedLock>> = { spec: { patience: true }, '4.2.0': {}, '5.0.0-beta.2': { hasty: true } }

export const REDLOCK_VERSIONS = Object.keys(REDLOCKS)

export function redLockOf(version: string): RedLock {
  return REDLOCKS[version] as RedLock
}

/** The package's defaults (L27); the specified RedLock waits for a server 50 ms at most (L26). */
export const REDLOCK_DEFAULTS = { driftFactor: 0.01, retryCount: 10, retryDelay: 200, retryJitter: 100, nodeTimeout: 50 }
