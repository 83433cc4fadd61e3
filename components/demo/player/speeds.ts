import type { Film } from '@/lib/reading/film/film'
import { paceAt } from '@/lib/reading/film/pace'

/** Microseconds of cluster time that a second of play may show. */
export const SPEEDS = [2_000, 20_000, 100_000, 500_000, 1_000_000, 2_000_000, 5_000_000, 10_000_000] as const

export type Speed = (typeof SPEEDS)[number]

/** Play of a whole run takes about this long at first but for what goes slower, which takes as long again, seconds. */
const COMFORTABLE = 10
/** A message is shown for at least this part of a second of play. */
const SHOWN = 0.35
/** But never for longer than this, µs: at a great speed all messages of seconds would stand on the stage. */
const LONGEST_SHOWN = 400_000

/** The speed that a demo of this length starts with. */
export function firstSpeed(end: number): Speed {
  return SPEEDS.find((speed) => end / speed <= COMFORTABLE) ?? 10_000_000
}

/** Microseconds of cluster time that a second of play shows at an instant of runs side by side: the pace of the slowest. */
export function paceOf(films: readonly Film[], at: number, speed: number): number {
  return Math.min(...films.map((film) => paceAt(film, at, speed)))
}

/** For how much cluster time a message is shown at least, µs. */
export function shownFor(pace: number): number {
  return Math.round(Math.min(LONGEST_SHOWN, pace * SHOWN))
}
