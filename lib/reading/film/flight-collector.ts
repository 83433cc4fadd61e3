import type { EventOf, JournalEvent, Run } from '@/lib/sim/journal'

/** A write, its answer, or its copy to a replica. */
export type FlightKind = 'write' | 'answer' | 'copy'

/** All messages of one kind from one host to another. */
export interface Way {
  readonly kind: FlightKind
  readonly from: string
  readonly to: string
  /** Usual time on the way, µs. */
  readonly travel: number
  /** Usual time between one message and the next, µs. */
  readonly interval: number
}

/** One message. */
export interface Flight {
  readonly way: Way
  readonly write: number
  readonly depart: number
  /** Null: it never came. */
  readonly arrive: number | null
}

/** Longer on the way than this is not travelling but waiting for a cut to heal, µs. */
export const LONGEST_TRAVEL = 6_000_000

type DraftWay = { -readonly [K in keyof Way]: Way[K] }
interface DraftFlight extends Flight {
  readonly way: DraftWay
}

/** Every message that carries a write, its answer or its copy, in the order of departure. */
export function collectFlights(run: Run): readonly Flight[] {
  const collector = new Collector(run)
  for (const event of run.events) collector.read(event)
  const flights = collector.finish()
  measure(flights)
  return flights
}

/** Finds what is usual on each way. */
function measure(flights: readonly DraftFlight[]): void {
  const byWay = new Map<DraftWay, DraftFlight[]>()
  for (const flight of flights) {
    const all = byWay.get(flight.way)
    if (all) all.push(flight)
    else byWay.set(flight.way, [flight])
  }
  for (const [way, all] of byWay) {
    const travels = all.flatMap(({ depart, arrive }) =>
      arrive === null || arrive - depart > LONGEST_TRAVEL ? [] : [arrive - depart],
    )
    way.travel = median(travels)
    way.interval = median(all.slice(1).map(({ depart }, index) => depart - (all[index]?.depart ?? depart)))
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

class Collector {
  private readonly flights: DraftFlight[] = []
  private readonly ways = new Map<string, DraftWay>()
  private readonly sent = new Map<number, EventOf<'send'>>()
  private readonly executed = new Map<number, EventOf<'execute'>>()
  private readonly follows = new Map<string, { of: string | null; up: boolean }>()
  /** Copies that are on their way, for each replica by their write. */
  private readonly copies = new Map<string, Map<number, { from: string; depart: number }>>()

  constructor(run: Run) {
    for (const [name, host] of Object.entries(run.scenario.hosts)) {
      if (!host.redis) continue
      this.follows.set(name, { of: host.redis.replicaOf ?? null, up: host.redis.replicaOf !== undefined })
      this.copies.set(name, new Map())
    }
  }

  read(event: JournalEvent): void {
    switch (event.type) {
      case 'role':
      case 'boot':
        this.follows.set(event.host, { of: event.of, up: false })
        return
      case 'link':
        this.follows.set(event.host, { of: event.primary, up: event.state === 'up' })
        return
      case 'link-lost':
        this.follows.set(event.host, { of: event.primary, up: false })
        return
      case 'send':
        // What is typed on the host of a server travels nowhere.
        if (event.server !== null && event.server !== event.host) this.sent.set(event.write, event)
        return
      case 'execute':
        this.execute(event)
        return
      case 'apply':
        this.applied(event)
        return
      case 'answer':
        this.answer(event)
        return
      default:
        return
    }
  }

  /** What is left never arrived. */
  finish(): DraftFlight[] {
    for (const [to, copies] of this.copies) {
      for (const [write, { from, depart }] of copies) this.add('copy', write, from, to, depart, null)
    }
    for (const [write, sent] of this.sent) {
      const executed = this.executed.get(write)
      if (executed) this.add('answer', write, executed.host, sent.host, executed.at, null)
      else if (sent.server !== null) this.add('write', write, sent.host, sent.server, sent.at, null)
    }
    return this.flights.sort((a, b) => a.depart - b.depart)
  }

  private execute(event: EventOf<'execute'>): void {
    const sent = this.sent.get(event.write)
    if (sent) this.add('write', event.write, sent.host, event.host, sent.at, event.at)
    this.executed.set(event.write, event)
    this.copy(event.write, event.host, event.at)
  }

  private copy(write: number, from: string, depart: number): void {
    for (const [to, link] of this.follows) {
      if (link.of === from && link.up) this.copies.get(to)?.set(write, { from, depart })
    }
  }

  private applied(event: EventOf<'apply'>): void {
    const copies = this.copies.get(event.host)
    const copy = copies?.get(event.write)
    copies?.delete(event.write)
    if (copy) this.add('copy', event.write, copy.from, event.host, copy.depart, event.at)
    this.copy(event.write, event.host, event.at)
  }

  private answer(event: EventOf<'answer'>): void {
    const sent = this.sent.get(event.write)
    if (!sent || sent.server === null) return
    const executed = this.executed.get(event.write)
    // A refusal leaves no trace at the server: it was there half-way between question and answer.
    const there = executed?.at ?? Math.round((sent.at + event.at) / 2)
    if (!executed) this.add('write', event.write, event.host, sent.server, sent.at, there)
    this.add('answer', event.write, sent.server, event.host, there, event.at)
    this.sent.delete(event.write)
    this.executed.delete(event.write)
  }

  private add(kind: FlightKind, write: number, from: string, to: string, depart: number, arrive: number | null): void {
    const key = `${kind} ${from} ${to}`
    const way = this.ways.get(key) ?? { kind, from, to, travel: 0, interval: 0 }
    this.ways.set(key, way)
    this.flights.push({ way, write, depart, arrive })
  }
}
