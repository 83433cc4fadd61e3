import type { Scenario } from '@/lib/sim/scenario/scenario'
import type { Outcome } from './outcome'

type Waits = Outcome['writes']['waits']

/**
 * The outcome with every answer of WAIT that exceeds what was asked for lowered to that. Whether two acknowledgements that arrive within
 * some microseconds fall into one turn of the server's event loop, and count together (R65), is decided by the machine's scheduler;
 * the kernel gives each a turn of its own.
 */
export function withoutExcess(scenario: Scenario, outcome: Outcome): Outcome {
  const asked = Math.max(0, ...scenario.workload.map(({ wait }) => wait?.replicas ?? 0))
  const waits: Record<string, Waits[string]> = {}
  for (const [returned, { writes, lost }] of Object.entries(outcome.writes.waits)) {
    const count = Number(returned) > asked ? String(asked) : returned
    const before = waits[count] ?? { writes: 0, lost: 0 }
    waits[count] = { writes: before.writes + writes, lost: before.lost + lost }
  }
  const replies = outcome.replies.map((typed) => {
    const limit = Number(/^WAIT (\d+) /i.exec(typed.command)?.[1])
    return typeof typed.reply === 'number' && typed.reply > limit ? { ...typed, reply: limit } : typed
  })
  return { ...outcome, replies, writes: { ...outcome.writes, waits } }
}
