import type { ConnectionId, Side } from '../../core/end'
import type { Place } from '../../core/place'
import { integerIn, newStream, type Stream } from '../../core/random'
import { type Micros, micros, NEVER } from '../../core/time'
import { emit, placeOf } from '../../core/world'
import type { SentinelLogEvent } from '../../journal'
import type { Message } from '../messages'
import type { ClusterWorld } from '../protocol'
import type { SentinelConf } from './conf'
import { MAX_DESYNC_MS } from './constants'
import { type Instance, newInstance } from './instance'

export type FailoverState =
  | 'none'
  | 'wait start'
  | 'select replica'
  | 'send replicaof no one'
  | 'wait promotion'
  | 'reconfigure replicas'
  | 'update config'

/** What a sentinel writes to its file at each change, and finds again after a restart (R101). */
export interface SentinelFile {
  readonly primary: string
  readonly replicas: readonly string[]
  readonly sentinels: readonly string[]
  readonly currentEpoch: number
  readonly configEpoch: number
  readonly voteEpoch: number
}

/** Where in the tables of a sentinel an instance stands. */
export type InstanceRef = { readonly type: 'primary' } | { readonly type: 'replica' | 'peer'; readonly index: number }

/** What waits for the configuration file to be written. */
export interface Letter {
  readonly type: 'letter'
  readonly connection: ConnectionId
  readonly side: Side
  readonly message: Message
  readonly cause: number | null
}

/** What a sentinel knows of its primary, the replicas and the other sentinels, as plain data. */
export interface SentinelState {
  readonly host: string
  /** Index of its place. */
  readonly place: number
  readonly quorum: number
  readonly conf: SentinelConf
  readonly downAfter: Micros
  readonly failoverTimeout: Micros
  /** Draws the length of each tick. */
  readonly ticks: Stream
  readonly desyncs: Stream
  readonly flushes: Stream
  currentEpoch: number
  configEpoch: number
  primary: Instance
  replicas: Instance[]
  readonly peers: Instance[]
  /** The sentinel it voted for, and in which epoch (R100). */
  vote: string | null
  voteEpoch: number
  objectivelyDown: boolean
  /** The events in the journal that are behind it, behind the state of a failover, and behind the configuration it tells others. */
  objectivelyDownBy: number | null
  stateBy: number | null
  configBy: number | null
  failoverState: FailoverState
  /** A user asked for it: no votes needed (R125). */
  forced: boolean
  failoverEpoch: number
  failoverStart: Micros
  stateChange: Micros
  /** The host of the replica that is being promoted. */
  promoted: string | null
  tilt: boolean
  tiltSince: Micros
  lastTick: Micros
  /** Which connection belongs to which instance. */
  readonly links: Record<ConnectionId, InstanceRef>
  /** What waits for the configuration file to be written; null when nothing is being written. */
  unsent: Letter[] | null
  /** Whom it names to clients; what the journal last heard. */
  named: string
}

/** A sentinel that starts with this file: it knows whom it watches, and has no connection yet. */
export function newSentinel(
  world: ClusterWorld,
  { host, index, incarnation }: Place<Message>,
  settings: { readonly quorum: number; readonly conf: SentinelConf },
  file: SentinelFile,
  lastTick: Micros,
): SentinelState {
  const { conf, quorum } = settings
  const stream = (name: string) => newStream(world.seed, `${name}:${host}:${incarnation}`)
  return {
    host,
    place: index,
    quorum,
    conf,
    downAfter: micros(conf['down-after-milliseconds']),
    failoverTimeout: micros(conf['failover-timeout']),
    ticks: stream('ticks'),
    desyncs: stream('desync'),
    flushes: stream('flush'),
    currentEpoch: file.currentEpoch,
    configEpoch: file.configEpoch,
    primary: newInstance('master', file.primary, world.now),
    replicas: file.replicas.map((replica) => newInstance('slave', replica, world.now)),
    peers: file.sentinels.map((peer) => newInstance('sentinel', peer, world.now)),
    vote: null,
    voteEpoch: file.voteEpoch,
    objectivelyDown: false,
    objectivelyDownBy: null,
    stateBy: null,
    configBy: null,
    failoverState: 'none',
    forced: false,
    failoverEpoch: 0,
    failoverStart: NEVER,
    stateChange: NEVER,
    promoted: null,
    tilt: false,
    tiltSince: NEVER,
    lastTick,
    links: {},
    unsent: null,
    named: file.primary,
  }
}

/** The sentinel on a host. */
export function sentinelOn(world: ClusterWorld, host: string): SentinelState {
  const { state } = placeOf(world, host, 'sentinel')
  if (state === null || !isSentinel(state)) throw new Error(`no sentinel runs on ${host}`)
  return state
}

function isSentinel(state: object): state is SentinelState {
  return 'failoverState' in state
}

/** What it has written to its file. The new primary stands there as soon as its promotion is confirmed (R101, R113). */
export function fileOf(sentinel: SentinelState): SentinelFile {
  const primary = primaryNamed(sentinel)
  return {
    primary,
    replicas: sentinel.replicas.map(({ host }) => (host === primary ? sentinel.primary.host : host)),
    sentinels: sentinel.peers.map(({ host }) => host),
    currentEpoch: sentinel.currentEpoch,
    configEpoch: sentinel.configEpoch,
    voteEpoch: sentinel.voteEpoch,
  }
}

export function inFailover(sentinel: SentinelState): boolean {
  return sentinel.failoverState !== 'none'
}

/** The replica that is being promoted. */
export function promotedOf({ promoted, replicas }: SentinelState): Instance | null {
  return replicas.find(({ host }) => host === promoted) ?? null
}

/** The address it gives to a client: the promoted replica as soon as the promotion is confirmed (R113). */
export function primaryNamed({ failoverState, promoted, primary }: SentinelState): string {
  const confirmed = failoverState === 'reconfigure replicas' || failoverState === 'update config'
  return confirmed && promoted !== null ? promoted : primary.host
}

export function instancesOf({ primary, replicas, peers }: SentinelState): readonly Instance[] {
  return [primary, ...replicas, ...peers]
}

/** The instance at the other end of a connection. */
export function instanceAt(sentinel: SentinelState, connection: ConnectionId): Instance | undefined {
  const ref = sentinel.links[connection]
  if (ref === undefined) return undefined
  if (ref.type === 'primary') return sentinel.primary
  return (ref.type === 'replica' ? sentinel.replicas : sentinel.peers)[ref.index]
}

/** Where an instance stands. */
export function refOf(sentinel: SentinelState, instance: Instance): InstanceRef {
  if (instance.kind === 'master') return { type: 'primary' }
  if (instance.kind === 'slave') return { type: 'replica', index: sentinel.replicas.indexOf(instance) }
  return { type: 'peer', index: sentinel.peers.indexOf(instance) }
}

/** 0 … 999 ms (R102). */
export function desync(sentinel: SentinelState): Micros {
  return micros(integerIn(sentinel.desyncs, 0, MAX_DESYNC_MS))
}

/** Puts an event of rule R157 into the journal. */
export function note(
  world: ClusterWorld,
  { host }: SentinelState,
  event: SentinelLogEvent['event'],
  instance: Instance,
  extra: Partial<Pick<SentinelLogEvent, 'epoch' | 'have' | 'need' | 'peer' | 'to'>> = {},
): void {
  emit(world, {
    at: world.now,
    host,
    type: 'sentinel',
    by: world.cause,
    event,
    target: instance.host,
    kind: instance.kind,
    ...extra,
  })
}

/** Puts a change of the named primary into the journal. */
export function noteBelief(world: ClusterWorld, sentinel: SentinelState): void {
  const primary = primaryNamed(sentinel)
  if (primary === sentinel.named) return
  sentinel.named = primary
  const { host, configEpoch: epoch } = sentinel
  emit(world, { at: world.now, host, type: 'belief', by: world.cause, primary, epoch })
  sentinel.configBy = world.cause
}
