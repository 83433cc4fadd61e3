import { REDIS_DEFAULTS } from '@/lib/sim/defaults'
import type { Run } from '@/lib/sim/outputs'
import { eventsWith, type Rows, rowOf } from '../events'
import { lastUntil } from './instants'

/** What a primary knows of one of its replicas: how old its last ACK is. */
export interface AckAge {
  /** The primary that counts it. */
  readonly by: string
  /** µs since it was heard. */
  readonly age: number
  /** `min-replicas-max-lag` of that primary, µs; null where its gate is off (R51). */
  readonly maxLag: number | null
  /** Whether that primary counts it: as it counted last, for it keeps the number (R50); where its gate is off, whether it would. */
  readonly good: boolean
}

export interface Acks {
  /** Of every replica that is online with a living server, at `at` µs; of one that two of them know, from whom it heard last. */
  at(at: number): Readonly<Record<string, AckAge>>
  /** The replicas online with a server that have confirmed its stream up to this offset by `at` µs (R62). */
  confirmed(server: string, offset: number, at: number): readonly string[]
}

/** What a primary knows of a replica from one instant on. */
interface Known {
  /** When it was heard; null: it is not online. */
  readonly heard: number | null
  /** The offset in its last ACK. */
  readonly offset: number
  /** Whether it counted when the primary counted last; null: the gate is off, nobody has said. */
  readonly counted: boolean | null
  /** `min-replicas-max-lag`, µs, and whether it is in force. */
  readonly lag: number
  readonly gated: boolean
}

/** A replica in the list of a primary. */
interface Entry {
  readonly primary: string
  readonly replica: string
  /** Connections to it: until the old one times out, a replica that is back has two (R32). */
  links: number
  readonly instants: number[]
  readonly known: Known[]
}

interface Gate {
  readonly 'min-replicas-to-write': number
  readonly 'min-replicas-max-lag': number
}

/** Follows the ACKs of a run by what their primaries tell the journal. */
export function acksOf(run: Run): Acks {
  const lists = new Lists(run)
  for (const { event } of eventsWith(run, CHANGES)) rowOf(CHANGES, event)?.(event, lists)
  return { at: (at) => lists.at(at), confirmed: (server, offset, at) => lists.confirmed(server, offset, at) }
}

class Lists {
  readonly #entries = new Map<string, Map<string, Entry>>()
  /** As it is in memory, and in the file that a start reads. */
  readonly #gates = new Map<string, Gate>()
  readonly #saved = new Map<string, Gate>()

  constructor({ scenario }: Run) {
    for (const [host, { redis }] of Object.entries(scenario.hosts)) {
      if (redis === undefined) continue
      const gate: Gate = { ...REDIS_DEFAULTS, ...redis.conf }
      this.#gates.set(host, gate)
      this.#saved.set(host, gate)
    }
  }

  /** A replica has one connection more; the first has confirmed nothing yet (R71). */
  attach(primary: string, replica: string, at: number, offset = 0): void {
    const list = this.#entries.get(primary) ?? new Map<string, Entry>()
    this.#entries.set(primary, list)
    const entry = list.get(replica) ?? { primary, replica, links: 0, instants: [], known: [] }
    list.set(replica, entry)
    if (entry.links === 0) this.#know(entry, at, { heard: null, offset })
    entry.links += 1
  }

  detach(primary: string, replica: string, at: number): void {
    const entry = this.#entries.get(primary)?.get(replica)
    if (entry === undefined) return
    entry.links = Math.max(0, entry.links - 1)
    if (entry.links === 0) this.#know(entry, at, { heard: null })
  }

  online(primary: string, replica: string, at: number): void {
    const entry = this.#entries.get(primary)?.get(replica)
    if (entry) this.#know(entry, at, { heard: at, counted: true })
  }

  /** Before a replica is online, an ACK tells of the transfer (R41). */
  heard(primary: string, replica: string, at: number, offset: number): void {
    const entry = this.#entries.get(primary)?.get(replica)
    if (entry === undefined) return
    const isOnline = (entry.known.at(-1)?.heard ?? null) !== null
    this.#know(entry, at, isOnline ? { heard: at, offset } : { offset })
  }

  /** The primary has counted so many of those that are online: they are those that it has heard last. */
  count(primary: string, good: number, at: number): void {
    const heard = ({ known }: Entry): number => known.at(-1)?.heard ?? -1
    const online = this.#listOf(primary).filter((entry) => heard(entry) >= 0)
    for (const [place, entry] of online.sort((a, b) => heard(b) - heard(a)).entries()) {
      this.#know(entry, at, { counted: place < good })
    }
  }

  configure(host: string, change: Partial<Gate>, at: number): void {
    const gate = this.#gates.get(host)
    if (gate) this.#gates.set(host, { ...gate, ...change })
    for (const entry of this.#listOf(host)) this.#know(entry, at, {})
  }

  save(host: string): void {
    const gate = this.#gates.get(host)
    if (gate) this.#saved.set(host, gate)
  }

  /** A process that has gone knows nobody any more; the next one reads its file. */
  forget(host: string, at: number): void {
    const saved = this.#saved.get(host)
    if (saved) this.#gates.set(host, saved)
    for (const entry of this.#listOf(host)) {
      entry.links = 0
      this.#know(entry, at, { heard: null })
    }
  }

  at(at: number): Record<string, AckAge> {
    const ages: Record<string, AckAge> = {}
    for (const list of this.#entries.values()) {
      for (const { primary: by, replica, instants, known } of list.values()) {
        const last = known[lastUntil(instants, at)]
        if (last === undefined || last.heard === null) continue
        const age = at - last.heard
        if (age > (ages[replica]?.age ?? age)) continue
        ages[replica] = { by, age, maxLag: last.gated ? last.lag : null, good: last.counted ?? age <= last.lag }
      }
    }
    return ages
  }

  confirmed(server: string, offset: number, at: number): readonly string[] {
    return this.#listOf(server).flatMap(({ replica, instants, known }) => {
      const last = known[lastUntil(instants, at)]
      return last !== undefined && last.heard !== null && last.offset >= offset ? [replica] : []
    })
  }

  #listOf(primary: string): Entry[] {
    return [...(this.#entries.get(primary)?.values() ?? [])]
  }

  #know({ primary, instants, known }: Entry, at: number, change: Partial<Known>): void {
    const gate = this.#gates.get(primary)
    const lag = (gate?.['min-replicas-max-lag'] ?? 0) * 1_000_000
    const gated = lag > 0 && (gate?.['min-replicas-to-write'] ?? 0) > 0
    const next = { heard: null, offset: 0, counted: null, ...known.at(-1), ...change, lag, gated }
    instants.push(at)
    known.push(gated ? next : { ...next, counted: null })
  }
}

const GATE = ['min-replicas-to-write', 'min-replicas-max-lag'] as const satisfies readonly (keyof Gate)[]

const CHANGES: Partial<Rows<[Lists], void>> = {
  settled({ servers, at }, lists) {
    for (const { host, of, offset } of servers) {
      if (of === null) continue
      lists.attach(of, host, at, offset)
      lists.online(of, host, at)
    }
  },
  psync({ host, replica, outcome, at }, lists) {
    if (outcome !== 'refused') lists.attach(host, replica, at)
  },
  'replica-online': ({ host, replica, at }, lists) => lists.online(host, replica, at),
  'replica-lost': ({ host, replica, at }, lists) => lists.detach(host, replica, at),
  ack: ({ host, replica, offset, at }, lists) => lists.heard(host, replica, at, offset),
  gate: ({ host, good, at }, lists) => lists.count(host, good, at),
  config({ host, directive, value, at }, lists) {
    const setting = GATE.find((one) => one === directive)
    if (setting) lists.configure(host, { [setting]: Number(value) }, at)
  },
  'config-saved': ({ host }, lists) => lists.save(host),
  kill({ host, process, at }, lists) {
    if (process === 'redis') lists.forget(host, at)
  },
}
