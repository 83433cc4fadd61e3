import type { EventOf, JournalEvent } from '@/lib/sim/journal'
import type { Cluster } from '../process/cluster'
import type { Sent } from '../writer/protocol'
import { type Trace, traceOf } from './traces'

/**
 * The numbers of the writes that the data of this server holds. A server that is dead cannot be asked: it is taken to hold what it
 * acknowledged since it last started, and nothing that it did not acknowledge.
 */
export async function survivors(
  cluster: Cluster,
  primary: string,
  sent: readonly Sent[],
  events: readonly JournalEvent[],
): Promise<ReadonlySet<number>> {
  if (cluster.state(primary, 'redis') === 'dead') return acknowledgedBy(primary, sent, events)
  // A frozen server answers no question.
  cluster.signal(primary, ['redis'], 'SIGCONT')
  if (sent.length === 0) return new Set()
  const commands = sent.map((one) => leftBy(one).ask(one.words.slice(1)))
  const { replies, failure } = await cluster.operator.order(cluster.network.direct(primary, 'redis'), commands, 10_000)
  if (replies === null) throw new Error(`cannot read the data of ${primary}: ${failure}`)
  return new Set(sent.filter((one, index) => leftBy(one).holds(replies[index] ?? null, one, sent)).map(({ write }) => write))
}

function acknowledgedBy(server: string, sent: readonly Sent[], events: readonly JournalEvent[]): ReadonlySet<number> {
  const starts = events.filter((event): event is EventOf<'boot'> => event.type === 'boot' && event.host === server)
  const since = starts.at(-1)?.at ?? 0
  const here = new Set(sent.filter((event) => event.server === server && event.at >= since).map(({ write }) => write))
  const acknowledged = events.filter(
    (event): event is EventOf<'answer'> => event.type === 'answer' && event.error === null && here.has(event.write),
  )
  return new Set(acknowledged.map(({ write }) => write))
}

function leftBy({ words: [name = ''] }: Sent): Trace {
  const trace = traceOf(name)
  if (!trace) throw new Error(`${name} leaves nothing by which a single write could be found again`)
  return trace
}
