import type { Deployment } from '../deployment'
import type { Side } from '../engine/connection'
import type { RandomStream } from '../engine/random'
import { type Micros, micros, NEVER } from '../engine/time'
import type { SentinelLogEvent } from '../journal'
import type { SentinelConf } from '../kinds/sentinel/conf'
import type { ClusterConnection, ClusterSlot, ClusterWorld, Message } from '../redis/messages'
import { LONGEST_FLUSH, MAX_DESYNC_MS, SHORTEST_FLUSH } from './constants'
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

/** What a sentinel knows of its primary, the replicas and the other sentinels. `sentinel.ts` tells which handler hears what. */
export class SentinelState {
  readonly host: string
  readonly downAfter: Micros
  readonly failoverTimeout: Micros
  currentEpoch: number
  configEpoch: number
  primary: Instance
  replicas: Instance[]
  readonly peers: Instance[]
  /** The sentinel it voted for, and in which epoch (R100). */
  vote: string | null = null
  voteEpoch: number
  objectivelyDown = false
  failoverState: FailoverState = 'none'
  /** A user asked for it: no votes needed (R125). */
  forced = false
  failoverEpoch = 0
  failoverStart: Micros = NEVER
  stateChange: Micros = NEVER
  promoted: Instance | null = null
  tilt = false
  tiltSince: Micros = NEVER
  lastTick: Micros
  /** Which connection belongs to which instance. */
  readonly links = new Map<ClusterConnection, Instance>()
  /** What waits for the configuration file to be written; null when nothing is being written. */
  private unsent: { connection: ClusterConnection; side: Side; message: Message }[] | null = null
  /** Whom it names to clients; what the journal last heard. */
  private named: string

  constructor(
    readonly slot: ClusterSlot,
    readonly deployment: Deployment,
    readonly quorum: number,
    readonly conf: SentinelConf,
    file: SentinelFile,
    /** Draws the length of each tick. */
    readonly ticks: RandomStream,
    private readonly desyncs: RandomStream,
    private readonly flushes: RandomStream,
    now: Micros,
  ) {
    this.host = slot.host
    this.downAfter = micros(conf['down-after-milliseconds'])
    this.failoverTimeout = micros(conf['failover-timeout'])
    this.currentEpoch = file.currentEpoch
    this.configEpoch = file.configEpoch
    this.voteEpoch = file.voteEpoch
    this.primary = newInstance('master', file.primary, now)
    this.replicas = file.replicas.map((host) => newInstance('slave', host, now))
    this.peers = file.sentinels.map((host) => newInstance('sentinel', host, now))
    this.named = file.primary
    this.lastTick = now
  }

  /** The configuration file is written: what has waited for that, which no longer waits. */
  takeUnsent(): readonly { readonly connection: ClusterConnection; readonly side: Side; readonly message: Message }[] {
    const letters = this.unsent ?? []
    this.unsent = null
    return letters
  }

  /** Begins to write the configuration file, because a vote was cast: it says nothing meanwhile (R100). */
  flush(world: ClusterWorld): void {
    if (this.unsent !== null) return
    this.unsent = []
    world.timer(this.slot, world.now + this.flushes.integer(SHORTEST_FLUSH, LONGEST_FLUSH), 'flushed')
  }

  send(world: ClusterWorld, connection: ClusterConnection, side: Side, message: Message): void {
    if (this.unsent === null) world.send(connection, side, message)
    else this.unsent.push({ connection, side, message })
  }

  /** What it has written to its file. The new primary stands there as soon as its promotion is confirmed (R101, R113). */
  file(): SentinelFile {
    const primary = this.primaryNamed
    return {
      primary,
      replicas: this.replicas.map(({ host }) => (host === primary ? this.primary.host : host)),
      sentinels: this.peers.map(({ host }) => host),
      currentEpoch: this.currentEpoch,
      configEpoch: this.configEpoch,
      voteEpoch: this.voteEpoch,
    }
  }

  get inFailover(): boolean {
    return this.failoverState !== 'none'
  }

  /** The address it gives to a client: the promoted replica as soon as the promotion is confirmed (R113). */
  get primaryNamed(): string {
    const confirmed = this.failoverState === 'reconfigure replicas' || this.failoverState === 'update config'
    return confirmed && this.promoted !== null ? this.promoted.host : this.primary.host
  }

  get instances(): readonly Instance[] {
    return [this.primary, ...this.replicas, ...this.peers]
  }

  /** 0 … 999 ms (R102). */
  desync(): Micros {
    return micros(this.desyncs.integer(0, MAX_DESYNC_MS))
  }

  note(
    world: ClusterWorld,
    event: SentinelLogEvent['event'],
    instance: Instance,
    extra: Partial<Pick<SentinelLogEvent, 'epoch' | 'have' | 'need' | 'peer' | 'to'>> = {},
  ): void {
    world.emit({
      at: world.now,
      host: this.host,
      type: 'sentinel',
      by: world.cause,
      event,
      target: instance.host,
      kind: instance.kind,
      ...extra,
    })
  }

  /** Puts a change of the named primary into the journal. */
  noteBelief(world: ClusterWorld): void {
    const primary = this.primaryNamed
    if (primary === this.named) return
    this.named = primary
    world.emit({ at: world.now, host: this.host, type: 'belief', by: world.cause, primary, epoch: this.configEpoch })
  }
}
