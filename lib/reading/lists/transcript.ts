import type { EventOf, JournalEvent, Reply, Run, SentinelEventName } from '@/lib/sim/journal'
import { judge, type Verdict, type WriteRecord } from '../verdict/verdict'
import { verdictLines } from './summary'

/** A run as lines for people: the verdict, then the journal, with the traffic of the writes folded into one line a stretch. */
export function transcript(run: Run, verdict: Verdict = judge(run)): readonly string[] {
  const lines = [...told(run.events), ...traffic(run, verdict)].sort((a, b) => a.at - b.at || a.order - b.order)
  return [...verdictLines(run, verdict), '', ...lines.map(print)]
}

interface Line {
  readonly at: number
  readonly until: number | null
  readonly order: number
  readonly text: string
}

/** Microseconds as seconds to a tenth of a millisecond. */
export function seconds(at: number): string {
  return (at / 1_000_000).toFixed(4)
}

function print({ at, until, text }: Line): string {
  const time = until === null || until === at ? seconds(at) : `${seconds(at)}–${seconds(until)}`
  return `${time.padEnd(16)}  ${text}`
}

/** Every event that is not folded into the traffic; what one party tries again and again with the same outcome is one line. */
function told(events: readonly JournalEvent[]): readonly Line[] {
  const lines: (Line & { until: number | null; times: number })[] = []
  const tries = new Map<string, number>()
  for (const [order, event] of events.entries()) {
    const text = tell(event)
    if (text === null) continue
    const party = event.type === 'resolve' ? event.host : event.type === 'link-lost' ? `${event.host} ⇠` : null
    const known = party === null ? undefined : lines[tries.get(party) ?? -1]
    if (known?.text === text) {
      known.until = event.at
      known.times += 1
      continue
    }
    if (party !== null) tries.set(party, lines.length)
    // A typed command stands where it was typed; its answer came at the end of the line's time.
    const typed = event.type === 'reply'
    lines.push({ at: typed ? event.at - event.took : event.at, until: typed ? event.at : null, order, text, times: 1 })
  }
  return lines.map(({ times, ...line }) => (times === 1 ? line : { ...line, text: `${line.text} ×${times}` }))
}

/** Writes of one client that went to the same server and had the same fate for the same reason. */
interface Stretch {
  readonly first: WriteRecord
  readonly kind: string
  readonly waits: Map<number, number>
  last: WriteRecord
  count: number
}

function traffic({ events }: Run, { writes }: Verdict): readonly Line[] {
  const current = new Map<string, Stretch>()
  const stretches: Stretch[] = []
  for (const record of writes) {
    const kind = `${record.client} → ${record.server ?? '?'}  N ${outcome(record, events)}`
    let stretch = current.get(record.client)
    if (stretch?.kind !== kind) {
      stretch = { first: record, kind, waits: new Map(), last: record, count: 0 }
      current.set(record.client, stretch)
      stretches.push(stretch)
    }
    stretch.last = record
    stretch.count += 1
    if (record.waited !== null) stretch.waits.set(record.waited, (stretch.waits.get(record.waited) ?? 0) + 1)
  }
  return stretches.map(({ first, last, kind, count, waits }) => ({
    at: first.sentAt,
    until: last.sentAt,
    order: events.length + first.write,
    text: kind.replace(' N ', ` ${count} `) + waited(waits),
  }))
}

function outcome({ fate, error, survived, lostBy, leftOn }: WriteRecord, events: readonly JournalEvent[]): string {
  if (fate === 'refused') return `refused ${error}`
  if (fate === 'no-connection') return 'no connection'
  if (fate === 'unanswered') return survived ? 'unanswered, yet there at the end' : 'unanswered'
  if (fate === 'safe') return 'OK'
  const event = lostBy === null ? undefined : events[lostBy]
  return event === undefined
    ? `OK, lost, still on ${leftOn.join(' ') || 'nobody'} at the end`
    : `OK, lost at ${seconds(event.at)} (${(tell(event) ?? event.type).replace('— ', '')})`
}

function waited(waits: ReadonlyMap<number, number>): string {
  const counts = [...waits].sort(([a], [b]) => a - b).map(([count, times]) => `${count} ×${times}`)
  return counts.length === 0 ? '' : `, WAIT returned ${counts.join(', ')}`
}

/** One event, or null for those that are folded into the traffic or repeat every second. */
function tell(event: JournalEvent): string | null {
  switch (event.type) {
    case 'send':
    case 'answer':
    case 'wait-answer':
    case 'execute':
    case 'unchanged':
    case 'apply':
    case 'ack':
    case 'header':
      return null
    case 'link':
      return event.state === 'connecting' || event.state === 'handshake'
        ? null
        : `${event.host} ⇠ ${event.primary} ${event.state}`
    case 'settled':
      return tellSettled(event)
    case 'partition':
      return `— partition ${event.groups.map((group) => group.join(' ')).join(' | ')}`
    case 'cut':
      return `— cut ${event.from} → ${event.to}`
    case 'heal':
      return '— heal'
    case 'kill':
    case 'start':
    case 'pause':
    case 'resume':
      return `— ${event.type} ${event.process} on ${event.host}`
    case 'sentinel':
      return `${event.host} ${tellSentinel(event)}`
    case 'belief':
      return `${event.host} names ${event.primary} from now on (epoch ${event.epoch})`
    case 'connect':
      return `${event.host} connects to ${event.server}`
    case 'disconnect':
      return `${event.host} loses ${event.server} (${event.reason})`
    case 'resolve':
      return `${event.host} asks ${event.sentinel}: ${event.primary ?? 'no answer'}`
    case 'reply':
      return `${event.on}> ${event.command}: ${tellReply(event.reply)}`
    default:
      return tellServer(event)
  }
}

type ServerSide = Exclude<
  JournalEvent,
  { readonly type: FaultType | ClientType | 'header' | 'settled' | 'sentinel' | 'belief' | 'reply' }
>
type FaultType = 'partition' | 'cut' | 'heal' | 'kill' | 'start' | 'pause' | 'resume'
type ClientType =
  | 'connect'
  | 'disconnect'
  | 'resolve'
  | 'send'
  | 'answer'
  | 'wait-answer'
  | 'execute'
  | 'unchanged'
  | 'apply'
  | 'ack'
  | 'link'

function tellServer(event: ServerSide): string {
  switch (event.type) {
    case 'boot':
      return `${event.host} is up as ${roleOf(event)}, loaded ${event.loaded === 'rdb' ? `snapshot ${event.snapshot}` : event.loaded}: ${event.writes} writes, ${history(event)}`
    case 'role':
      return `${event.host} is now ${roleOf(event)}, by ${event.sentinel ?? event.orderedBy}; ${history(event)}`
    case 'link-lost':
      return `${event.host} ⇠ ${event.primary} lost (${event.reason})`
    case 'psync':
      return `${event.host} answers PSYNC ${short(event.replid)} ${event.offset} of ${event.replica}: ${event.outcome} (${event.reason}${event.limit < 0 ? '' : `, known up to ${event.limit}`})`
    case 'continue':
      return `${event.host} continues after ${event.primary}: ${history(event)}`
    case 'snapshot':
      return `${event.host} takes snapshot ${event.snapshot} for ${event.for}, ${short(event.replid)}:${event.offset}`
    case 'load':
      return `${event.host} loads snapshot ${event.snapshot} of ${event.primary}, discards ${event.discarded} writes`
    case 'replica-online':
      return `${event.host} counts ${event.replica} as online`
    case 'replica-lost':
      return `${event.host} loses its replica ${event.replica} (${event.reason})`
    case 'gate':
      return `${event.host} counts good replicas: ${event.good}, needs ${event.needed}; writes ${event.open ? 'pass' : 'are refused'}`
    case 'config':
      return `${event.host} CONFIG SET ${event.directive} ${event.value}`
    case 'aof':
      return `${event.host} ${event.on ? 'writes its append-only file' : 'leaves its append-only file as it is'}`
    case 'config-saved':
      return `${event.host} saves its settings`
    case 'failover-state':
      return `${event.host} failover state ${event.state}`
  }
}

function tellSettled({ servers, sentinels, clients }: EventOf<'settled'>): string {
  return [
    ...servers.map(({ host, of, offset }) => (of === null ? `${host} primary at ${offset}` : `${host} replica of ${of}`)),
    ...sentinels.map(({ host, primary, quorum }) => `${host} names ${primary} (quorum ${quorum})`),
    ...clients.map(({ host, server }) => `${host} at ${server}`),
  ].join(', ')
}

/** What stands behind the name of an event that is about the sentinel itself. */
const OF_ITSELF: Readonly<Partial<Record<SentinelEventName, string>>> = {
  '+tilt': '#tilt mode entered',
  '-tilt': '#tilt mode exited',
}

function tellSentinel({ event, target, kind, epoch, have, need, peer, to }: EventOf<'sentinel'>): string {
  const itself = OF_ITSELF[event]
  if (itself !== undefined) return `${event} ${itself}`
  const about = event === '+new-epoch' || event === '+vote-for-leader' ? [] : [kind, target]
  const quorum = have === undefined ? [] : [`#quorum ${have}/${need ?? '?'}`]
  const rest = [peer, epoch, to === undefined ? undefined : `→ ${to}`].filter((part) => part !== undefined)
  return [event, ...about, ...quorum, ...rest].join(' ')
}

function roleOf({ of }: { readonly of: string | null }): string {
  return of === null ? 'a primary' : `a replica of ${of}`
}

interface History {
  readonly replid: string
  readonly replid2: string | null
  readonly secondOffset: number
  readonly offset: number
}

function history({ replid, replid2, secondOffset, offset }: History): string {
  const second = replid2 === null ? '' : ` (before ${secondOffset}: ${short(replid2)})`
  return `${short(replid)}:${offset}${second}`
}

/** Enough of a replication id to tell it from the others of a run. */
function short(replid: string): string {
  return replid.slice(0, 6)
}

function tellReply(reply: Reply): string {
  if (typeof reply === 'string') return JSON.stringify(reply)
  if (reply !== null && typeof reply === 'object' && 'error' in reply) return `(error) ${reply.error}`
  return JSON.stringify(reply)
}
