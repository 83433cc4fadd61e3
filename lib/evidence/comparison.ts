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

/**
 * Holds real runs against simulated ones: few of them, and many where few do not agree. More runs only widen what real ones may be, so
 * what agrees with few agrees with many.
 */
export async function compareUntilAgreed(scenario: Scenario, real: readonly Outcome[]): Promise<Comparison> {
  const first = await simulatedRuns(scenario, FEW_RUNS, 0)
  const rows = compare(scenario, real, first)
  if (rows.every(({ agrees }) => agrees)) return { rows, simulated: FEW_RUNS }
  const all = [...first, ...(await simulatedRuns(scenario, MANY_RUNS - FEW_RUNS, FEW_RUNS))]
  return { rows: compare(scenario, real, all), simulated: MANY_RUNS }
}

async function simulatedRuns(scenario: Scenario, runs: number, skip: number): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = []
  while (outcomes.length < runs) {
    outcomes.push(...simulate(scenario, Math.min(STRETCH, runs - outcomes.length), skip + outcomes.length))
    await new Promise(setImmediate)
  }
  return outcomes
}
