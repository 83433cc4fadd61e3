import type { Scenario } from '@/lib/sim/scenario/scenario'
import { compare, type Row } from './compare'
import { type Outcome, simulate } from './outcome'

/** Simulated runs at first. */
export const FEW_RUNS = 40
/** Simulated runs where the first ones do not show all that really happened. */
export const MANY_RUNS = 200
/** Simulated runs at a stretch: in between, other pages go on. */
const STRETCH = 10

export interface Comparison {
  readonly rows: readonly Row[]
  /** How many runs were simulated. */
  readonly simulated: number
}

/** Outcomes of a scenario under so many seeds, from its own on. */
export type RunSource = (scenario: Scenario, runs: number) => Promise<readonly Outcome[]>

/**
 * Holds real runs against simulated ones: few of them, and many where few do not agree. More runs only widen what real ones may be, so
 * what agrees with few agrees with many.
 */
export async function compareUntilAgreed(
  scenario: Scenario,
  real: readonly Outcome[],
  runsOf: RunSource = simulatedRuns,
): Promise<Comparison> {
  const rows = compare(scenario, real, await runsOf(scenario, FEW_RUNS))
  if (rows.every(({ agrees }) => agrees)) return { rows, simulated: FEW_RUNS }
  return { rows: compare(scenario, real, await runsOf(scenario, MANY_RUNS)), simulated: MANY_RUNS }
}

/** Runs them all now. */
export async function simulatedRuns(scenario: Scenario, runs: number): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = []
  while (outcomes.length < runs) {
    outcomes.push(...simulate(scenario, Math.min(STRETCH, runs - outcomes.length), outcomes.length))
    await new Promise(setImmediate)
  }
  return outcomes
}
