/** Virtual time: integer microseconds since the start of the run. Negative before it. */
export type Micros = number

export const MILLISECOND: Micros = 1_000
export const SECOND: Micros = 1_000_000

/** Long before every run: the value of "last time" fields that have no last time. */
export const NEVER: Micros = -1e15

/** Milliseconds of a scenario as microseconds, rounded to the nearest. */
export function micros(ms: number): Micros {
  return Math.round(ms * MILLISECOND)
}
