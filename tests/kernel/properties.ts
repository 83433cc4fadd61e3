import { type Rows, rowOf } from '@/lib/reading/events'
import '@/lib/reading/verdict/mysql'
import { writesOf } from '@/lib/reading/verdict/copies'
import { replay } from '@/lib/reading/verdict/replay'
import type { Verdict } from '@/lib/reading/verdict/verdict'
import type {
  ClientEvent,
  JournalEvent,
  LockEvent,
  LockKeyEvent,
  MysqlEvent,
  ResourceEvent,
  SentinelEvent,
  ServerEvent,
} from '@/lib/sim/journal'
import type { Run } from '@/lib/sim/outputs'
import { oracle } from './oracle'

/** What holds in every run. Each returns what is wrong, or null. */
export type Property = (run: Run, verdict: Verdict) => string | null

/** The judge by data sets and the oracle by histories agree on every write. */
export const oracleAgrees: Property = (run, verdict) => {
  const opinion = oracle(run)
  if (opinion.finalPrimary !== verdict.finalPrimary) {
    return `final primary ${verdict.finalPrimary}, by the oracle ${opinion.finalPrimary}`
  }
  const wrong = verdict.writes.find(({ write, survived }) => survived !== opinion.survives(write))
  return wrong === undefined ? null : `write ${wrong.write}: survived ${wrong.survived}, by the oracle ${!wrong.survived}`
}

/** What a server does with a write that it answers `OK`. */
const ANSWERED: ReadonlySet<JournalEvent['type']> = new Set(['execute', 'unchanged'])

/**
 * Every lost write was destroyed by an event after it was executed, or is still on a server when the run ends; of no other write is
 * either said.
 */
export const lossesAreExplained: Property = ({ events }, { writes }) => {
  const executed = new Map(
    events.flatMap((event, index) =>
      ANSWERED.has(event.type) && 'write' in event ? [[event.write, { at: event.at, index }] as const] : [],
    ),
  )
  for (const { write, fate, lostBy, leftOn } of writes) {
    if (fate !== 'lost') {
      if (lostBy !== null || leftOn.length > 0) return `write ${write} is ${fate} and has a cause`
      continue
    }
    const cause = lostBy === null ? undefined : events[lostBy]
    if (lostBy === null || cause === undefined) {
      if (leftOn.length === 0) return `write ${write} was lost by nothing`
      continue
    }
    if (!['kill', 'load', 'boot'].includes(cause.type)) return `write ${write} was lost by ${cause.type}`
    const since = executed.get(write)
    if (since === undefined || cause.at < since.at || lostBy < since.index)
      return `write ${write} was lost before it was executed`
  }
  return null
}

/**
 * A write that `WAIT` confirmed for all other servers survives every failover, on these conditions:
 * no server was started again without all of its data (R37, R76: a primary that comes back empty or with an old snapshot wipes
 * its replicas, and one that comes back with less may be promoted, R111), so each that was started writes an AOF from the start;
 * and the count stands for as many servers: no replica was attached twice (R32: until its old connection times out, both count).
 */
export const fullyConfirmedSurvives: Property = (run, { writes }) => {
  if (!restartsKeepEverything(run) || someReplicaIsAttachedTwice(run.events) || asksDisks(run)) return null
  const others = Object.values(run.scenario.hosts).filter(({ redis }) => redis !== undefined).length - 1
  const gone = writes.find(({ fate, waited }) => fate === 'lost' && waited !== null && waited >= others)
  return gone === undefined ? null : `write ${gone.write} was confirmed by all ${gone.waited} and is gone`
}

/** A `WAITAOF` counts disks. */
function asksDisks({ scenario }: Run): boolean {
  return scenario.workload.some(({ wait }) => wait?.local !== undefined)
}

/**
 * A write that `WAITAOF` found on the disks of all servers survives whatever happens, a power failure of all of them included (R72, R74), where
 * each writes its AOF all the time and none is counted twice (R32).
 */
export const fullyFsyncedSurvives: Property = (run, { writes }) => {
  const servers = Object.values(run.scenario.hosts).flatMap(({ redis }) => redis ?? [])
  if (servers.some(({ conf }) => conf.appendonly !== 'yes') || someReplicaIsAttachedTwice(run.events)) return null
  if (run.events.some((event) => event.type === 'config' && event.directive === 'appendonly')) return null
  for (const event of run.events) {
    if (event.type !== 'wait-answer' || event.disks === undefined) continue
    const [local, replicas] = event.disks
    if (local === 1 && replicas >= servers.length - 1 && writes[event.write]?.fate === 'lost')
      return `write ${event.write} is on all ${servers.length} disks and gone`
  }
  return null
}

export function restartsKeepEverything({ scenario, events }: Run): boolean {
  return events.every((event) => {
    if (event.type === 'kill' && event.power) return false
    if (event.type === 'config' && event.directive === 'appendonly') return false
    if (event.type !== 'start' || event.process !== 'redis') return true
    return scenario.hosts[event.host]?.redis?.conf.appendonly === 'yes'
  })
}

export function someReplicaIsAttachedTwice(events: readonly JournalEvent[]): boolean {
  const attached = new Map<string, number>()
  for (const event of events) {
    if (event.type === 'settled') {
      for (const { host, of } of event.servers) if (of !== null) attached.set(`${of}<${host}`, 1)
    } else if (event.type === 'replica-online') {
      const pair = `${event.host}<${event.replica}`
      const count = (attached.get(pair) ?? 0) + 1
      if (count > 1) return true
      attached.set(pair, count)
    } else if (event.type === 'replica-lost') {
      attached.set(`${event.host}<${event.replica}`, 0)
    } else if (event.type === 'kill' && event.process === 'redis') {
      for (const pair of attached.keys()) if (pair.startsWith(`${event.host}<`)) attached.set(pair, 0)
    }
  }
  return false
}

/** At most one sentinel is elected in each epoch. One that was ordered by hand needs no votes and is no leader (R125). */
export const oneLeaderAnEpoch: Property = ({ events }) => {
  const forced = forcedFailovers(events)
  const leaders = new Map<number, string>()
  for (const event of events) {
    if (event.type !== 'sentinel' || event.event !== '+elected-leader' || event.epoch === undefined) continue
    if (forced.has(`${event.host} ${event.epoch}`)) continue
    const leader = leaders.get(event.epoch) ?? event.host
    if (leader !== event.host) return `${leader} and ${event.host} lead in epoch ${event.epoch}`
    leaders.set(event.epoch, leader)
  }
  return null
}

/** Sentinel and epoch of the failovers that somebody typed: the attempt begins before the answer to the command is read. */
function forcedFailovers(events: readonly JournalEvent[]): ReadonlySet<string> {
  const forced = new Set<string>()
  const attempts = new Map<string, number>()
  for (const event of events) {
    if (event.type === 'sentinel' && event.event === '+try-failover' && event.epoch !== undefined) {
      attempts.set(event.host, event.epoch)
    }
    if (
      event.type !== 'reply' ||
      event.reply !== 'OK' ||
      event.name !== 'SENTINEL' ||
      event.args[0]?.toUpperCase() !== 'FAILOVER'
    )
      continue
    const sentinel = event.on.replace(/\..*/, '')
    forced.add(`${sentinel} ${attempts.get(sentinel)}`)
  }
  return forced
}

/** No sentinel votes for two in one epoch. */
export const oneVoteAnEpoch: Property = ({ events }) => {
  const votes = new Map<string, string>()
  for (const event of events) {
    if (event.type !== 'sentinel' || event.event !== '+vote-for-leader') continue
    const ballot = `${event.host} in epoch ${event.epoch}`
    const earlier = votes.get(ballot) ?? event.peer
    if (earlier !== event.peer) return `${ballot} votes for ${earlier} and for ${event.peer}`
    if (event.peer !== undefined) votes.set(ballot, event.peer)
  }
  return null
}

/** A server's offset goes back only with a full resync or a restart. */
export const offsetsOnlyGrow: Property = ({ events }) => {
  const offsets = new Map<string, number>()
  for (const event of events) {
    const { host: server } = event
    const seen = rowOf(OFFSETS, event)?.(event)
    if (seen === undefined || server === null) continue
    const { offset, mayGoBack } = seen
    if (!mayGoBack && offset < (offsets.get(server) ?? 0)) {
      return `${server} goes from ${offsets.get(server)} back to ${offset} by ${event.type} at ${event.at}`
    }
    offsets.set(server, offset)
  }
  return null
}

/** The events that tell at which offset a server is, and whether it may be lower than before. */
const OFFSETS: Partial<Rows<[], { readonly offset: number; readonly mayGoBack: boolean }>> = {
  execute: ({ offset }) => ({ offset, mayGoBack: false }),
  apply: ({ offset }) => ({ offset, mayGoBack: false }),
  role: ({ offset }) => ({ offset, mayGoBack: false }),
  snapshot: ({ offset }) => ({ offset, mayGoBack: false }),
  continue: ({ offset }) => ({ offset, mayGoBack: false }),
  load: ({ offset }) => ({ offset, mayGoBack: true }),
  boot: ({ offset }) => ({ offset, mayGoBack: true }),
}

/** What kind of process says an event. What is done to one from outside, and what somebody who types is answered, no process says. */
const SAID_BY: Readonly<
  Record<ServerEvent['type'], 'redis'> &
    Record<SentinelEvent['type'], 'sentinel'> &
    Record<Exclude<ClientEvent['type'], 'reply'>, 'client'> &
    Record<LockEvent['type'], 'client'> &
    Record<LockKeyEvent['type'], 'redis'> &
    Record<ResourceEvent['type'], 'resource'> &
    Record<MysqlEvent['type'], 'mysql'>
> = {
  boot: 'redis',
  role: 'redis',
  link: 'redis',
  'link-lost': 'redis',
  psync: 'redis',
  continue: 'redis',
  snapshot: 'redis',
  load: 'redis',
  'replica-online': 'redis',
  'replica-lost': 'redis',
  ack: 'redis',
  gate: 'redis',
  execute: 'redis',
  unchanged: 'redis',
  apply: 'redis',
  aof: 'redis',
  fsync: 'redis',
  'config-saved': 'redis',
  config: 'redis',
  'failover-state': 'redis',
  'binlog-written': 'mysql',
  'binlog-synced': 'mysql',
  'engine-commit': 'mysql',
  'relay-written': 'mysql',
  applied: 'mysql',
  'ack-received': 'mysql',
  'wait-start': 'mysql',
  'wait-end': 'mysql',
  'semisync-off': 'mysql',
  'semisync-on': 'mysql',
  'replica-attached': 'mysql',
  'replica-noticed-dead': 'mysql',
  receiver: 'mysql',
  applier: 'mysql',
  'mysql-up': 'mysql',
  promoted: 'mysql',
  'read-only': 'mysql',
  repointed: 'mysql',
  errant: 'mysql',
  variable: 'mysql',
  sentinel: 'sentinel',
  belief: 'sentinel',
  connect: 'client',
  disconnect: 'client',
  resolve: 'client',
  send: 'client',
  answer: 'client',
  'wait-answer': 'client',
  'lock-try': 'client',
  'lock-granted': 'client',
  'lock-refused': 'client',
  'lock-failed': 'client',
  'lock-renewed': 'client',
  'lock-not-renewed': 'client',
  'lock-left': 'client',
  'lock-key': 'redis',
  'guarded-write': 'resource',
}

/** A process that is dead or frozen says and does nothing. */
export const stoppedAreSilent: Property = ({ events }) => {
  const stopped = new Map<string, string>()
  for (const event of events) {
    if (event.type === 'kill' || event.type === 'pause') stopped.set(`${event.host} ${event.process}`, event.type)
    if (event.type === 'start' || event.type === 'resume') stopped.delete(`${event.host} ${event.process}`)
    if (!(event.type in SAID_BY)) continue
    const speaker = `${event.host} ${SAID_BY[event.type as keyof typeof SAID_BY]}`
    if (stopped.has(speaker)) return `${speaker}: ${event.type} at ${event.at} after ${stopped.get(speaker)}`
  }
  return null
}

/** A server executes nothing while its gate is closed (R51). */
export const gateIsObeyed: Property = ({ events }) => {
  const closed = new Set<string>()
  for (const event of events) {
    if (event.type === 'gate') {
      if (event.open) closed.delete(event.host)
      else closed.add(event.host)
    }
    // A restart counts anew.
    if (event.type === 'boot') closed.delete(event.host)
    if (event.type === 'execute' && closed.has(event.host)) return `${event.host} executes ${event.write} behind a closed gate`
  }
  return null
}

/** A write is executed once at most, before it is applied or acknowledged; the journal is in order. What a script writes nobody has sent. */
export const causeBeforeEffect: Property = ({ events }) => {
  const sent = new Set(events.flatMap((event) => (event.type === 'lock-key' ? [event.write] : [])))
  const executed = new Set<number>()
  let now = 0
  for (const event of events) {
    if (event.at < now || !Number.isInteger(event.at)) return `${event.type} at ${event.at} stands behind ${now}`
    now = event.at
    if (event.type === 'send') sent.add(event.write)
    if (event.type === 'execute') {
      if (executed.has(event.write)) return `write ${event.write} is executed twice`
      if (!sent.has(event.write)) return `write ${event.write} is executed and was never sent`
      executed.add(event.write)
    }
    if (event.type === 'unchanged') {
      if (event.madeBy !== null && !executed.has(event.madeBy))
        return `write ${event.write} found done what never was, by ${event.madeBy}`
      executed.add(event.write)
    }
    if (event.type === 'apply' && !executed.has(event.write)) return `write ${event.write} is applied and was never executed`
    if (event.type === 'answer' && event.error === null && !executed.has(event.write))
      return `write ${event.write} is acknowledged for nothing`
  }
  return null
}

/** Of what is said to have been so from the beginning, the server that says it holds no write. */
export const untouchedIsUntouched: Property = (run, { writes }) => {
  const keys = new Map(writes.map(({ write, key }) => [write, key]))
  let wrong: string | null = null
  replay(run, (index, copies) => {
    const event = run.events[index]
    if (event?.type !== 'unchanged' || event.madeBy !== null) return
    const { host, write } = event
    const earlier = [...writesOf(copies.dataOf(host))].find((held) => keys.get(held) === keys.get(write))
    if (earlier !== undefined) wrong ??= `write ${write} finds untouched on ${host} what write ${earlier} has touched`
  })
  return wrong
}

/** The counts of writes that the kernel puts into `load` and `boot` are those of the data sets that the journal describes. */
export const countsAreTrue: Property = ({ scenario, events }) => {
  const data = new Map<string, ReadonlySet<number>>()
  const snapshots = new Map<number, ReadonlySet<number>>()
  /** Append-only files that do not grow. */
  const files = new Map<string, ReadonlySet<number>>()
  /** How many writes of a growing one are on the disk. */
  const onDisk = new Map<string, number>()
  for (const [host, { redis }] of Object.entries(scenario.hosts)) if (redis?.conf.appendonly !== 'yes') files.set(host, new Set())
  const of = (server: string) => data.get(server) ?? new Set<number>()
  for (const event of events) {
    if (event.type === 'execute' || event.type === 'apply') data.set(event.host, new Set(of(event.host)).add(event.write))
    if (event.type === 'snapshot') snapshots.set(event.snapshot, of(event.host))
    if (event.type === 'load') {
      const next = snapshots.get(event.snapshot) ?? new Set<number>()
      const discarded = [...of(event.host)].filter((write) => !next.has(write)).length
      if (discarded !== event.discarded) return `${event.host} discards ${discarded}, not ${event.discarded}, at ${event.at}`
      data.set(event.host, next)
    }
    if (event.type === 'aof' && !event.on) files.set(event.host, of(event.host))
    if (event.type === 'aof' && event.on) files.delete(event.host)
    if (event.type === 'fsync') onDisk.set(event.host, event.writes)
    if (event.type === 'kill' && event.process === 'redis' && !files.has(event.host)) {
      const left = event.power ? onDisk.get(event.host) : undefined
      files.set(event.host, new Set([...of(event.host)].slice(0, left)))
    }
    if (event.type === 'boot') {
      if (event.loaded === 'nothing') data.set(event.host, new Set())
      if (event.loaded === 'aof') data.set(event.host, files.get(event.host) ?? new Set())
      if (event.loaded === 'rdb') data.set(event.host, snapshots.get(event.snapshot ?? -1) ?? new Set())
      if (of(event.host).size !== event.writes)
        return `${event.host} comes up with ${of(event.host).size}, not ${event.writes} writes`
    }
  }
  return null
}
