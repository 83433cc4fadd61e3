import type { EventOf, JournalEvent } from '@/lib/sim/journal'
import type { Cluster } from '../process/cluster'
import type { Sent } from '../writer/protocol'
import { keyOf } from '../writer/workload'
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
  const language = cluster.languageOf(primary)
  const kind = language === 'sql' ? 'mysql' : 'redis'
  if (cluster.state(primary, kind) === 'dead') return acknowledgedBy(primary, sent, events)
  // A frozen server answers no question.
  cluster.signal(primary, [kind], 'SIGCONT')
  if (sent.length === 0) return new Set()
  if (language === 'sql') return rowsOn(cluster, primary, sent, answeredOk(events))
  const commands = sent.map((one) => leftBy(one).ask(one.words.slice(1)))
  const { replies, failure } = await cluster.operator.order(cluster.network.direct(primary, 'redis'), commands, 10_000)
  if (replies === null) throw new Error(`cannot read the data of ${primary}: ${failure}`)
  return new Set(sent.filter((one, index) => leftBy(one).holds(replies[index] ?? null, one, sent)).map(({ write }) => write))
}

/** The writes of which this server has the row; where several have inserted it, those that were told so. */
async function rowsOn(
  { operator, network }: Cluster,
  primary: string,
  sent: readonly Sent[],
  acknowledged: ReadonlySet<number>,
): Promise<ReadonlySet<number>> {
  // All rows as one text: a table of one row would be told as that row alone.
  const all = 'SELECT JSON_ARRAYAGG(id) FROM t'
  const { replies, failure } = await operator.order(network.direct(primary, 'mysql'), [[all]], 10_000, 'sql')
  if (replies === null) throw new Error(`cannot read the data of ${primary}: ${failure}`)
  const rows = new Set(String(replies[0]).match(/\d+/g))
  const told = new Set(sent.flatMap(({ words, write }) => (acknowledged.has(write) ? keyOf(words) : [])))
  const inserted = ({ words, write }: Sent) => rows.has(keyOf(words)) && (acknowledged.has(write) || !told.has(keyOf(words)))
  return new Set(sent.flatMap((one) => (inserted(one) ? one.write : [])))
}

function answeredOk(events: readonly JournalEvent[]): ReadonlySet<number> {
  const answers = events.filter((event): event is EventOf<'answer'> => event.type === 'answer' && event.error === null)
  return new Set(answers.map(({ write }) => write))
}

function acknowledgedBy(server: string, sent: readonly Sent[], events: readonly JournalEvent[]): ReadonlySet<number> {
  const starts = events.filter((event): event is EventOf<'boot'> => event.type === 'boot' && event.host === server)
  const since = starts.at(-1)?.at ?? 0
  const here = new Set(sent.filter((event) => event.server === server && event.at >= since).map(({ write }) => write))
  return new Set([...answeredOk(events)].filter((write) => here.has(write)))
}

function leftBy({ words: [name = ''] }: Sent): Trace {
  const trace = traceOf(name)
  if (!trace) throw new Error(`${name} leaves nothing by which a single write could be found again`)
  return trace
}
