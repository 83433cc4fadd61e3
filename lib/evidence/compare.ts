import type { Scenario } from '@/lib/sim/scenario/scenario'
import { decidedFacts, type Fact, type FactCode } from './facts'
import { type Label, labelKey } from './label'
import type { Outcome } from './outcome'
import { QUANTITY_KINDS, type QuantityCode, type QuantityKind, quantities } from './quantities'

/** One line of a comparison. */
export type Row = DecidedRow | RangeRow

export interface DecidedRow {
  readonly kind: 'decided'
  readonly code: FactCode
  readonly real: readonly Tally[]
  readonly simulated: readonly Tally[]
  readonly agrees: boolean
}

/** What so many runs decided alike. */
export interface Tally {
  readonly fact: Fact
  readonly runs: number
}

export interface RangeRow {
  readonly kind: QuantityKind
  readonly label: Label<QuantityCode>
  /** In ascending order. */
  readonly real: readonly number[]
  readonly simulated: readonly number[]
  /** How far beyond the simulated values a real one may lie. */
  readonly tolerance: number
  readonly agrees: boolean
}

/**
 * Milliseconds. A log is exact to 1 ms; the lab carries out an action within some 20 ms; a process may wait for a processor. The
 * kernel knows no such thing.
 */
const MACHINE_MS = 80
/** Milliseconds. A process that is started needs a moment that the kernel does not count, and a client tries again every so often. */
const RETRY_MS = 100
/** Of the simulated spread: so many runs do not show the very ends of a distribution. */
const UNSEEN = 0.1
/** Writes: one at either end of a stretch. */
const ENDS = 2

/** Holds real runs against simulated ones: the same decisions, and times and counts within their range. */
export function compare(scenario: Scenario, real: readonly Outcome[], simulated: readonly Outcome[]): readonly Row[] {
  return [...compareDecided(scenario, real, simulated), ...compareRanges(scenario, real, simulated)]
}

function compareDecided(scenario: Scenario, real: readonly Outcome[], simulated: readonly Outcome[]): readonly DecidedRow[] {
  const factsOf = (outcome: Outcome) => decidedFacts(scenario, outcome)
  const [realFacts, simulatedFacts] = [real.map(factsOf), simulated.map(factsOf)]
  return (Object.keys(realFacts[0] ?? {}) as FactCode[]).map((code) => {
    const seen = tally(realFacts.map((facts) => facts[code]))
    const expected = tally(simulatedFacts.map((facts) => facts[code]))
    return {
      kind: 'decided',
      code,
      real: [...seen.values()],
      simulated: [...expected.values()],
      agrees: [...seen.keys()].every((key) => expected.has(key)),
    }
  })
}

function compareRanges(scenario: Scenario, real: readonly Outcome[], simulated: readonly Outcome[]): readonly RangeRow[] {
  const quantitiesOf = (outcome: Outcome) => quantities(scenario, outcome)
  const [seen, expected] = [real.map(quantitiesOf), simulated.map(quantitiesOf)]
  // A count that only simulated runs have is one that the real runs have not reached.
  const labels = new Map(
    [...seen, ...expected].flatMap((each) =>
      [...each.values()].flatMap(({ label }) =>
        QUANTITY_KINDS[label.code] === 'count' || seen.includes(each) ? [[labelKey(label), label] as const] : [],
      ),
    ),
  )
  return [...labels].map(([key, label]) => {
    const kind = QUANTITY_KINDS[label.code]
    // What a run did not count it counted as none; a time that it does not have belongs to a fact that was decided otherwise.
    const values = (runs: typeof seen) =>
      runs.flatMap((each) => each.get(key)?.value ?? (kind === 'count' ? 0 : [])).sort((a, b) => a - b)
    const [ours, theirs] = [values(seen), values(expected)]
    const [least = 0, most = 0] = [theirs[0], theirs.at(-1)]
    const tolerance = machineTolerance(scenario, kind) + UNSEEN * (most - least)
    const agrees = theirs.length > 0 && ours.every((value) => value >= least - tolerance && value <= most + tolerance)
    return { kind, label, real: ours, simulated: theirs, tolerance, agrees }
  })
}

/** What a real machine may add to a quantity or take from it. */
function machineTolerance({ hosts, actions, workload, durationMs }: Scenario, kind: QuantityKind): number {
  const starts = actions.filter((action) => 'start' in action).length
  const machineMs = MACHINE_MS + RETRY_MS * starts
  if (kind === 'time') return machineMs
  if (kind === 'sending') return machineMs + Math.max(0, ...workload.map(({ everyMs }) => everyMs))
  // Of those who try more than once: the one try of the others comes when it comes.
  const tries = Object.values(hosts).flatMap(({ client: { lock } = {} }) =>
    lock !== undefined && (lock.fromMs ?? 0) + lock.everyMs < durationMs ? [lock.everyMs] : [],
  )
  if (kind === 'trying') return machineMs + (tries.length === 0 ? 0 : Math.min(...tries))
  const writesPerMs = [...workload.map(({ everyMs }) => everyMs), ...tries].reduce((sum, everyMs) => sum + 1 / everyMs, 0)
  return Math.ceil(machineMs * writesPerMs) + ENDS
}

/** Facts that are alike, counted, by what they say. */
function tally(facts: readonly Fact[]): ReadonlyMap<string, Tally> {
  const tallies = new Map<string, Tally>()
  for (const fact of facts) {
    const key = JSON.stringify(fact)
    tallies.set(key, { fact, runs: (tallies.get(key)?.runs ?? 0) + 1 })
  }
  return tallies
}
