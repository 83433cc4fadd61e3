import type { EventOf, JournalEvent, Reply, SentinelEventName } from '@/lib/sim/journal'
import { networkLine } from '@/lib/sim/scenario/action-line'
import { type Having, madeOf, type RowsBesideNetwork } from '../events'
import { seconds } from './line'
import { MYSQL_LINES } from './told-mysql'

const folded = (): null => null

const signal = ({ type, process, host, power }: Having<JournalEvent, 'kill' | 'start' | 'pause' | 'resume'>): string =>
  `— ${power ? 'power off for' : type} ${process} on ${host}`

/** One line for each event; null for those that are folded into the traffic, or say nothing. */
const LINES = {
  header: folded,
  ...MYSQL_LINES,
  settled: ({ servers, sentinels, clients }) =>
    [
      ...servers.map(({ host, of, offset }) => (of === null ? `${host} primary at ${offset}` : `${host} replica of ${of}`)),
      ...sentinels.map(({ host, primary, quorum }) => `${host} names ${primary} (quorum ${quorum})`),
      ...clients.map(({ host, server }) => `${host} at ${server}`),
    ].join(', '),
  kill: signal,
  start: signal,
  pause: signal,
  resume: signal,
  boot: ({ host, of, loaded, snapshot, writes, ...rest }) =>
    `${host} is up as ${roleOf(of)}, loaded ${loaded === 'rdb' ? `snapshot ${snapshot}` : loaded}: ${writes} writes, ${history(rest)}`,
  role: ({ host, of, sentinel, orderedBy, ...rest }) =>
    `${host} is now ${roleOf(of)}, by ${sentinel ?? orderedBy}; ${history(rest)}`,
  link: ({ host, primary, state }) => (state === 'connecting' || state === 'handshake' ? null : `${host} ⇠ ${primary} ${state}`),
  'link-lost': ({ host, primary, reason }) => `${host} ⇠ ${primary} lost (${reason})`,
  psync: ({ host, replid, offset, replica, outcome, reason, limit }) =>
    `${host} answers PSYNC ${short(replid)} ${offset} of ${replica}: ${outcome} (${reason}${limit < 0 ? '' : `, known up to ${limit}`})`,
  continue: ({ host, primary, ...rest }) => `${host} continues after ${primary}: ${history(rest)}`,
  snapshot: (event) => `${event.host} takes snapshot ${event.snapshot} for ${event.for}, ${short(event.replid)}:${event.offset}`,
  load: ({ host, snapshot, primary, discarded }) =>
    `${host} loads snapshot ${snapshot} of ${primary}, discards ${discarded} writes`,
  'replica-online': ({ host, replica }) => `${host} counts ${replica} as online`,
  'replica-lost': ({ host, replica, reason }) => `${host} loses its replica ${replica} (${reason})`,
  ack: folded,
  gate: ({ host, good, needed, open }) =>
    `${host} counts good replicas: ${good}, needs ${needed}; writes ${open ? 'pass' : 'are refused'}`,
  execute: folded,
  apply: folded,
  unchanged: folded,
  aof: ({ host, on }) => `${host} ${on ? 'writes its append-only file' : 'leaves its append-only file as it is'}`,
  fsync: folded,
  config: ({ host, directive, value }) => `${host} CONFIG SET ${directive} ${value}`,
  'config-saved': ({ host }) => `${host} saves its settings`,
  'failover-state': ({ host, state }) => `${host} failover state ${state}`,
  sentinel: (event) => `${event.host} ${logged(event)}`,
  belief: ({ host, primary, epoch }) => `${host} names ${primary} from now on (epoch ${epoch})`,
  connect: ({ host, server }) => `${host} connects to ${server}`,
  disconnect: ({ host, server, reason }) => `${host} loses ${server} (${reason})`,
  resolve: ({ host, sentinel, primary }) => `${host} asks ${sentinel}: ${primary ?? 'no answer'}`,
  send: folded,
  answer: folded,
  'wait-answer': folded,
  'lock-try': folded,
  'lock-granted': ({ host, name, until, token }) =>
    `${host} has lock ${name}, by its own count until ${seconds(until)}${token === null ? '' : `, token ${token}`}`,
  'lock-refused': ({ host, name }) => `${host} finds lock ${name} taken`,
  'lock-failed': ({ host, name, error }) => `${host} gets no answer for lock ${name} but ${error}`,
  'lock-renewed': ({ host, name, until }) => `${host} renews lock ${name} until ${seconds(until)}`,
  'lock-not-renewed': ({ host, name, error, stops, told }) =>
    `${host} could not renew lock ${name} (${error})${stops ? '; it tries no more' : ''}${told ? ' and stops working' : ''}`,
  'lock-left': ({ host, name, reason }) => `${host} leaves lock ${name} (${reason})`,
  'lock-key': ({ host, name, owner, until }) =>
    owner === null
      ? `${host} deletes the key of lock ${name}`
      : `${host} keeps lock ${name} for ${owner} until ${seconds(until)}`,
  'guarded-write': ({ host, from, token, accepted, largest }) =>
    `${host} ${accepted ? 'takes' : 'refuses'} a write of ${from}${token === null ? '' : ` with token ${token}, largest ${largest}`}`,
  reply: ({ on, command, reply }) => `${on}> ${command}: ${replied(reply)}`,
} satisfies RowsBesideNetwork<string | null>

/** One event as a line of the transcript; null for those that are folded into the traffic, or say nothing. */
export function tell(event: JournalEvent): string | null {
  return madeOf<string | null>(LINES, (done) => `— ${networkLine(done)}`, event)
}

/** What stands behind the name of an event that is about the sentinel itself. */
const OF_ITSELF: Readonly<Partial<Record<SentinelEventName, string>>> = {
  '+tilt': '#tilt mode entered',
  '-tilt': '#tilt mode exited',
}

function logged({ event, target, kind, epoch, have, need, peer, to }: EventOf<'sentinel'>): string {
  const itself = OF_ITSELF[event]
  if (itself !== undefined) return `${event} ${itself}`
  const about = event === '+new-epoch' || event === '+vote-for-leader' ? [] : [kind, target]
  const quorum = have === undefined ? [] : [`#quorum ${have}/${need ?? '?'}`]
  const rest = [peer, epoch, to === undefined ? undefined : `→ ${to}`].filter((part) => part !== undefined)
  return [event, ...about, ...quorum, ...rest].join(' ')
}

function roleOf(of: string | null): string {
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
export function short(replid: string): string {
  return replid.slice(0, 6)
}

/** An answer as redis-cli would show it on one line. */
export function replied(reply: Reply): string {
  if (reply === null) return '(nil)'
  if (typeof reply === 'string') return JSON.stringify(reply)
  if (typeof reply === 'object' && 'error' in reply) return `(error) ${reply.error}`
  return JSON.stringify(reply)
}
