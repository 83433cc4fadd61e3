import type { ClusterWorld } from '../protocol'
import type { Steps } from './calls'
import type { LockState } from './state'

type Act = (world: ClusterWorld, lock: LockState) => void

/** What a client does by its algorithm. */
export interface Program {
  /** Tries to take the lock. */
  readonly attempt: Act
  /** Lets go of it, after `unlock()` was called. */
  readonly leave: Act
  /** The next round of a try. */
  readonly again?: Act
  /** Makes it last longer. */
  readonly renew?: Act
  /** What comes after each call. */
  readonly steps: Steps
}
