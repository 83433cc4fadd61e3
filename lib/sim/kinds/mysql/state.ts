import type { ConnectionId } from '../../core/end'
import type { Place } from '../../core/place'
import { integerIn, newStream } from '../../core/random'
import type { Micros } from '../../core/time'
import type { Message } from '../messages'
import type { ClusterWorld } from '../protocol'
import type { Command } from '../redis/messages'
import type { MysqlConf } from './conf'
import { BEAT, BINLOG_HEAD, CONNECT_RETRY, RETRY_COUNT, TRANSACTION_BYTES } from './constants'
import { type GtidSet, has, include } from './gtid'
import type { Transaction } from './messages'

/** A transaction on its way through the commit. */
export interface Commit {
  readonly write: number
  readonly row: number
  /** Of whoever waits for the `OK`; null for the applier. */
  readonly connection: ConnectionId | null
  /** As it stands in the binlog; one of a session is made at the flush, which gives it its GTID. */
  transaction: Transaction | null
  /** Where it ends in the binlog, once it is there. */
  end: number
  /** The last event about it. */
  by: number | null
}

/** Before or behind the commit in the engine: the stage in which a group may have to wait (Y3). */
export type WaitPoint = MysqlConf['rpl_semi_sync_source_wait_point']

/** Commits that go through a stage together. */
export interface Group {
  readonly point: WaitPoint
  readonly commits: readonly Commit[]
  /** Position of the last. */
  readonly end: number
  readonly serial: number
  waiting: boolean
  readonly since: Micros
}

/** A connection of a client, which has one statement done at a time. */
export interface Session {
  busy: boolean
  /** What came meanwhile, with the events that caused it. */
  readonly held: { readonly command: Command; readonly cause: number | null }[]
}

/** The thread that sends the binlog to one replica. */
export interface Dump {
  readonly connection: ConnectionId
  readonly host: string
  /** What it said that it has. */
  readonly known: GtidSet
  readonly semisync: boolean
  readonly heartbeat: Micros
  /** How much of the binlog it has been sent. */
  sent: number
  lastSent: Micros
  /** `ended` by the replica, which nobody has noticed; `reset` in answer to what was sent to it since: the next send fails (Y22). */
  socket: 'open' | 'ended' | 'reset'
  /** The thread has ended, and waits to be taken off the list (Y20). */
  leaving: boolean
  /** The thread that reads ACKs looks at its socket (Y20); until then an ACK waits there. */
  listed: boolean
  unread: number
  acked: number
}

/** Whom a server follows, as it keeps it in its tables. */
interface Channel {
  of: string | null
  /** Seconds. */
  connectRetry: number
  retryCount: number
  /** Seconds; null: half of `replica_net_timeout`. */
  heartbeat: number | null
}

/** The thread that receives. */
export interface Receiver {
  /** `connecting`: also between two attempts; `requested`: it has asked for the binlog. */
  state: 'stopped' | 'connecting' | 'requested' | 'up'
  connection: ConnectionId | null
  /** As it was when the thread started (Y12). */
  semisync: boolean
  lastIo: Micros
  /** Attempts since the link was last up (Y26). */
  attempts: number
  /** Raised with each attempt, so that the timers of an earlier one are void. */
  attempt: number
  errno: number
  /** Events that it has read and not written yet. */
  incoming: {
    readonly transaction: Transaction
    readonly position: number
    readonly ask: boolean
    readonly cause: number | null
  }[]
}

/** What a death leaves. */
export interface Disk {
  readonly channel: Channel
  readonly binlog: readonly Transaction[]
  /** Behind these the crash cut transactions off. */
  readonly committed: number
  readonly prepared: readonly number[]
  readonly relay: readonly Transaction[]
}

/** What a MySQL server knows, as plain data. */
export interface MysqlState {
  readonly host: string
  /** Index of its place. */
  readonly place: number
  readonly conf: { -readonly [Name in keyof MysqlConf]: MysqlConf[Name] }
  readonly channel: Channel
  readonly sessions: Record<ConnectionId, Session>
  /** Sessions that may go on with what they hold, at the end of this turn. */
  freed: ConnectionId[]
  /** The session whose `SET GLOBAL super_read_only=ON` waits for open commits (Y7); others wait for it. */
  locking: ConnectionId | null

  /** Written; the first `synced` of it may be sent, the first `committed` of it are seen. */
  readonly binlog: Transaction[]
  synced: number
  committed: number
  readonly executed: GtidSet
  /** By the key of a row where its transaction ends in the binlog; 0 until it is there. */
  readonly rows: Record<number, number>
  /** Own transactions so far. */
  numbered: number

  /** What has come to its commit, stage by stage; the next group gathers while one is at work. */
  queue: Commit[]
  flushing: Commit[] | null
  /** ④ and ⑤, then ⑥ and ⑦. */
  readonly stages: Readonly<Record<WaitPoint, { gathered: Commit[]; group: Group | null }>>
  groups: number

  /** The mode, where the setting is on (Y14, Y18). */
  semisync: boolean
  /** Acknowledged by as many replicas as have to. */
  acked: number
  readonly counters: { yes: number; no: number; times: number; waits: number; waited: Micros }
  dumps: Dump[]
  /** The last time that the thread which reads ACKs looked at its list (Y20); when it looks again, if there is reason to. */
  polledAt: Micros
  beatAt: Micros | null

  readonly receiver: Receiver
  readonly applier: { running: boolean; errno: number; applying: number }
  /** Received and not applied; the first `applying` of it are on their way through the commit. */
  relay: Transaction[]
  readonly received: GtidSet
  /** What the last crash left open: what stands in the binlog behind that, and what does not (Y31). */
  readonly recovered: { readonly from: number; readonly rolledBack: readonly number[] }
}

/** A server that has just started, with this on its disk. */
export function newServer(
  world: ClusterWorld,
  { host, index, incarnation }: Place<Message>,
  conf: MysqlConf,
  disk: Disk,
): MysqlState {
  const { binlog, relay, channel } = disk
  const executed: GtidSet = {}
  const received: GtidSet = {}
  const rows: Record<number, number> = {}
  let numbered = 0
  binlog.forEach((one, before) => {
    include(executed, one)
    rows[one.row] = before + 1
    if (one.origin === host) numbered = Math.max(numbered, one.number)
  })
  for (const one of relay) include(received, one)
  return {
    host,
    place: index,
    conf: { ...conf },
    channel: { ...channel },
    sessions: {},
    freed: [],
    locking: null,
    binlog: [...binlog],
    synced: binlog.length,
    committed: binlog.length,
    executed,
    rows,
    numbered,
    queue: [],
    flushing: null,
    stages: { AFTER_SYNC: { gathered: [], group: null }, AFTER_COMMIT: { gathered: [], group: null } },
    groups: 0,
    semisync: false,
    acked: 0,
    counters: { yes: 0, no: 0, times: 0, waits: 0, waited: 0 },
    dumps: [],
    polledAt: world.now - integerIn(newStream(world.seed, `beat:${host}:${incarnation}`), 0, BEAT - 1),
    beatAt: null,
    receiver: {
      state: 'stopped',
      connection: null,
      semisync: false,
      lastIo: world.now,
      attempts: 0,
      attempt: 0,
      errno: 0,
      incoming: [],
    },
    applier: { running: false, errno: 0, applying: 0 },
    relay: [...relay],
    received,
    recovered: { from: disk.committed, rolledBack: disk.prepared },
  }
}

/** The disk of a server that has never run. */
export function newDisk(of: string | null): Disk {
  const channel = { of, connectRetry: CONNECT_RETRY, retryCount: RETRY_COUNT, heartbeat: null }
  return { channel, binlog: [], committed: 0, prepared: [], relay: [] }
}

/** What SIGKILL leaves: the binlog with all that was written to it, and the relay log (Y9, Y31). */
export function diskOf({ channel, binlog, committed, queue, relay, executed }: MysqlState): Disk {
  return {
    channel,
    binlog,
    committed,
    prepared: queue.flatMap(({ connection, write }) => (connection === null ? [] : [write])),
    relay: relay.filter((one) => !has(executed, one)),
  }
}

/** The thread that sends on a connection. */
export function dumpOn({ dumps }: MysqlState, connection: ConnectionId): Dump | undefined {
  return dumps.find((one) => one.connection === connection)
}

/** Bytes of the binlog up to the end of its first so many transactions. */
export function bytesAt(position: number): number {
  return BINLOG_HEAD + TRANSACTION_BYTES * position
}

/** The server at a place. */
export function serverAt({ state, host }: Place<Message>): MysqlState {
  if (state === null || !isServer(state)) throw new Error(`no server runs on ${host}`)
  return state
}

function isServer(state: object): state is MysqlState {
  return 'binlog' in state
}
