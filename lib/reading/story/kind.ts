import type { Run } from '@/lib/sim/outputs'
import type { Acks } from '../film/acks'
import type { Fates } from '../film/fates'
import type { Frames } from '../film/frame'
import type { Holdings } from '../film/holdings'
import type { Lanes } from '../film/lanes'
import type { Verdict } from '../verdict/verdict'

/** What the moments are found in. */
export interface Story {
  readonly run: Run
  readonly verdict: Verdict
  readonly lanes: Lanes
  readonly frames: Frames
  readonly fates: Fates
  readonly holdings: Holdings
  readonly acks: Acks
}

/** When a moment was, microseconds, and which event of the journal it was. */
export interface Instant {
  readonly at: number
  readonly index: number
}

/** All that is known of one kind of moment; `Told` is what its sentence needs, codes and values, no words. */
export interface MomentKind<Told extends Instant> {
  /** What a reader must not miss comes first; of equal weight, the earlier. */
  readonly weight: number
  /**
   * `always`: it decides the run, and is told however many moments that makes. `room`: while there is room. `filler`: only to make up the
   * number.
   */
  readonly told: 'always' | 'room' | 'filler'
  find(story: Story): readonly Told[]
}
