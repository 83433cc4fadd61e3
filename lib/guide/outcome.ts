import { judge, type WriteRecord } from '@/lib/reading/verdict/verdict'
import { run } from '@/lib/sim/run'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import { BESIDE_SENTINELS } from './faults'

/** What a run of a fault came to. Counts are of writes; of both clients, unless said otherwise. */
export interface FaultOutcome {
  readonly attempted: number
  readonly acknowledged: number
  /** Acknowledged and absent at the end. */
  readonly lost: number
  /** Acknowledged and confirmed by all replicas, and of these the lost; null where nobody waits. */
  readonly waited: { readonly confirmed: number; readonly confirmedLost: number } | null
  /** Answered with an error, or not sent for want of a primary. */
  readonly refused: number
  /** The longest time, in milliseconds, in which no write of the client beside the sentinels got through. */
  readonly stoppedMs: number
  /** Whether writes got through again before the end of the run. */
  readonly resumed: boolean
}

/** Runs a fault. Pure. */
export function faultOutcome(scenario: Scenario): FaultOutcome {
  const { writes, attempted, acknowledged, lost, refused, noConnection } = judge(run(scenario))
  const untilMs = Math.max(...scenario.workload.map((workload) => workload.untilMs))
  const [asked] = scenario.workload.flatMap(({ wait }) => (wait === undefined ? [] : [wait.replicas]))
  return {
    attempted,
    acknowledged,
    lost,
    waited: asked === undefined ? null : waitedFor(writes, asked),
    refused: refused + noConnection,
    ...longestStop(writes, untilMs),
  }
}

function waitedFor(writes: readonly WriteRecord[], asked: number): FaultOutcome['waited'] {
  const confirmed = writes.filter((write) => isAcknowledged(write) && (write.waited ?? 0) >= asked)
  return { confirmed: confirmed.length, confirmedLost: confirmed.filter(({ fate }) => fate === 'lost').length }
}

function isAcknowledged({ fate }: WriteRecord): boolean {
  return fate === 'safe' || fate === 'lost'
}

function longestStop(writes: readonly WriteRecord[], untilMs: number): Pick<FaultOutcome, 'stoppedMs' | 'resumed'> {
  const through = writes.flatMap((write) =>
    write.client === BESIDE_SENTINELS && isAcknowledged(write) && write.answeredAt !== null ? [write.answeredAt / 1000] : [],
  )
  const ends = [...through.slice(1), untilMs]
  const stops = through.map((at, index) => ({ stoppedMs: (ends[index] ?? untilMs) - at, resumed: index < through.length - 1 }))
  return stops.reduce((longest, stop) => (stop.stoppedMs > longest.stoppedMs ? stop : longest), { stoppedMs: 0, resumed: true })
}
