import { outcomeOf } from '@/lib/evidence/outcome'
import type { RealResult } from '@/lib/evidence/recording'
import { resyncsOf } from '@/lib/evidence/resyncs'
import { finalPrimary } from '@/lib/reading/verdict/final-primary'
import { resultOf } from '@/lib/reading/verdict/result'
import { judgeSeen } from '@/lib/reading/verdict/verdict'
import type { JournalEvent } from '@/lib/sim/journal'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import type { Counts } from './observe/semisync-counters'
import type { Sent } from './writer/protocol'

/**
 * Sums up a real run by the same rules as a simulated one. `survived`: the writes that the final primary holds; `counted`: what each source
 * of MySQL counted itself.
 */
export function realResult(
  scenario: Scenario,
  server: string,
  events: readonly JournalEvent[],
  sent: readonly Sent[],
  survived: ReadonlySet<number>,
  counted: ReadonlyMap<string, Counts>,
): RealResult {
  // Of the writes every one counts, in the order of sending, though a client may have sent it when the time was over.
  const writes = [...sent].sort((a, b) => a.write - b.write)
  const seen = [...writes, ...events.filter(({ type }) => type !== 'send')]
  const verdict = judgeSeen(seen, survived, finalPrimary(events))
  const { kernel: _kernel, seed: _seed, semisync, ...result } = resultOf({ scenario, events }, verdict)
  const outcome = outcomeOf(result, resyncsOf(events))
  return { server, ...outcome, ...(semisync !== undefined && { semisync: withCounts(semisync, counted) }) }
}

type Semisync = NonNullable<RealResult['semisync']>

function withCounts(semisync: Semisync, counted: ReadonlyMap<string, Counts>): Semisync {
  return Object.fromEntries(Object.entries(semisync).map(([host, one]) => [host, { ...one, ...counted.get(host) }]))
}
