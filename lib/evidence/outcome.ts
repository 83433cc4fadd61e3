import { type LockCounts, type Result, resultOf } from '@/lib/reading/verdict/result'
import { run } from '@/lib/sim/run'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import { type Resync, resyncsOf } from './resyncs'

/** What a run came to, real or simulated: the object of `npm run sim`, and how replicas got into step. */
export type Outcome = Omit<Result, 'kernel' | 'seed' | 'locks'> & {
  readonly resyncs: readonly Resync[]
  readonly locks?: LockOutcome
}

/** Without what only the journal of a simulated run tells. */
type LockOutcome = Omit<LockCounts, 'orphanedMs' | 'overlaps'> & {
  readonly overlaps: readonly Omit<LockCounts['overlaps'][number], 'madeBy'>[]
}

/** A result as real and simulated runs can be compared by. */
export function outcomeOf({ locks, ...result }: Omit<Result, 'kernel' | 'seed'>, resyncs: readonly Resync[]): Outcome {
  if (locks === undefined) return { ...result, resyncs }
  const { orphanedMs: _orphaned, overlaps, ...counts } = locks
  return { ...result, locks: { ...counts, overlaps: overlaps.map(({ madeBy: _event, ...overlap }) => overlap) }, resyncs }
}

/** Outcomes of the scenario under so many seeds, from its own on; `skip` leaves out the first ones. */
export function simulate(scenario: Scenario, runs: number, skip = 0): readonly Outcome[] {
  return Array.from({ length: runs }, (_, index) => {
    const one = run({ ...scenario, seed: scenario.seed + skip + index })
    const { kernel: _kernel, seed: _seed, ...result } = resultOf(one)
    return outcomeOf(result, resyncsOf(one.events))
  })
}
