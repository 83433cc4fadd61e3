import { type Rows, rowOf } from '@/lib/reading/events'
import type { EventOf, JournalEvent } from '@/lib/sim/journal'
import type { Run } from '@/lib/sim/outputs'

/**
 * A second opinion on which writes survive, by the algebra of histories instead of data sets.
 *
 * Every write has a place in a history: the replication id of the server that executed it, and its offset there. A history
 * may descend from another one at a certain place (R33, R37). The final primary stands at one place; a write survives iff its
 * own place lies on the way from there back to the root; where no server is a primary, from where any of them stands. No data set
 * is ever looked at, and no code is shared with the verdict but the look-up of a row.
 */
export interface Opinion {
  readonly finalPrimary: string | null
  survives(write: number): boolean
}

/** `event` orders what stands at the same offset: without a backlog the offset does not grow (R8). */
interface Place {
  readonly replid: string
  readonly offset: number
  readonly event: number
}

export function oracle({ scenario, events }: Run): Opinion {
  const histories = new Histories()
  for (const [host, { redis }] of Object.entries(scenario.hosts)) {
    if (redis !== undefined) histories.files.set(host, new Files(redis.conf.appendonly === 'yes'))
  }
  for (const [index, event] of events.entries()) histories.read(event, index)
  const finalPrimary = whoIsPrimary(events)
  const ends = finalPrimary === null ? histories.recoverable : [histories.placeOf(finalPrimary)]
  return {
    finalPrimary,
    survives: (write) => ends.some((end) => histories.leadsTo(end, write)),
  }
}

/** The places that the files of a server lead back to. */
class Files {
  /** Null: that place is not known yet, the file moves on with the server. */
  aof: Place | null | 'nowhere'
  rdb: Place | null = null
  /** Up to where the AOF is on the disk; null where nobody says. */
  fsynced: Place | null = null
  dead = false
  private saved: boolean

  constructor(private appendonly: boolean) {
    this.saved = appendonly
    this.aof = appendonly ? null : 'nowhere'
  }

  read(event: JournalEvent): void {
    if (event.type === 'config' && event.directive === 'appendonly') this.appendonly = event.value === 'yes'
    if (event.type === 'config-saved') this.saved = this.appendonly
    if (event.type === 'kill') this.dead = true
    if (event.type === 'boot') {
      this.dead = false
      this.appendonly = this.saved
    }
  }

  /** Where a start would stand. */
  get found(): Place | null {
    if (!this.saved) return this.rdb
    return this.aof === 'nowhere' ? null : this.aof
  }
}

class Histories {
  readonly files = new Map<string, Files>()
  /** Where each server stands; a dead one, where it stood. */
  readonly places = new Map<string, Place>()
  /** The place at which each history left its parent; null for one that began with nothing. */
  private readonly descent = new Map<string, Place | null>()
  readonly snapshots = new Map<number, Place>()
  readonly writes = new Map<number, Place | 'root'>()

  read(event: JournalEvent, index: number): void {
    rowOf(READINGS, event)?.(event, this, index)
  }

  /** Where the servers stand, and where the dead would stand if they were started. */
  get recoverable(): readonly Place[] {
    return [...this.places].flatMap(([server, place]) => {
      const files = this.filesOf(server)
      return files.dead ? (files.found ?? []) : place
    })
  }

  placeOf(server: string): Place {
    const place = this.places.get(server)
    if (place === undefined) throw new Error(`${server} stands nowhere`)
    return place
  }

  leadsTo(end: Place, write: number): boolean {
    const wanted = this.writes.get(write)
    if (wanted === undefined) return false
    if (wanted === 'root') return true
    for (let place: Place | null = end; place !== null; place = this.descent.get(place.replid) ?? null) {
      if (place.replid !== wanted.replid) continue
      return wanted.offset < place.offset || (wanted.offset === place.offset && wanted.event <= place.event)
    }
    return false
  }

  advance(server: string, offset: number, event: number): Place {
    const place = { replid: this.placeOf(server).replid, offset, event }
    this.places.set(server, place)
    return place
  }

  changeRole(event: EventOf<'role'> & JournalEvent, index: number): void {
    const { host: server, replid, replid2, offset } = event
    if (event.role === 'replica') {
      this.adopt(server, replid)
    } else {
      // The history it had until now goes on under a new name (R33).
      if (replid2 !== null) this.adopt(server, replid2)
      this.descent.set(replid, { ...this.placeOf(server), offset, event: index })
    }
    this.places.set(server, { replid, offset, event: index })
  }

  boot(event: EventOf<'boot'> & JournalEvent, index: number): void {
    const { host: server, replid, offset, loaded, snapshot } = event
    const { aof } = this.filesOf(server)
    const parent = loaded === 'rdb' ? this.snapshot(snapshot ?? -1) : loaded === 'aof' && aof !== 'nowhere' ? aof : null
    if (parent?.replid === replid) {
      this.places.set(server, parent)
      return
    }
    this.descent.set(replid, parent)
    this.places.set(server, { replid, offset, event: index })
  }

  /** A server shows an id that it was not known to have: it took a new one without a change of its data (R27, R28). */
  adopt(server: string, replid: string): void {
    const place = this.placeOf(server)
    if (place.replid === replid) return
    if (!this.descent.has(replid)) this.descent.set(replid, place)
    this.places.set(server, { ...place, replid })
  }

  filesOf(server: string): Files {
    const files = this.files.get(server)
    if (files === undefined) throw new Error(`no server ${server}`)
    return files
  }

  snapshot(number: number): Place {
    const place = this.snapshots.get(number)
    if (place === undefined) throw new Error(`no snapshot ${number}`)
    return place
  }
}

/** What each event says of where servers stand, and where a write has its place. */
const READINGS: Partial<Rows<[Histories, index: number], void>> = {
  config: readFile,
  'config-saved': readFile,
  settled({ servers }, { places }, index) {
    for (const { host, replid, offset } of servers) places.set(host, { replid, offset, event: index })
  },
  execute({ host, write, offset }, histories, index) {
    histories.writes.set(write, histories.advance(host, offset, index))
  },
  unchanged({ write, madeBy }, { writes }) {
    // It says of an earlier write that it is there, or of something that it was so before all histories.
    const place = madeBy === null ? 'root' : writes.get(madeBy)
    if (place !== undefined) writes.set(write, place)
  },
  apply({ host, offset }, histories, index) {
    histories.advance(host, offset, index)
  },
  snapshot(event, histories, index) {
    const { host, replid, offset } = event
    histories.adopt(host, replid)
    const place = { replid, offset, event: index }
    histories.snapshots.set(event.snapshot, place)
    if (event.for !== 'resync') histories.filesOf(host).rdb = place
    histories.places.set(host, place)
  },
  load({ host, snapshot }, histories) {
    histories.places.set(host, histories.snapshot(snapshot))
    histories.filesOf(host).rdb = histories.snapshot(snapshot)
  },
  aof({ host, on }, histories) {
    histories.filesOf(host).aof = on ? null : histories.placeOf(host)
  },
  fsync({ host, offset }, histories, index) {
    histories.filesOf(host).fsynced = { replid: histories.placeOf(host).replid, offset, event: index }
  },
  kill(event, histories) {
    if (event.process !== 'redis') return
    readFile(event, histories)
    const files = histories.filesOf(event.host)
    files.aof ??= (event.power && files.fsynced) || histories.placeOf(event.host)
  },
  continue({ host, replid, offset }, { places }, index) {
    // The primary vouches that its own history holds everything up to there.
    places.set(host, { replid, offset, event: index })
  },
  role(event, histories, index) {
    histories.changeRole(event, index)
  },
  boot(event, histories, index) {
    histories.boot(event, index)
    readFile(event, histories)
  },
}

function readFile(event: JournalEvent & { readonly host: string }, histories: Histories): void {
  histories.filesOf(event.host).read(event)
}

/** The view of the living sentinels with the highest epoch; without them, who was last made a primary and still is one. */
function whoIsPrimary(events: readonly JournalEvent[]): string | null {
  const views = new Map<string, { primary: string; epoch: number; alive: boolean }>()
  let primaries: readonly string[] = []
  for (const event of events) {
    if (event.type === 'settled') {
      for (const { host, primary } of event.sentinels) views.set(host, { primary, epoch: 0, alive: true })
      primaries = event.servers.filter(({ role }) => role === 'primary').map(({ host }) => host)
    }
    if (event.type === 'belief') views.set(event.host, { primary: event.primary, epoch: event.epoch, alive: true })
    if ((event.type === 'kill' || event.type === 'start') && event.process === 'sentinel') {
      const view = views.get(event.host)
      if (view !== undefined) view.alive = event.type === 'start'
    }
    if (event.type === 'role') {
      primaries = primaries.filter((host) => host !== event.host)
      if (event.role === 'primary') primaries = [...primaries, event.host]
    }
    if (event.type === 'boot' && event.role === 'replica') primaries = primaries.filter((host) => host !== event.host)
    // One that comes back as a primary has not been promoted: it stands behind all that have.
    if (event.type === 'boot' && event.role === 'primary' && !primaries.includes(event.host))
      primaries = [event.host, ...primaries]
  }
  const alive = [...views.values()].filter((view) => view.alive)
  const newest = Math.max(...alive.map(({ epoch }) => epoch))
  return alive.find(({ epoch }) => epoch === newest)?.primary ?? primaries.at(-1) ?? null
}
