import type { ConnectionId } from '../../core/end'
import type { Fifo } from '../../core/fifo'
import type { Place } from '../../core/place'
import { hex40, integerIn, newStream, type Stream } from '../../core/random'
import type { Micros } from '../../core/time'
import { placeOf, streamOf, unixtime } from '../../core/world'
import { PORT } from '../../defaults'
import type { EventOf, Role } from '../../journal'
import type { Message } from '../messages'
import type { ClusterWorld } from '../protocol'
import type { RedisConf } from './conf'
import { type DataSet, hold, newDataSet } from './data'
import type { Disk } from './disk'
import type { Request, Snapshot, StreamItem } from './messages'
import type { Backlog } from './replication/backlog'
import { VERSIONS, type VersionRules } from './versions'

/** A replica as its primary sees it. */
export interface AttachedReplica {
  readonly connection: ConnectionId
  readonly host: string
  /** Whole seconds. */
  readonly psyncTime: number
  /** Its PSYNC, in the journal; null before time zero. */
  readonly psyncBy: number | null
  /** `waiting`: for a snapshot; `transfer`: its snapshot is on the way (R38). */
  state: 'waiting' | 'transfer' | 'online'
  ackOffset: number
  /** Up to where its disk has the stream, by its last ACK; absent where it did not say (R72). */
  fsynced?: number
  /** Whole seconds. */
  ackTime: number
  /** What it gets after its snapshot; null once the stream flows. */
  pending: StreamItem[] | null
  snapshot: Snapshot | null
}

/** The link of a replica to its primary. */
export interface PrimaryLink {
  readonly primary: string
  connection: ConnectionId | null
  /** `idle`: waits for the next replicationCron. */
  state: 'idle' | 'connecting' | 'handshake' | 'sync' | 'up'
  lastIo: Micros
}

/** What a blocked client has sent meanwhile, with the event that caused it. */
export interface Held {
  readonly request: Request
  readonly cause: number | null
}

/** A connection of a client or a sentinel, as the server sees it. */
export interface ServedClient {
  readonly connection: ConnectionId
  /** What it has subscribed to; absent where it has not. */
  channel?: string
  /** Clients are numbered in the order in which they first said something. */
  readonly number: number
  /** The offset after its last command (R61). */
  offset: number
  /** `wait`, `waitaof`: blocked in WAIT or WAITAOF; `pause`: parked while writes are paused. What it sends meanwhile waits in `queue`. */
  blocked:
    | {
        readonly by: 'wait'
        readonly replicas: number
        readonly offset: number
        /** Null: for ever. */
        readonly deadline: number | null
      }
    | {
        readonly by: 'waitaof'
        readonly local: number
        readonly replicas: number
        readonly offset: number
        readonly deadline: number | null
      }
    | { readonly by: 'pause' }
    | null
  readonly queue: Fifo<Held>
}

/** What has become of the append-only file; kept only where a scenario asks what a disk has (R72–R74). */
export interface Fsyncs {
  /** Writes in the file that are on the disk. */
  onDisk: number
  /** Writes that were in it when the last fsync began. */
  begun: number
  /** Up to which offset the disk has all, as the thread that fsyncs has noted, and as the server has learned of it; −1 without an AOF. */
  noted: number
  known: number
  /** When the last fsync began. */
  last: Micros
  /** What the fsync in the background covers; null while none runs. */
  running: { readonly writes: number; readonly offset: number } | null
  /** The last instant for which a look at the file has been ordered; µs. */
  ordered: Micros
  /** The system writes back what has been left to it; a timer waits for that. */
  writeback: boolean
  /** What rings now is not a turn of the event loop. */
  aside: boolean
}

/** A coordinated hand-over in progress (R155): writes are paused. */
export interface Failover {
  readonly state: 'waiting-for-sync' | 'failover-in-progress'
  /** Null: whichever replica is in sync first. */
  readonly target: string | null
  readonly force: boolean
  /** With a deadline the primary sends no PING meanwhile (R19). */
  readonly timed: boolean
  /** Distinguishes this attempt from earlier ones when its timer rings. */
  readonly attempt: number
}

/** What a Redis server knows, as plain data. */
export interface ServerState {
  readonly host: string
  /** Index of its place. */
  readonly place: number
  readonly runId: string
  rules: VersionRules
  readonly conf: { -readonly [Key in keyof RedisConf]: RedisConf[Key] }
  readonly disk: Disk
  readonly cronRandom: Stream
  /** Draws whether what arrives at one instant is read in one turn. */
  readonly turnRandom: Stream
  role: Role
  /** The primary it follows; null on a primary. */
  primary: string | null
  primaryPort: number
  replid: string
  /** The history it had before its last promotion or change of history, valid up to `secondOffset` − 1 (R33). */
  replid2: string | null
  secondOffset: number
  offset: number
  /** Whether its identity is worth asking a partial resync with (R29). */
  hasHistory: boolean
  backlog: Backlog | null
  /** A `SELECT` stands in the stream already (R10). */
  selected: boolean
  readonly data: DataSet
  replicas: AttachedReplica[]
  /** The cached count of good replicas (R50). */
  goodReplicas: number
  /** What the journal heard last of its gate, while it is a primary. */
  gate: { readonly good: number; readonly needed: number; readonly open: boolean } | null
  link: PrimaryLink | null
  /** Whole seconds; null when the link was never up since the last start or promotion (R111). */
  linkDownSince: number | null
  /** Whom it serves, by the connection. */
  readonly clients: Record<ConnectionId, ServedClient>
  /** How many clients have ever said something. */
  clientsSeen: number
  /** Who subscribed to `__sentinel__:hello`, in that order. */
  subscribers: ConnectionId[]
  /** Clients blocked in `WAIT`, in the order of blocking. */
  waiting: ConnectionId[]
  /** Clients parked while writes are paused, in the order in which they came to be served. */
  parked: ConnectionId[]
  /** The pause has just ended: the parked are looked at again at the end of this turn. */
  unpaused: boolean
  /** A WAIT has blocked in this turn. */
  getackDue: boolean
  failover: Failover | null
  failoverAttempts: number
  /** Replicas that wait for a snapshot are served by one child at a time: its number; null when none runs. */
  child: number | null
  children: number
  /** The append-only file holds what memory holds. */
  aof: boolean
  fsyncs: Fsyncs | null
  /** The number of the rewrite that will make it so; null when none runs. */
  rewrite: number | null
  rewrites: number
  /** The last run of replicationCron; serverCron runs every `cronStep` (R4, R5). */
  lastCron: Micros
  cronStep: Micros
  cronLoops: number
  noReplicasSince: number
  /** Whole seconds of the last snapshot on disk, and the changes since. */
  lastSave: number
  changesSinceSave: number
}

/** A server that has just started with these files: a primary without data, until its files say otherwise. */
export function newServer(world: ClusterWorld, place: Place<Message>, disk: Disk): ServerState {
  const { host, incarnation } = place
  const cronRandom = newStream(world.seed, `cron:${host}:${incarnation}`)
  return {
    host,
    place: place.index,
    runId: newIdentity(world, host),
    rules: VERSIONS['redis-7.0'],
    conf: { ...disk.conf },
    disk,
    cronRandom,
    turnRandom: newStream(world.seed, `turns:${host}:${incarnation}`),
    role: 'primary',
    primary: null,
    primaryPort: PORT,
    replid: newIdentity(world, host),
    replid2: null,
    secondOffset: -1,
    offset: 0,
    hasHistory: false,
    backlog: null,
    selected: false,
    data: newDataSet(),
    replicas: [],
    goodReplicas: 0,
    gate: null,
    link: null,
    linkDownSince: null,
    clients: {},
    clientsSeen: 0,
    subscribers: [],
    waiting: [],
    parked: [],
    unpaused: false,
    getackDue: false,
    failover: null,
    failoverAttempts: 0,
    child: null,
    children: 0,
    aof: false,
    fsyncs: null,
    rewrite: null,
    rewrites: 0,
    lastCron: world.now,
    cronStep: drawCronStep(cronRandom),
    cronLoops: 0,
    noReplicasSince: unixtime(world),
    lastSave: unixtime(world),
    changesSinceSave: 0,
  }
}

/** The server on a host. */
export function serverOn(world: ClusterWorld, host: string): ServerState {
  const { state } = placeOf(world, host, 'redis')
  if (state === null || !isServer(state)) throw new Error(`no server runs on ${host}`)
  return state
}

function isServer(state: object): state is ServerState {
  return 'replid' in state
}

/** A new replication ID or run ID of a server, from a stream of its own (R7). */
export function newIdentity(world: ClusterWorld, host: string): string {
  return hex40(streamOf(world, `ids:${host}`))
}

/** serverCron drifts by what it costs (R4, R5). */
export function drawCronStep(cronRandom: Stream): Micros {
  return 100_300 + integerIn(cronRandom, 0, 700)
}

/** Its place in a history, and the history it remembers beside it, as the journal tells it. */
export function identityOf({
  replid,
  replid2,
  secondOffset,
  offset,
}: ServerState): Pick<EventOf<'role'>, 'replid' | 'replid2' | 'secondOffset' | 'offset'> {
  return { replid, replid2, secondOffset, offset }
}

export function forgetSecondHistory(server: ServerState): void {
  server.replid2 = null
  server.secondOffset = -1
}

/** Takes a write into its data set. */
export function take(world: ClusterWorld, server: ServerState, write: number): void {
  hold(server.data, write)
  server.changesSinceSave += world.changes[write] ?? 0
}

/** A server whose link to its primary is up, or a primary. */
export function isSynced(server: ServerState): boolean {
  return server.role === 'primary' || server.link?.state === 'up'
}

/** The first turn of the event loop after `at` on an idle server (R66). */
export function nextTurn({ lastCron, cronStep }: ServerState, at: Micros): Micros {
  return lastCron + (Math.floor((at - lastCron) / cronStep) + 1) * cronStep
}
