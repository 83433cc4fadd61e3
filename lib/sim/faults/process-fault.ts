import type { ClusterWorld } from '../kinds/protocol'
import type { Target } from '../scenario/process'

/** What a process is like. */
export type Status = 'running' | 'paused' | 'dead'

/** What is known of an action that is done to processes. */
export interface ProcessFault<Deed> {
  /** What a process must be like. */
  readonly needs: readonly Status[]
  /** What a process is like afterwards; null: as before. */
  readonly leaves: Status | null
  /** Does it; `action` is its number in the scenario. */
  apply(world: ClusterWorld, deed: Deed, action: number): void
  /** The processes to which it is done. */
  target(deed: Deed): Target
}
