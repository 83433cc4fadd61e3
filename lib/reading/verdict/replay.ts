import { REDIS_DEFAULTS } from '@/lib/sim/defaults'
import type { EventOf, JournalEvent, Run } from '@/lib/sim/journal'
import { Copies, type Data, nothing } from './copies'

/** The data sets of all servers at the end of a run. */
export interface Replay {
  readonly copies: Copies
  /** What a server holds; one that is down, what it held when it died. */
  dataOf(server: string): Data
}

/** What outlives a process. */
interface Disk {
  /** The directive as it stands in memory, and in the file that a start reads. */
  appendonly: boolean
  startsWithAof: boolean
  /** The append-only file; null while it holds what memory holds. */
  aof: Data | null
  /** The last snapshot on it. */
  snapshot: Data
  /** What the process held when it died; null while it runs. */
  heldAtDeath: Data | null
}

/** Replays every server's data set from the journal alone. `watch` is told of every event once the data sets are as it left them. */
export function replay({ scenario, events }: Run, watch?: (index: number, copies: Copies) => void): Replay {
  const writes = events.reduce((most, event) => (event.type === 'execute' ? Math.max(most, event.write + 1) : most), 0)
  const servers = Object.keys(scenario.hosts).filter((host) => scenario.hosts[host]?.redis !== undefined)
  const state = new Servers(new Copies(writes, servers))
  for (const server of servers) {
    const conf = { ...REDIS_DEFAULTS, ...scenario.hosts[server]?.redis?.conf }
    const appendonly = conf.appendonly === 'yes'
    const aof = appendonly ? null : nothing()
    state.disks.set(server, { appendonly, startsWithAof: appendonly, aof, snapshot: nothing(), heldAtDeath: null })
  }
  for (const [index, event] of events.entries()) {
    state.apply(event, index)
    watch?.(index, state.copies)
  }
  return { copies: state.copies, dataOf: (server) => state.dataOf(server) }
}

class Servers {
  readonly disks = new Map<string, Disk>()
  private readonly snapshots = new Map<number, Data>()

  constructor(readonly copies: Copies) {}

  dataOf(server: string): Data {
    return this.disk(server).heldAtDeath ?? this.copies.dataOf(server)
  }

  apply(event: JournalEvent, index: number): void {
    switch (event.type) {
      case 'execute':
      case 'apply':
        this.copies.add(event.host, event.write)
        break
      case 'snapshot':
        this.snapshots.set(event.snapshot, this.copies.dataOf(event.host))
        if (event.for !== 'resync') this.disk(event.host).snapshot = this.copies.dataOf(event.host)
        break
      case 'load': {
        // The transfer is written to the replica's own disk first and replaces the snapshot there (R42).
        const data = this.snapshots.get(event.snapshot) ?? nothing()
        this.disk(event.host).snapshot = data
        this.copies.replace(event.host, data, index)
        break
      }
      case 'config':
        if (event.directive === 'appendonly') this.disk(event.host).appendonly = event.value === 'yes'
        break
      case 'config-saved':
        this.disk(event.host).startsWithAof = this.disk(event.host).appendonly
        break
      case 'aof':
        this.disk(event.host).aof = event.on ? null : this.copies.dataOf(event.host)
        break
      case 'kill':
        if (event.process === 'redis') this.kill(event.host, index)
        break
      case 'boot':
        this.boot(event, index)
        break
      default:
    }
  }

  /** Memory goes; a start would bring back what its configuration file says: the AOF (R73) or the last snapshot. */
  private kill(server: string, index: number): void {
    const disk = this.disk(server)
    const held = this.copies.dataOf(server)
    disk.heldAtDeath = held
    disk.aof ??= held
    this.copies.replace(server, disk.startsWithAof ? disk.aof : disk.snapshot, index)
  }

  private boot(event: EventOf<'boot'>, index: number): void {
    const disk = this.disk(event.host)
    const loaded = {
      nothing: nothing(),
      aof: disk.aof ?? nothing(),
      rdb: (event.snapshot === null ? undefined : this.snapshots.get(event.snapshot)) ?? disk.snapshot,
    }[event.loaded]
    disk.heldAtDeath = null
    disk.appendonly = disk.startsWithAof
    this.copies.replace(event.host, loaded, index)
  }

  private disk(server: string): Disk {
    const disk = this.disks.get(server)
    if (disk === undefined) throw new Error(`the journal names a server ${server} that the scenario lacks`)
    return disk
  }
}
