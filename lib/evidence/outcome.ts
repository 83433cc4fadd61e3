import { type Result, resultOf } from '@/lib/reading/verdict/result'
import { run } from '@/lib/sim/run'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import { type Resync, resyncsOf } from './resyncs'

/** What a run came to, real or simulated: the object of `npm run sim`, and how replicas got into step. */
export type Outcome = Omit<Result, 'kernel' | 'seed'> & { readonly resyncs: readonly Resync[] }

/** Outcomes of the scenario under so many seeds, from its own on; `skip` leaves out the first ones. */
export function simulate(scenario: Scenario, runs: number, skip = 0): readonly Outcome[] {
  return Array.from({ length: runs }, (_, index) => {
    const one = run({ ...scenario, seed: scenario.seed + skip + index })
    const { kernel: _kernel, seed: _seed, ...result } = resultOf(one)
    return { ...result, resyncs: resyncsOf(one.events) }
  })
}
