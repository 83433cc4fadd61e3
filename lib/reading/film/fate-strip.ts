import type { Verdict } from '../verdict/verdict'
import type { ShownFate } from './fate-changes'
import type { Fates } from './fates'

/** From the bottom of a bar to its top. */
export const SHOWN_FATES = [
  'safe',
  'risk',
  'lost',
  'unanswered',
  'refused',
  'no-connection',
] as const satisfies readonly ShownFate[]

export type Counts = Readonly<Record<ShownFate, number>>

/** The writes sent in one slice of time, counted by what became of them. */
export interface Slice {
  readonly from: number
  readonly to: number
  readonly counts: Counts
  /** Writes that are yet to be sent: nothing is known of them. */
  readonly unsent: number
}

export interface Strip {
  /** Length of one slice, microseconds. */
  readonly every: number
  readonly slices: readonly Slice[]
  /** Most writes in one slice: the full height. */
  readonly most: number
}

const SECOND = 1_000_000
/** Lengths that divide a second or are whole seconds. */
const LENGTHS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5, 1, 2, 5, 10, 20, 30, 60].map((seconds) => seconds * SECOND)
const MOST_SLICES = 72

/** The shortest slice with which `end` µs fit into 72 bars. */
export function sliceLength(end: number): number {
  return LENGTHS.find((length) => end / length <= MOST_SLICES) ?? 60 * SECOND
}

const NONE: Counts = { safe: 0, risk: 0, lost: 0, unanswered: 0, refused: 0, 'no-connection': 0 }

type Draft = Slice & { readonly counts: Record<ShownFate, number>; unsent: number }

/** The slices as they were known at `at`. */
function slicesAt(verdict: Verdict, fates: Fates, at: number, end: number, every: number): readonly Slice[] {
  const slices = Array.from({ length: Math.ceil(end / every) }, (_, index): Draft => {
    return { from: index * every, to: Math.min(end, (index + 1) * every), counts: { ...NONE }, unsent: 0 }
  })
  for (const { write, sentAt } of verdict.writes) {
    const slice = slices[Math.min(slices.length - 1, Math.floor(sentAt / every))]
    if (slice === undefined) continue
    if (sentAt > at) slice.unsent += 1
    else slice.counts[fates.at(write, at)] += 1
  }
  return slices
}

export interface Strips {
  /** What became of the writes in the end. */
  readonly final: Strip
  /** What was known at `at` µs, and nothing later. */
  known(at: number): Strip
}

/** The fate strip of a run. */
export function stripsOf(verdict: Verdict, fates: Fates, end: number): Strips {
  const every = sliceLength(end)
  const slices = slicesAt(verdict, fates, end, end, every)
  const most = Math.max(1, ...slices.map(({ counts }) => Object.values(counts).reduce((sum, count) => sum + count, 0)))
  return {
    final: { every, slices, most },
    known: (at) => ({ every, most, slices: slicesAt(verdict, fates, at, end, every) }),
  }
}

/** How many writes of each fate the strip holds. */
export function totals(strip: Strip): Counts {
  const sum = { ...NONE } as Record<ShownFate, number>
  for (const slice of strip.slices) for (const fate of SHOWN_FATES) sum[fate] += slice.counts[fate]
  return sum
}
