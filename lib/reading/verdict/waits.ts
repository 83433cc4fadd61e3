import type { Run } from '@/lib/sim/outputs'
import type { Verdict, WriteRecord } from './verdict'

/** The acknowledged writes of workloads that send a `WAIT` behind each, whether it returned or not. */
export function waitedFor({ scenario }: Run, { writes }: Verdict): readonly WriteRecord[] {
  const waits = scenario.workload.map(({ wait }) => wait !== undefined)
  return writes.filter(({ workload, fate }) => (fate === 'safe' || fate === 'lost') && workload !== null && waits[workload])
}
