import type { MOMENTS } from './moments/moments'
import type { Story } from './moments/story'

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

type Kinds = typeof MOMENTS

export type MomentCode = keyof Kinds

/** A decisive moment of a run: a code and what its sentence needs. */
export type MomentOf<C extends MomentCode> = {
  [D in C]: Kinds[D] extends MomentKind<infer Told> ? { readonly code: D } & Told : never
}[C]

export type Moment = MomentOf<MomentCode>

/** A moment with the number that it has on the axis and in the storyboard, and on both sides of a comparison. */
export type NumberedMoment = Moment & { readonly number: number }

/** Index of the last moment that has happened at `at`; −1 before the first. */
export function momentAt(moments: readonly Moment[], at: number): number {
  return moments.findLastIndex((moment) => moment.at <= at)
}
