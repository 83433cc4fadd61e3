import type { ConnectionId } from '../../core/end'
import { type Fifo, newFifo } from '../../core/fifo'
import type { Place } from '../../core/place'
import { newStream, type Stream } from '../../core/random'
import { type Micros, micros } from '../../core/time'
import type { Reply } from '../../reply'
import type { Message } from '../messages'
import type { ClusterWorld } from '../protocol'
import type { Command } from '../redis/messages'
import type { LockClient, LockConf, LockSpec } from './spec'

/** What the scenario says of a client that takes a lock. */
export interface LockPlan {
  readonly client: LockClient
  /** To which it is connected at time zero; the first of several. */
  readonly server: string
  /** The replicas of that. */
  readonly replicas: readonly string[]
}

export type Request = Command

/** What a client goes by: the settings of its library, those of the scenario in place of its own. */
export interface Settings {
  /** Milliseconds from one look at a sentinel to the next. */
  readonly scanInterval: number
  /** Errors after which it sends a command again, as it does after a timeout. Absent: a lost connection is an answer. */
  readonly resentAfter?: readonly string[]
  /** Until then: the least and the most milliseconds, or as many as the scenario says. */
  readonly resentIn?: readonly [least: number, most: number]
  readonly retryInterval?: number
}

/** A server on which it takes its lock. */
export interface Node {
  readonly server: string
  connection: ConnectionId | null
  /** Its connection is established. */
  open: boolean
  /** Requests whose answers are to come, in their order, each by its call and its place in that. */
  pending: Fifo<{ readonly call: number; readonly index: number }>
}

/** Requests that go to one server together, until all are answered or it is given up. */
export interface Call {
  readonly id: number
  /** Index of the node. */
  readonly node: number
  /** What comes after the answers. */
  readonly step: string
  /** What for, where a step serves several. */
  readonly goal: string
  /** Of the try that it belongs to. */
  readonly turn: number
  readonly requests: readonly Request[]
  readonly replies: Reply[]
  readonly answered: boolean[]
  /** How many replicas its WAIT asks for; 0 without one. */
  readonly asked: number
  /** Milliseconds until it is overdue; null: it may wait for ever. */
  readonly patienceMs: number | null
  /** When it was first sent. */
  readonly since: Micros
  /** Further attempts to get an answer. */
  attempts: number
}

/** A client that takes a lock, as plain data. */
export interface LockState<Conf extends Settings = Settings> {
  readonly host: string
  /** Index of its place. */
  readonly place: number
  /** Of the scripts that it sends. */
  readonly kind: string
  readonly spec: LockSpec
  readonly conf: Conf
  /** Of a grant: the one asked for, or the watchdog's (L17). */
  readonly lease: Micros
  /** Those that it asks; none: it knows its servers. */
  readonly sentinels: readonly string[]
  /** It takes its lock on one server, which the journal is told about. */
  readonly single: boolean
  /** Of the server to which it is connected at time zero. */
  readonly replicas: number
  readonly random: Stream
  nodes: Node[]
  calls: Record<number, Call>
  /** How many there have been. */
  called: number
  /** `leaving`: its `unlock()` is under way. */
  phase: 'idle' | 'trying' | 'held' | 'leaving'
  /** Raised with each try, so that the timers of an earlier one are void. */
  turn: number
  /** Of the try, and of its round where it has several. */
  since: Micros
  round: number
  roundSince: Micros
  /** Further rounds. */
  rounds: number
  yes: number
  no: number
  /** Nodes that it has so far, where it takes one after the other. */
  taken: number[]
  until: Micros
  token: number | null
  /** The count that Redisson keeps (L9); null: to be asked for. */
  cached: number | null
  /** Replicas in the client's own list (L9). */
  listed: number
  /** The sentinel that it asks who the primary is: its index, and the connection while it asks. */
  sentinel: number
  asking: ConnectionId | null
  scans: number
  resource: ConnectionId | null
  /** Nothing has been written under this lock yet. */
  fresh: boolean
  /** The connection on which it hears of unlocks, while it waits for a lock (L16). */
  channel: ConnectionId | null
  /** It sleeps until it hears of one, or for long enough. */
  asleep: boolean
  /** It has heard of one since it last slept. */
  heard: boolean
}

/** One that has just begun. */
export function newLock<Conf extends Settings>(
  world: ClusterWorld,
  { host, index, incarnation }: Place<Message>,
  { client, server, replicas: { length: replicas } }: LockPlan,
  kind: string,
  conf: Conf & Pick<LockConf, 'lockWatchdogTimeout'>,
): LockState<Conf> {
  const { connect, lock: spec, sentinels = [] } = client
  const single = typeof connect === 'string'
  return {
    host,
    place: index,
    kind,
    spec,
    conf,
    lease: micros(spec.leaseMs ?? conf.lockWatchdogTimeout ?? 0),
    sentinels,
    single,
    replicas,
    random: newStream(world.seed, `lock:${host}:${incarnation}`),
    nodes: (single ? [server] : connect).map(newNode),
    calls: {},
    called: 0,
    phase: 'idle',
    turn: 0,
    since: 0,
    round: 0,
    roundSince: 0,
    rounds: 0,
    yes: 0,
    no: 0,
    taken: [],
    until: 0,
    token: null,
    cached: null,
    listed: replicas,
    sentinel: 0,
    asking: null,
    scans: 0,
    resource: null,
    fresh: false,
    channel: null,
    asleep: false,
    heard: false,
  }
}

export function newNode(server: string): Node {
  return { server, connection: null, open: false, pending: newFifo() }
}

/** Who the lock's key belongs to while it has it: the value of a `SET`, or Redisson's `uuid:thread`. */
export function ownerOf({ host, turn, kind }: LockState): string {
  return kind === 'redisson' ? host : `${host}:${turn}`
}
