import { PORT } from '../defaults'
import type { Deployment } from '../deployment'
import type { RandomStream } from '../engine/random'
import type { Micros } from '../engine/time'
import type { EventOf, Role } from '../journal'
import type { RedisConf } from '../kinds/redis/conf'
import type { AttachedReplica } from './attached-replica'
import type { Backlog } from './backlog'
import { DataSet } from './data'
import type { ClusterConnection, ClusterSlot, ClusterWorld } from './messages'
import type { PrimaryLink } from './primary-link'
import type { ServedClient } from './served-client'

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

/** What a Redis server knows: the ground that its handlers stand on. `server.ts` tells which of them hears what. */
export class ServerState {
  readonly host: string
  readonly runId: string
  readonly cronRandom: RandomStream
  /** Draws whether what arrives at one instant is read in one turn. */
  readonly turnRandom: RandomStream
  role: Role = 'primary'
  /** The primary it follows; null on a primary. */
  primary: string | null = null
  primaryPort = PORT
  replid: string
  /** The history it had before its last promotion or change of history, valid up to `secondOffset` − 1 (R33). */
  replid2: string | null = null
  secondOffset = -1
  offset = 0
  /** Whether its identity is worth asking a partial resync with (R29). */
  hasHistory = false
  backlog: Backlog | null = null
  /** A `SELECT` stands in the stream already (R10). */
  selected = false
  readonly data: DataSet
  replicas: AttachedReplica[] = []
  /** The cached count of good replicas (R50). */
  goodReplicas = 0
  /** What the journal heard last of its gate, while it is a primary. */
  gate: { readonly good: number; readonly needed: number; readonly open: boolean } | null = null
  link: PrimaryLink | null = null
  /** Whole seconds; null when the link was never up since the last start or promotion (R111). */
  linkDownSince: number | null = null
  readonly clients = new Map<ClusterConnection, ServedClient>()
  /** Clients blocked in `WAIT`, in the order of blocking. */
  waiting: ServedClient[] = []
  /** A WAIT has blocked in this turn. */
  getackDue = false
  failover: Failover | null = null
  failoverAttempts = 0
  /** Replicas that wait for a snapshot are served by one child at a time: its number; null when none runs. */
  child: number | null = null
  children = 0
  /** The append-only file holds what memory holds. */
  aof = false
  /** The number of the rewrite that will make it so; null when none runs. */
  rewrite: number | null = null
  rewrites = 0
  /** The last run of replicationCron; serverCron runs every `cronStep` (R4, R5). */
  lastCron: Micros
  cronStep: Micros
  cronLoops = 0
  noReplicasSince: number
  /** Whole seconds of the last snapshot on disk, and the changes since. */
  lastSave: number
  changesSinceSave = 0

  constructor(
    world: ClusterWorld,
    readonly slot: ClusterSlot,
    readonly deployment: Deployment,
    readonly conf: { -readonly [Key in keyof RedisConf]: RedisConf[Key] },
  ) {
    const { now } = world
    this.host = slot.host
    this.cronRandom = world.stream(`cron:${slot.host}:${slot.incarnation}`)
    this.turnRandom = world.stream(`turns:${slot.host}:${slot.incarnation}`)
    this.runId = deployment.identity(slot.host)
    this.data = new DataSet(deployment.writes, [])
    this.replid = deployment.identity(slot.host)
    this.lastCron = now
    this.cronStep = 100_300 + this.cronRandom.integer(0, 700)
    this.noReplicasSince = deployment.unixtime(now)
    this.lastSave = deployment.unixtime(now)
  }

  /** Its place in a history, and the history it remembers beside it, as the journal tells it. */
  get identity(): Pick<EventOf<'role'>, 'replid' | 'replid2' | 'secondOffset' | 'offset'> {
    const { replid, replid2, secondOffset, offset } = this
    return { replid, replid2, secondOffset, offset }
  }

  forgetSecondHistory(): void {
    this.replid2 = null
    this.secondOffset = -1
  }

  /** Takes a write into its data set. */
  hold(write: number): void {
    this.data.add(write)
    this.changesSinceSave += this.deployment.changes[write] ?? 0
  }

  replicaOf(connection: ClusterConnection): AttachedReplica | undefined {
    return this.replicas.find((replica) => replica.connection === connection)
  }

  /** The server whose link to its primary is up, or a primary. */
  get synced(): boolean {
    return this.role === 'primary' || this.link?.state === 'up'
  }

  /** The first turn of the event loop after `at` on an idle server (R66). */
  nextTurn(at: Micros): Micros {
    return this.lastCron + (Math.floor((at - this.lastCron) / this.cronStep) + 1) * this.cronStep
  }
}
