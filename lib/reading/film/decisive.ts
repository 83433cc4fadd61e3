import type { Run } from '@/lib/sim/outputs'
import type { Moment } from '../story/moment'
import type { Verdict } from '../verdict/verdict'
import type { Lanes, Overlap } from './lanes'
import type { PendingWaits } from './pending-waits'

/** What it is chosen from. */
interface Candidates {
  readonly run: Run
  readonly lanes: Lanes
  readonly verdict: Verdict
  readonly found: readonly Moment[]
  readonly waits: PendingWaits
}

/** So long after a network has healed it can be seen that this alone ends nothing, µs. */
const HEALED = 500_000
/** A command that is held up for less is not what a run is about, µs. */
const HELD_UP = 1_000_000

/** The instant at which the figure at rest stands, µs: the one at which it shows what the run is about. */
export function decisiveInstant(candidates: Candidates): number {
  return (
    amidTwoPrimaries(candidates.lanes) ??
    momentOf(candidates, 'late') ??
    costliest(candidates) ??
    amidTheLongestWait(candidates) ??
    momentOf(candidates, 'gate-closed', 'reply', 'not-elected', 'promoted', 'wait-short') ??
    // The last moment before the end.
    candidates.found.at(-2)?.at ??
    0
  )
}

/**
 * While there are two primaries: when the network is whole again and they are still two, else halfway through: what only one of them has
 * has piled up by then, and everyone who can know of the other does.
 */
function amidTwoPrimaries({ overlaps, cuts }: Lanes): number | null {
  const [longest] = [...overlaps].sort((a, b) => lengthOf(b) - lengthOf(a))
  if (longest === undefined) return null
  const healed = cuts.map(({ to }) => to + HEALED).find((at) => at > longest.from + HEALED && at < longest.to)
  return healed ?? longest.from + Math.floor(lengthOf(longest) / 2)
}

function lengthOf({ from, to }: Pick<Overlap, 'from' | 'to'>): number {
  return to - from
}

/** The event that cost the most acknowledged writes. */
function costliest({ run, verdict }: Candidates): number | null {
  const costs = new Map<number, number>()
  for (const { lostBy } of verdict.writes) if (lostBy !== null) costs.set(lostBy, (costs.get(lostBy) ?? 0) + 1)
  const [worst] = [...costs].sort((a, b) => b[1] - a[1])
  return worst === undefined ? null : (run.events[worst[0]]?.at ?? 0)
}

/** Halfway through the time for which a `WAIT` held up its client. */
function amidTheLongestWait({ waits: { longest } }: Candidates): number | null {
  return longest === null || lengthOf(longest) < HELD_UP ? null : longest.from + Math.floor(lengthOf(longest) / 2)
}

/** The last moment of the first of these kinds that happened. */
function momentOf({ found }: Candidates, ...codes: readonly Moment['code'][]): number | null {
  for (const code of codes) {
    const moment = found.findLast((one) => one.code === code)
    if (moment !== undefined) return moment.at
  }
  return null
}
