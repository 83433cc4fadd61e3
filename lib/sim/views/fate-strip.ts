import type { Verdict, WriteRecord } from '../verdict/verdict'

/** What is known of a write. `risk` exists only before the end: acknowledged, and on no replica that outlives it. */
export type ShownFate = 'safe' | 'risk' | 'lost' | 'refused' | 'unanswered'

/** From the bottom of a bar to its top. */
export const SHOWN_FATES = ['safe', 'risk', 'lost', 'unanswered', 'refused'] as const satisfies readonly ShownFate[]

export type Counts = Readonly<Record<ShownFate, number>>

/** The writes sent in one slice of time, counted by what became of them. */
export interface Slice {
  readonly from: number
  readonly to: number
  readonly counts: Counts
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

/**
 * What was known of a write at one instant. `at` null: at the end, when nothing is at risk any more.
 * An acknowledged write is at risk until a replica that keeps it has it, and never again afterwards (a write that is lost later was at
 * risk from its answer on).
 */
export function fateAt(write: WriteRecord, at: number | null, end: number, lostAt: number | null): ShownFate {
  if (at === null || at >= end) return write.fate
  if (write.answeredAt === null || at < write.answeredAt) return 'unanswered'
  if (write.error !== null) return 'refused'
  if (write.fate === 'lost') return lostAt !== null && at >= lostAt ? 'lost' : 'risk'
  return write.replicatedAt !== null && at >= write.replicatedAt ? 'safe' : 'risk'
}

const NONE: Counts = { safe: 0, risk: 0, lost: 0, unanswered: 0, refused: 0 }

/** The counts of every slice, and of what was sent by `at`; writes sent later are counted by their final fate. */
function counted(
  verdict: Verdict,
  lostAt: readonly (number | null)[],
  at: number | null,
  end: number,
  every: number,
): { slices: Slice[]; sent: Counts } {
  const sent = { ...NONE } as Record<ShownFate, number>
  const slices = Array.from({ length: Math.ceil(end / every) }, (_, index) => ({
    from: index * every,
    to: Math.min(end, (index + 1) * every),
    counts: { ...NONE } as Record<ShownFate, number>,
  }))
  verdict.writes.forEach((write, index) => {
    const slice = slices[Math.min(slices.length - 1, Math.floor(write.sentAt / every))]
    const known = at !== null && write.sentAt <= at
    const fate = fateAt(write, known ? at : null, end, lostAt[index] ?? null)
    if (slice) slice.counts[fate] += 1
    if (known) sent[fate] += 1
  })
  return { slices, sent }
}

/** The strip as it was known at one instant. */
export interface Known {
  readonly strip: Strip
  /** Of the writes sent until then. */
  readonly totals: Counts
}

export interface Strips {
  /** What became of the writes in the end. */
  readonly final: Strip
  /** What was known at `at` µs of the writes sent until then; the later ones stand in the strip as they ended. */
  known(at: number): Known
  /** When each write of the verdict was lost, in its order. */
  readonly lostAt: readonly (number | null)[]
}

/** The fate strip of a run. `eventAt` gives the time of an event of the journal by its index. */
export function stripsOf(verdict: Verdict, end: number, eventAt: (index: number) => number): Strips {
  const every = sliceLength(end)
  const lostAt = verdict.writes.map((write) => (write.lostBy === null ? null : eventAt(write.lostBy)))
  const { slices } = counted(verdict, lostAt, null, end, every)
  const most = Math.max(1, ...slices.map((slice) => Object.values(slice.counts).reduce((sum, count) => sum + count, 0)))
  return {
    final: { every, slices, most },
    known: (at) => {
      const { slices: now, sent } = counted(verdict, lostAt, at, end, every)
      return { strip: { every, most, slices: now }, totals: sent }
    },
    lostAt,
  }
}

/** How many writes of each fate the strip holds. */
export function totals(strip: Strip): Counts {
  const sum = { ...NONE } as Record<ShownFate, number>
  for (const slice of strip.slices) for (const fate of SHOWN_FATES) sum[fate] += slice.counts[fate]
  return sum
}
