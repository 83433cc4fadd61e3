import type { ClusterWorld } from '../protocol'
import type { Call, LockState, Settings } from './state'

type Act<Conf extends Settings> = (world: ClusterWorld, lock: LockState<Conf>) => void

/** What comes after a call: all its answers are there, or there is an error instead. */
export type Step<Conf extends Settings = Settings> = (
  world: ClusterWorld,
  lock: LockState<Conf>,
  call: Call,
  error: string | null,
) => void

/** What a client does by its algorithm. */
export interface Program<Conf extends Settings = Settings> {
  /** Tries to take the lock. */
  readonly attempt: Act<Conf>
  /** Lets go of it, after `unlock()` was called. */
  readonly leave: Act<Conf>
  /** The next round of a try, or the end of its sleep. */
  readonly again?: Act<Conf>
  /** Makes it last longer. */
  readonly renew?: Act<Conf>
  /** Asks for the token with which the holder writes; absent: it writes with what it was granted. */
  readonly askToken?: Act<Conf>
  /** What comes after each call. */
  readonly steps: Readonly<Record<string, Step<Conf>>>
}
