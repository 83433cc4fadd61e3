import type { Run } from '@/lib/sim/outputs'
import { eventsOf } from '../../events'
import type { Acks } from '../../film/acks'
import type { PendingWait, PendingWaits } from '../../film/pending-waits'
import type { Verdict } from '../../verdict/verdict'
import { COUNT, TIMEOUT, variablesOf } from './variables'

/** A group of commits that waits for replicas, µs. */
interface Held {
  readonly server: string
  readonly from: number
  /** Until it went on, or its server died; null where the run ended first. */
  to: number | null
  /** When its time is up, as it was set when it began (Y17). */
  readonly until: number
  readonly wanted: number
  readonly position: number
}

/** A commit that is held up for less is not drawn, µs: it is not waiting but on its way. */
const SEEN = 20_000

/** Follows every group of commits that waits for replicas, and whom it holds up. */
export function heldCommits(run: Run, verdict: Verdict, acks: Acks): PendingWaits {
  const held = collect(run)
  const longest = held.reduce<PendingWaits['longest']>((most, { from, to }) => {
    return to === null || (most !== null && to - from <= most.to - most.from) ? most : { from, to }
  }, null)
  return {
    longest,
    at: (at) =>
      held.filter(({ from, to }) => from + SEEN <= at && at < (to ?? Infinity)).flatMap((one) => pending(one, verdict, acks, at)),
  }
}

/** One for each client that has had no answer: later commits wait behind the group (Y6). */
function pending(
  { server, from, until, wanted, position }: Held,
  verdict: Verdict,
  acks: Acks,
  at: number,
): readonly PendingWait[] {
  const open = verdict.writes.filter(
    (write) => write.server === server && write.sentAt <= at && (write.answeredAt ?? Infinity) > at && write.error === null,
  )
  const queues = new Map<string, number>()
  for (const { client } of open) queues.set(client, (queues.get(client) ?? -1) + 1)
  const counted = acks.confirmed(server, position, at)
  return [...queues].map(([client, behind]) => ({
    client,
    server,
    command: `COMMIT ≤${(until - from) / 1_000_000}s`,
    wanted,
    since: from,
    until,
    counted,
    behind,
  }))
}

function collect(run: Run): readonly Held[] {
  const found: Held[] = []
  const set = new Map(Object.entries(run.scenario.hosts).map(([name, host]) => [name, variablesOf(host)]))
  for (const { event } of eventsOf(run, 'wait-start', 'wait-end', 'variable', 'kill')) {
    const { host, at } = event
    const conf = set.get(host)
    if (conf === undefined) continue
    if (event.type === 'variable') set.set(host, { ...conf, [event.name]: event.value })
    else if (event.type === 'wait-start')
      found.push({
        server: host,
        from: at,
        to: null,
        until: at + Number(conf[TIMEOUT]) * 1000,
        wanted: Number(conf[COUNT]),
        position: event.position,
      })
    else {
      const open = found.findLast((one) => one.server === host)
      if (open) open.to ??= at
    }
  }
  return found
}
