import type { Micros } from '../../core/time'
import type { ClusterWorld } from '../protocol'
import type { Call, LockState } from './state'

type Act = (world: ClusterWorld, lock: LockState) => void

/** What comes after a call: all its answers are there, or it was given up for this reason. */
export interface Step {
  done(world: ClusterWorld, lock: LockState, call: Call): void
  failed(world: ClusterWorld, lock: LockState, call: Call, error: string): void
}

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
  /** Asks for the token with which the holder writes; absent: it writes with what it was granted. */
  readonly askToken?: Act
  /** What comes after each call. */
  readonly steps: Readonly<Record<string, Step>>
  /** Where it sends again what was not answered: when, and after which errors, too. Absent: a lost connection is an answer. */
  readonly resends?: {
    delay(lock: LockState): Micros
    after(lock: LockState): readonly string[]
  }
}
