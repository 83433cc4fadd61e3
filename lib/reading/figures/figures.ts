import type { EventOf, JournalEvent } from '@/lib/sim/journal'
import type { Run } from '@/lib/sim/outputs'
import { thousandths } from '@/lib/sim/scenario/thousandths'
import { type Rows, rowOf } from '../events'
import { isServer } from '../servers'
import { demotions, failovers } from '../verdict/roles'
import { judge, type Verdict, type WriteRecord } from '../verdict/verdict'
import { waitedFor } from '../verdict/waits'
import { LOCK_FIGURE_KINDS, lockFigures } from './lock-figures'

/** `count`: a number of writes or replicas; `time`: milliseconds since the start; `span`: a length in milliseconds. */
export type FigureKind = 'count' | 'percent' | 'time' | 'span'

/**
 * Every figure of a run that prose can quote, and what kind of number it is. Counts are of writes; the key of a time names whose
 * moment it is: that of the network, a server, the primary, the sentinels, a client.
 */
export const FIGURE_KINDS = {
  /** Writes that were sent. */
  attempted: 'count',
  acknowledged: 'count',
  /** Acknowledged and absent from the final primary. */
  lost: 'count',
  /** Of the acknowledged, to one decimal. */
  lostPercent: 'percent',
  /** Acknowledged and there at the end. */
  safe: 'count',
  /** Answered with an error by a server. */
  refused: 'count',
  refusedNoReplicas: 'count',
  refusedReadOnly: 'count',
  /** Attempts without a connection. */
  noConnection: 'count',
  unanswered: 'count',
  survivedUnacknowledged: 'count',
  /** Lost writes that were sent between the first cut and the first heal. */
  lostDuringCut: 'count',
  /** Lost writes that were sent after the first heal. */
  lostAfterHeal: 'count',
  /** Writes that full resyncs threw away, counted on each server, so this may exceed `lost`. */
  discarded: 'count',
  /** Acknowledged writes whose `WAIT` returned at least what was asked for. */
  waitConfirmed: 'count',
  /** Of these, the lost ones. */
  waitConfirmedLost: 'count',
  /** Acknowledged writes whose `WAIT` returned less than was asked for, or never returned. */
  waitUnconfirmed: 'count',
  waitUnconfirmedLost: 'count',
  /** What the first `WAIT` that a person typed returned. */
  waitReturned: 'count',
  /** When it did so, and how long that took. */
  clientUnblockedAt: 'time',
  waitTook: 'span',
  /** The start of the first partition or one-way cut. */
  networkCutAt: 'time',
  networkHealedAt: 'time',
  /** From the first cut to the first heal. */
  networkCutFor: 'span',
  /** The first death of a server. */
  serverKilledAt: 'time',
  /** The first start of a server after a death. */
  serverRestartedAt: 'time',
  /** The first `+odown`. */
  sentinelsAgreedAt: 'time',
  /** To the first `+odown` from the last fault before it: a cut, or a server that died or froze. */
  sentinelsAgreedAfter: 'span',
  /** The first promotion. */
  replicaPromotedAt: 'time',
  /** From the same fault to the first promotion. */
  replicaPromotedAfter: 'span',
  /** When the first sentinel named the new primary to a client that asks; a client gets there later. */
  sentinelSwitchedAt: 'time',
  /** When the first client read an `OK` from another server than before. */
  clientMovedAt: 'time',
  /** When a server first closed the connection of a client. */
  clientHungUpOnAt: 'time',
  /** The first time that a primary became a replica. */
  primaryDemotedAt: 'time',
  /** From the first heal or restart to that. */
  primaryDemotedAfterReturn: 'span',
  /** The first full resync that threw writes away. */
  writesDiscardedAt: 'time',
  /** How long two servers were primaries at once and alive, in all. */
  twoPrimariesFor: 'span',
  /** When the first and the last of the lost writes were sent. */
  firstLostSentAt: 'time',
  lastLostSentAt: 'time',
  /** From the first to the last of them. */
  lostSentFor: 'span',
  /** When the first of the refused writes was sent. */
  firstRefusedSentAt: 'time',
  /** From the first cut to the first refusal behind it. */
  firstRefusedAfterCut: 'span',
  ...LOCK_FIGURE_KINDS,
} as const satisfies Record<string, FigureKind>

export type FigureKey = keyof typeof FIGURE_KINDS

/** Times and spans in milliseconds; null where nothing of the kind happened. */
export type Figures = Readonly<Record<FigureKey, number | null>>

/** The figures of a run. `verdict` saves judging it twice. */
export function figures(run: Run, verdict: Verdict = judge(run)): Figures {
  const moments = momentsOf(run.events, verdict.writes)
  return {
    ...countsOf(run, verdict, moments),
    ...waitsOf(run, verdict),
    ...moments,
    ...spansOf(run, verdict, moments),
    ...lockFigures(run),
  }
}

type Moments = ReturnType<typeof momentsOf>

function momentsOf(events: readonly JournalEvent[], writes: readonly WriteRecord[]) {
  const first = (test: (event: JournalEvent) => boolean) => inMs(events.find(test)?.at)
  const cut = events.find((event) => event.type === 'partition' || event.type === 'cut')
  const [failover] = failovers(events)
  return {
    networkCutAt: inMs(cut?.at),
    networkHealedAt: first((event) => event.type === 'heal' && cut !== undefined && event.at >= cut.at),
    serverKilledAt: first((event) => event.type === 'kill' && isServer(event.process)),
    serverRestartedAt: first((event) => event.type === 'start' && isServer(event.process)),
    sentinelsAgreedAt: first((event) => event.type === 'sentinel' && event.event === '+odown'),
    replicaPromotedAt: failover?.promotedAtMs ?? null,
    sentinelSwitchedAt: smallest(Object.values(failover?.switchedAtMs ?? {})),
    clientMovedAt: clientMovedAt(events, writes),
    clientHungUpOnAt: first((event) => event.type === 'disconnect' && event.reason === 'closed'),
    primaryDemotedAt: demotions(events)[0]?.atMs ?? null,
    writesDiscardedAt: first((event) => event.type === 'load' && event.discarded > 0),
  }
}

function clientMovedAt(events: readonly JournalEvent[], writes: readonly WriteRecord[]): number | null {
  const servers = new Map<string, string>()
  for (const event of events) {
    const server = event.type === 'answer' && event.error === null ? writes[event.write]?.server : null
    if (event.type !== 'answer' || !server) continue
    const before = servers.get(event.host)
    if (before !== undefined && before !== server) return inMs(event.at)
    servers.set(event.host, server)
  }
  return null
}

function countsOf({ events }: Run, verdict: Verdict, { networkCutAt, networkHealedAt }: Moments) {
  const { writes, acknowledged, lost } = verdict
  const count = (test: (record: WriteRecord) => boolean) => writes.reduce((sum, record) => sum + (test(record) ? 1 : 0), 0)
  const refusedWith = (error: string) => count((record) => record.error === error)
  const lostBetween = (from: number | null, to: number) =>
    from === null ? null : count(({ fate, sentAt }) => fate === 'lost' && sentAt >= from * 1000 && sentAt < to * 1000)
  return {
    attempted: verdict.attempted,
    acknowledged,
    lost,
    lostPercent: acknowledged === 0 ? null : Math.round((lost / acknowledged) * 1000) / 10,
    safe: acknowledged - lost,
    refused: verdict.refused,
    refusedNoReplicas: refusedWith('NOREPLICAS'),
    refusedReadOnly: refusedWith('READONLY'),
    noConnection: verdict.noConnection,
    unanswered: verdict.unanswered,
    survivedUnacknowledged: verdict.survivedUnacknowledged,
    lostDuringCut: lostBetween(networkCutAt, networkHealedAt ?? Number.POSITIVE_INFINITY),
    lostAfterHeal: lostBetween(networkHealedAt, Number.POSITIVE_INFINITY),
    discarded: events.reduce((sum, event) => sum + (event.type === 'load' ? event.discarded : 0), 0),
  }
}

function waitsOf(run: Run, verdict: Verdict) {
  const { events } = run
  const asked = new Map<number, number>()
  for (const event of events) if (event.type === 'wait-answer') asked.set(event.write, event.asked)
  const counts = { waitConfirmed: 0, waitConfirmedLost: 0, waitUnconfirmed: 0, waitUnconfirmedLost: 0 }
  for (const { write, fate, waited } of waitedFor(run, verdict)) {
    const confirmed = waited !== null && waited >= (asked.get(write) ?? Number.POSITIVE_INFINITY)
    counts[confirmed ? 'waitConfirmed' : 'waitUnconfirmed'] += 1
    if (fate === 'lost') counts[confirmed ? 'waitConfirmedLost' : 'waitUnconfirmedLost'] += 1
  }
  const typed = events.find(isTypedWait)
  return {
    ...counts,
    waitReturned: typeof typed?.reply === 'number' ? typed.reply : null,
    clientUnblockedAt: inMs(typed?.at),
    waitTook: inMs(typed?.took),
  }
}

function spansOf({ scenario, events }: Run, { writes }: Verdict, moments: Moments) {
  const lost = writes.filter(({ fate }) => fate === 'lost')
  const refused = writes.filter(({ fate }) => fate === 'refused')
  const firstLostSentAt = inMs(lost[0]?.sentAt)
  const lastLostSentAt = inMs(lost.at(-1)?.sentAt)
  const { networkCutAt, networkHealedAt, serverRestartedAt, sentinelsAgreedAt, replicaPromotedAt, primaryDemotedAt } = moments
  const fault = lastFaultBefore(events, sentinelsAgreedAt ?? replicaPromotedAt)
  const behindCut = refused.find(({ sentAt }) => networkCutAt !== null && sentAt >= networkCutAt * 1000)
  return {
    networkCutFor: between(networkCutAt, networkHealedAt),
    sentinelsAgreedAfter: between(fault, sentinelsAgreedAt),
    replicaPromotedAfter: between(fault, replicaPromotedAt),
    primaryDemotedAfterReturn: between(networkHealedAt ?? serverRestartedAt, primaryDemotedAt),
    twoPrimariesFor: twoPrimariesFor(events, scenario.durationMs),
    firstLostSentAt,
    lastLostSentAt,
    lostSentFor: between(firstLostSentAt, lastLostSentAt),
    firstRefusedSentAt: inMs(refused[0]?.sentAt),
    firstRefusedAfterCut: between(networkCutAt, inMs(behindCut?.sentAt)),
  }
}

/** What each event changes of the set of living servers that take themselves for primaries. */
const REIGNS: Partial<Rows<[primaries: Set<string>], void>> = {
  settled({ servers }, primaries) {
    for (const { host, role } of servers) if (role === 'primary') primaries.add(host)
  },
  role: reign,
  boot: reign,
  kill({ host, process }, primaries) {
    if (isServer(process)) primaries.delete(host)
  },
}

function reign({ host, role }: EventOf<'role' | 'boot'>, primaries: Set<string>): void {
  if (role === 'primary') primaries.add(host)
  else primaries.delete(host)
}

/** Time in which there were at least two of them; null when that never was. */
function twoPrimariesFor(events: readonly JournalEvent[], durationMs: number): number | null {
  const primaries = new Set<string>()
  let total = 0
  let since = 0
  const advance = (at: number) => {
    if (primaries.size > 1) total += at - since
    since = at
  }
  for (const event of events) {
    advance(event.at)
    rowOf(REIGNS, event)?.(event, primaries)
  }
  advance(durationMs * 1000)
  return total === 0 ? null : total / 1000
}

function isTypedWait(event: JournalEvent): event is EventOf<'reply'> & JournalEvent {
  return event.type === 'reply' && event.name === 'WAIT'
}

function lastFaultBefore(events: readonly JournalEvent[], ms: number | null): number | null {
  if (ms === null) return null
  return inMs(events.findLast((event) => event.at <= ms * 1000 && isFault(event))?.at)
}

/** Of what is about no process; all else is done to the network. */
const HARMLESS: ReadonlySet<JournalEvent['type']> = new Set(['header', 'settled', 'heal'])

function isFault(event: JournalEvent): boolean {
  if (event.host === null) return !HARMLESS.has(event.type)
  return (event.type === 'kill' || event.type === 'pause') && isServer(event.process)
}

function between(from: number | null, to: number | null): number | null {
  return from === null || to === null || to < from ? null : thousandths(to - from)
}

function smallest(values: readonly number[]): number | null {
  return values.length === 0 ? null : Math.min(...values)
}

function inMs(at: number | undefined): number | null {
  return at === undefined ? null : at / 1000
}
