/** How a RedLock client takes and leaves its lock (L26–L30). */
export interface RedLock {
  /** Whether it is decided by the first majority of answers, or when all are there. */
  readonly decidedBy: 'majority' | 'all'
  /** Whether what is left of the validity is looked at. */
  readonly validity: boolean
  /** Whether it releases everywhere before it tries again. */
  readonly releasesBetween: boolean
  /** Whether it gives up a server that does not answer. */
  readonly patience: boolean
}

const REDLOCKS: Readonly<Record<string, RedLock>> = {
  spec: { decidedBy: 'all', validity: true, releasesBetween: true, patience: true },
  '4.2.0': { decidedBy: 'all', validity: true, releasesBetween: true, patience: false },
  '5.0.0-beta.2': { decidedBy: 'majority', validity: false, releasesBetween: false, patience: false },
}

export const REDLOCK_VERSIONS = Object.keys(REDLOCKS)

export function redLockOf(version: string): RedLock {
  return REDLOCKS[version] as RedLock
}

/** The package's defaults (L27); the specified RedLock waits for a server 50 ms at most (L26). */
export const REDLOCK_DEFAULTS = { driftFactor: 0.01, retryCount: 10, retryDelay: 200, retryJitter: 100, nodeTimeout: 50 }
