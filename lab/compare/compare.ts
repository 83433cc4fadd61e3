import type { Scenario } from '@/lib/sim/scenario/scenario'
import { decidedFacts } from './facts'
import { type Outcome, simulate } from './outcome'
import { type QuantityKind, quantities } from './quantities'

/** One line of a comparison. */
export type Row = DecidedRow | RangeRow

export interface DecidedRow {
  readonly kind: 'decided'
  readonly name: string
  /** The different values, with the number of runs. */
  readonly real: ReadonlyMap<string, number>
  readonly simulated: ReadonlyMap<string, number>
  readonly agrees: boolean
}

export interface RangeRow {
  readonly kind: QuantityKind
  readonly name: string
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
/** Simulated runs between one look at the agreement and the next. */
const BATCH = 10
/** Of the simulated spread: so many runs do not show the very ends of a distribution. */
const UNSEEN = 0.1
/** Writes: one at either end of a stretch. */
const ENDS = 2

/** Holds real runs against simulated ones: the same decisions, and times and counts within their range. */
export function compare(scenario: Scenario, real: readonly Outcome[], simulated: readonly Outcome[]): readonly Row[] {
  return [...compareDecided(real, simulated), ...compareRanges(scenario, real, simulated)]
}

/**
 * The same with as many simulated runs as it takes, at most `runs`. A further run only widens what real ones may be: once they agree
 * they do with all.
 */
export function compareUntilAgreed(scenario: Scenario, real: readonly Outcome[], runs: number): readonly Row[] {
  const simulated: Outcome[] = []
  for (;;) {
    simulated.push(...simulate(scenario, Math.min(BATCH, runs - simulated.length), simulated.length))
    const rows = compare(scenario, real, simulated)
    if (simulated.length >= runs || rows.every(({ agrees }) => agrees)) return rows
  }
}

function compareDecided(real: readonly Outcome[], simulated: readonly Outcome[]): readonly DecidedRow[] {
  const [realFacts, simulatedFacts] = [real.map(decidedFacts), simulated.map(decidedFacts)]
  return Object.keys(realFacts[0] ?? {}).map((name) => {
    const seen = tally(realFacts.map((facts) => facts[name] ?? ''))
    const expected = tally(simulatedFacts.map((facts) => facts[name] ?? ''))
    return {
      kind: 'decided',
      name,
      real: seen,
      simulated: expected,
      agrees: [...seen.keys()].every((value) => expected.has(value)),
    }
  })
}

function compareRanges(scenario: Scenario, real: readonly Outcome[], simulated: readonly Outcome[]): readonly RangeRow[] {
  const [seen, expected] = [real.map(quantities), simulated.map(quantities)]
  // A count that only simulated runs have is one that the real runs have not reached.
  const names = new Set(
    [...seen, ...expected].flatMap((each) =>
      [...each].flatMap(([name, { kind }]) => (kind === 'count' || seen.includes(each) ? [name] : [])),
    ),
  )
  const starts = scenario.actions.filter((action) => 'start' in action).length
  const machineMs = MACHINE_MS + RETRY_MS * starts
  const intervalMs = Math.max(0, ...scenario.workload.map(({ everyMs }) => everyMs))
  const writesPerMs = scenario.workload.reduce((sum, { everyMs }) => sum + 1 / everyMs, 0)
  return [...names].map((name) => {
    const kind = [...seen, ...expected].find((each) => each.has(name))?.get(name)?.kind ?? 'time'
    // What a run did not count it counted as none; a time that it does not have belongs to a fact that was decided otherwise.
    const values = (runs: typeof seen) =>
      runs.flatMap((each) => each.get(name)?.value ?? (kind === 'count' ? 0 : [])).sort((a, b) => a - b)
    const [ours, theirs] = [values(seen), values(expected)]
    const [least = 0, most = 0] = [theirs[0], theirs.at(-1)]
    const machine =
      kind === 'count' ? Math.ceil(machineMs * writesPerMs) + ENDS : machineMs + (kind === 'sending' ? intervalMs : 0)
    const tolerance = machine + UNSEEN * (most - least)
    const agrees = theirs.length > 0 && ours.every((value) => value >= least - tolerance && value <= most + tolerance)
    return { kind, name, real: ours, simulated: theirs, tolerance, agrees }
  })
}

function tally(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}
