import type { TypedCommand } from './client/writer'
import { PORT } from './defaults'
import { Slot } from './engine/process'
import type { RandomStream } from './engine/random'
import { type Micros, SECOND } from './engine/time'
import type { RedisConf } from './kinds/redis/conf'
import type { ClusterSlot, ClusterWorld, Command, Snapshot } from './redis/messages'
import type { ProcessKind, Scenario } from './scenario/scenario'
import type { SentinelFile } from './sentinel/state'

/** What survives the death of a server: its files. */
export interface Disk {
  conf: RedisConf
  /** The `replicaof` of its configuration file. */
  replicaOf: string | null
  port: number
  rdb: Snapshot | null
  /** Numbers of the writes in its append-only file, as it was when the server last stopped writing it; null without one. */
  aof: readonly number[] | null
}

/** What all processes of a run share: the places of the others, their disks, the meaning of a write's number, the wall clock. */
export class Deployment {
  /** Every command that writes, by its number. */
  readonly writes: Command[] = []
  /** What each came to, by its number, in changes since the last snapshot; 0 until it is executed. */
  readonly changes: number[] = []
  readonly disks = new Map<string, Disk>()
  readonly sentinelFiles = new Map<string, SentinelFile>()
  private readonly slots = new Map<string, ClusterSlot>()
  private readonly wallPhase: Micros
  private readonly identities = new Map<string, RandomStream>()
  private snapshots = 0

  constructor(
    readonly scenario: Scenario,
    private readonly world: ClusterWorld,
  ) {
    this.wallPhase = world.stream('wall clock').integer(0, SECOND - 1)
  }

  /** Whole seconds of the wall clock, the same on every host (R1). */
  unixtime(now: Micros): number {
    return Math.floor((now + this.wallPhase) / SECOND)
  }

  addSlot(slot: ClusterSlot): void {
    this.slots.set(`${slot.host}.${slot.kind}`, slot)
  }

  slot(host: string, kind: ProcessKind): ClusterSlot {
    return found(this.slots.get(`${host}.${kind}`), `${kind} on host ${host}`)
  }

  /** Where a server listens; another port is a place where nobody ever has. */
  listener(host: string, port: number): ClusterSlot {
    const slot = this.slot(host, 'redis')
    if (port === PORT) return slot
    const nobody: ClusterSlot = new Slot(host, slot.hostIndex, 'redis')
    nobody.die()
    return nobody
  }

  disk(host: string): Disk {
    return found(this.disks.get(host), `disk on host ${host}`)
  }

  /** Gives a command that writes its number. */
  numbered({ name, args, isWrite }: TypedCommand): Command {
    const command: Command = { type: 'command', name, args, write: isWrite ? this.writes.length : -1 }
    if (isWrite) {
      this.writes.push(command)
      this.changes.push(0)
    }
    return command
  }

  snapshot(writes: readonly number[], replid: string, offset: number): Snapshot {
    this.snapshots += 1
    return { id: this.snapshots - 1, writes, replid, offset }
  }

  /** A new replication ID or run ID of a server, from a stream of its own (R7). */
  identity(host: string): string {
    const identities = this.identities.get(host) ?? this.world.stream(`ids:${host}`)
    this.identities.set(host, identities)
    return identities.hex40()
  }
}

/** A scenario that was read names nothing that does not exist: if it does after all, the run stops here. */
function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`no ${what}`)
  return value
}
