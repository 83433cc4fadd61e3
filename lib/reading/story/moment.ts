import type { LOCK_MOMENTS } from '../kinds/locks/moments'
import type { MYSQL_MOMENTS } from '../kinds/mysql/moments'
import type { MomentKind } from './kind'
import type { MOMENTS } from './moments/moments'

/** Those of every run, and those that come with a kind of process. */
type Kinds = typeof MOMENTS & typeof MYSQL_MOMENTS & typeof LOCK_MOMENTS

export type MomentCode = keyof Kinds
/** Those that the words of every demo have a sentence for. */
export type CommonMomentCode = keyof typeof MOMENTS

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
