import type { RealResult } from '@/lib/evidence/recording'
import { resyncsOf } from '@/lib/evidence/resyncs'
import { finalPrimary } from '@/lib/reading/verdict/final-primary'
import { resultOf } from '@/lib/reading/verdict/result'
import { type Fate, tallied, type Verdict, type WriteRecord } from '@/lib/reading/verdict/verdict'
import type { JournalEvent } from '@/lib/sim/journal'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import type { Sent } from './writer/protocol'

/** Sums up a real run by the same rules as a simulated one. `survived`: the writes that the final primary holds. */
export function realResult(
  scenario: Scenario,
  server: string,
  events: readonly JournalEvent[],
  sent: readonly Sent[],
  survived: ReadonlySet<number>,
): RealResult {
  const verdict = judgeSeen(events, sent, survived)
  const { kernel: _kernel, seed: _seed, ...result } = resultOf({ scenario, events }, verdict)
  return { server, ...result, resyncs: resyncsOf(events) }
}

/** A verdict from what the clients saw and what is there at the end. Which event destroyed a write is not known from outside. */
function judgeSeen(events: readonly JournalEvent[], sent: readonly Sent[], survived: ReadonlySet<number>): Verdict {
  const answers = new Map(events.flatMap((event) => (event.type === 'answer' ? [[event.write, event] as const] : [])))
  const waits = new Map(events.flatMap((event) => (event.type === 'wait-answer' ? [[event.write, event.count] as const] : [])))
  const writes = [...sent]
    .sort((a, b) => a.write - b.write)
    .map(({ write, key, host: client, workload, server, at }): WriteRecord => {
      const answer = answers.get(write)
      const error = answer?.error ?? null
      const there = survived.has(write)
      const refused: Fate = server === null ? 'no-connection' : 'refused'
      const fate: Fate = answer === undefined ? 'unanswered' : error !== null ? refused : there ? 'safe' : 'lost'
      return {
        write,
        key,
        client,
        workload,
        server,
        sentAt: at,
        answeredAt: answer?.at ?? null,
        error,
        fate,
        survived: there,
        waited: waits.get(write) ?? null,
        lostBy: null,
        leftOn: [],
        replicatedAt: null,
      }
    })
  return tallied(writes, finalPrimary(events))
}
