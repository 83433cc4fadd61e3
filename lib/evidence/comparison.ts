import type { Scenario } from '@/lib/sim/scenario/scenario'
import { compare, type Outcome, type Recording, type Row, simulate } from './lab'

/** Simulated runs at first: what they can show is what more of them would. */
export const FEW_RUNS = 40
/** Simulated runs of the test that holds the kernel to the recordings; here where fewer do not show all that really happened. */
export const MANY_RUNS = 200
/** Simulated runs at a stretch: in between, other pages go on. */
const STRETCH = 10

export interface Comparison {
  readonly rows: readonly Row[]
  /** How many runs were simulated. */
  readonly simulated: number
}

/**
 * Holds a recording against simulated runs: few of them, and many where few do not agree. More runs widen what is simulated, so what
 * agrees with few agrees with many.
 */
export async function compareWithRecording(scenario: Scenario, { runs }: Recording): Promise<Comparison> {
  const simulated: Outcome[] = []
  for (const wanted of [FEW_RUNS, MANY_RUNS]) {
    while (simulated.length < wanted) {
      simulated.push(...simulate({ ...scenario, seed: scenario.seed + simulated.length }, STRETCH))
      await new Promise(setImmediate)
    }
    const rows = compare(scenario, runs, simulated)
    if (wanted === MANY_RUNS || rows.every(({ agrees }) => agrees)) return { rows, simulated: simulated.length }
  }
  throw new Error('unreachable: the last number of runs is taken as it is')
}
