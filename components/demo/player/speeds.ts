/** Microseconds of cluster time that a second of play may show. */
export const SPEEDS = [2_000, 20_000, 100_000, 500_000, 1_000_000, 2_000_000, 5_000_000] as const

export type Speed = (typeof SPEEDS)[number]

/** Play of a whole run takes about this long at first, seconds. */
const COMFORTABLE = 18
/** A message is shown for at least this part of a second of play. */
const SHOWN = 0.35

/** The speed a demo of this length starts with. */
export function firstSpeed(end: number): Speed {
  return SPEEDS.find((speed) => end / speed <= COMFORTABLE) ?? SPEEDS[SPEEDS.length - 1] ?? 5_000_000
}

/** For how much cluster time a message is shown at least, µs. */
export function shownFor(speed: number): number {
  return Math.round(speed * SHOWN)
}
