import { REDIS_DEFAULTS } from '@/lib/sim/defaults'
import type { JournalEvent } from '@/lib/sim/journal'
import type { Run } from '@/lib/sim/outputs'
import { type Rows, rowOf } from '../events'
import { serversOf } from '../servers'
import { Copies, type Data, nothing } from './copies'

/** The data sets of all servers at the end of a run. */
export interface Replay {
  readonly copies: Copies
  /** What a server holds; one that is down, what it held when it died. What stands in a relay log counts: it can be applied. */
  dataOf(server: string): Data
}

/** What outlives a process. */
interface Disk {
  /** The directive as it stands in memory, and in the file that a start reads. */
  appendonly: boolean
  startsWithAof: boolean
  /** The append-only file; null while it holds what memory holds. */
  aof: Data | null
  /** Of what is in it, so many writes are on the disk; null where nobody says. */
  onDisk: number | null
  /** The last snapshot on it; null where there was none. */
  snapshot: Data | null
  /** What the process held when it died; null while it runs. */
  heldAtDeath: Data | null
}

/** What a start of a server would read: its append-only file, or its last snapshot. */
export interface StartFile {
  readonly kind: 'aof' | 'rdb'
  readonly data: Data
  /** How many of its writes an fsync has put on the disk; null where nobody says, or all have been. */
  readonly onDisk: number | null
}

/** Told of every event once the data sets are as it left them. */
type Watch = (index: number, copies: Copies, fileOf: (server: string) => StartFile | null) => void

/** Events that give a server a write, and those that may replace all it has. Other kinds of process add theirs. */
export const ADDING = new Set<JournalEvent['type']>(['execute', 'apply'])
export const REPLACING = new Set<JournalEvent['type']>(['kill', 'boot', 'load'])

/** Replays every server's data set from the journal alone. */
export function replay({ scenario, events }: Run, watch?: Watch): Replay {
  const writes = events.reduce((most, event) => ('write' in event ? Math.max(most, event.write + 1) : most), 0)
  const servers = serversOf(scenario)
  const state = new Servers(new Copies(writes, servers))
  for (const server of servers) {
    const conf = { ...REDIS_DEFAULTS, ...scenario.hosts[server]?.redis?.conf }
    const appendonly = conf.appendonly === 'yes'
    const aof = appendonly ? null : nothing()
    state.disks.set(server, { appendonly, startsWithAof: appendonly, aof, onDisk: null, snapshot: null, heldAtDeath: null })
  }
  const fileOf = (server: string): StartFile | null => state.fileOf(server)
  // Counted by hand: entries() makes an array of each, and there are thousands.
  let index = 0
  for (const event of events) {
    state.apply(event, index)
    watch?.(index, state.copies, fileOf)
    index += 1
  }
  return { copies: state.copies, dataOf: (server) => state.dataOf(server) }
}

export class Servers {
  readonly disks = new Map<string, Disk>()
  readonly snapshots = new Map<number, Data>()

  constructor(readonly copies: Copies) {}

  dataOf(server: string): Data {
    return this.disk(server).heldAtDeath ?? this.copies.dataOf(server)
  }

  /** By what its configuration file says (R73); null where there is none. */
  fileOf(server: string): StartFile | null {
    const { startsWithAof, aof, onDisk, snapshot } = this.disk(server)
    if (startsWithAof) return { kind: 'aof', data: aof ?? this.copies.dataOf(server), onDisk }
    return snapshot === null ? null : { kind: 'rdb', data: snapshot, onDisk: null }
  }

  apply(event: JournalEvent, index: number): void {
    // Two thirds of all events, which have no row.
    if (event.type === 'send' || event.type === 'answer') return
    rowOf(REPLAYED, event)?.(event, this, index)
  }

  disk(server: string): Disk {
    const disk = this.disks.get(server)
    if (disk === undefined) throw new Error(`the journal names a server ${server} that the scenario lacks`)
    return disk
  }
}

export function add({ host, write }: { readonly host: string; readonly write: number }, { copies }: Servers): void {
  copies.add(host, write)
}

/** What each event changes of the data sets. Other kinds of process add theirs (mysql.ts). */
export const REPLAYED: Partial<Rows<[Servers, index: number], void>> = {
  execute: add,
  apply: add,
  snapshot(event, servers) {
    const data = servers.copies.dataOf(event.host)
    servers.snapshots.set(event.snapshot, data)
    if (event.for !== 'resync') servers.disk(event.host).snapshot = data
  },
  load({ host, snapshot }, servers, index) {
    // The transfer is written to the replica's own disk first and replaces the snapshot there (R42).
    const data = servers.snapshots.get(snapshot) ?? nothing()
    servers.disk(host).snapshot = data
    servers.copies.replace(host, data, index)
  },
  config({ host, directive, value }, servers) {
    if (directive === 'appendonly') servers.disk(host).appendonly = value === 'yes'
  },
  'config-saved'({ host }, servers) {
    servers.disk(host).startsWithAof = servers.disk(host).appendonly
  },
  aof({ host, on }, servers) {
    const disk = servers.disk(host)
    disk.aof = on ? null : servers.copies.dataOf(host)
    // It was fsynced when it was switched off (R80).
    if (!on) disk.onDisk = null
  },
  fsync({ host, writes }, servers) {
    servers.disk(host).onDisk = writes
  },
  /** Memory goes; a start would bring back what its configuration file says: the AOF (R73) or the last snapshot. */
  kill({ host, process, power }, servers, index) {
    if (process !== 'redis') return
    const disk = servers.disk(host)
    const held = servers.copies.dataOf(host)
    disk.heldAtDeath ??= held
    disk.aof ??= held
    // Without power, what was written and not fsynced goes too (R74).
    if (power) disk.aof = { ...disk.aof, length: Math.min(disk.aof.length, disk.onDisk ?? disk.aof.length) }
    servers.copies.replace(host, servers.fileOf(host)?.data ?? nothing(), index)
  },
  boot(event, servers, index) {
    const disk = servers.disk(event.host)
    const loaded = {
      nothing: nothing(),
      aof: disk.aof ?? nothing(),
      rdb: (event.snapshot === null ? undefined : servers.snapshots.get(event.snapshot)) ?? disk.snapshot ?? nothing(),
    }[event.loaded]
    disk.heldAtDeath = null
    disk.appendonly = disk.startsWithAof
    servers.copies.replace(event.host, loaded, index)
  },
}
