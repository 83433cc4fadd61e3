import type { EventOf, JournalEvent, Run } from '../journal'
import { type Frame, reaches } from './frame'

/** A write, its answer, or its copy to a replica. */
export type FlightKind = 'write' | 'answer' | 'copy'

interface Flight {
  readonly kind: FlightKind
  readonly write: number
  readonly from: string
  readonly to: string
  readonly depart: number
  /** Null: it never came. */
  readonly arrive: number | null
}

/** One message on its way, as it is drawn. */
export interface Dot {
  readonly kind: FlightKind
  readonly write: number
  readonly from: string
  readonly to: string
  /** Part of the way behind it, 0…1. */
  readonly progress: number
  /** It has just gone under with the process at one of its ends; `progress` is how far it came. */
  readonly sunk: boolean
}

export interface Flights {
  /**
   * The messages on their way at the frame's instant. Each is shown for `shownFor` µs at least, else nobody would see the fast ones; where
   * there are many, one in every 2ⁿ.
   */
  at(frame: Frame, shownFor: number): readonly Dot[]
}

/** Of what crosses one link in one direction, at most about this many are drawn; more of the copies, whose links are longer. */
const MOST_DOTS: Readonly<Record<FlightKind, number>> = { write: 4, answer: 4, copy: 8 }
/** What has gone under is shown this many times as long as what arrives. */
const SUNK_SHOWN = 3
/** Longer on the way than this is not travelling but waiting for a cut to heal, µs. */
const LONGEST = 6_000_000

interface Traffic {
  flights: number
  first: number
  last: number
  /** Sum of the times on the way, and how many were measured. */
  travelled: number
  arrived: number
}

/** Collects flights while the journal is read from start to end. */
class Collector {
  readonly flights: Flight[] = []
  private readonly sent = new Map<number, EventOf<'send'>>()
  private readonly executed = new Map<number, EventOf<'execute'>>()
  private readonly follows = new Map<string, { of: string | null; up: boolean }>()
  /** Copies that are on their way: `write` and replica. */
  private readonly copies = new Map<string, { write: number; from: string; to: string; depart: number }>()

  constructor(run: Run) {
    for (const [name, host] of Object.entries(run.scenario.hosts)) {
      if (host.redis) this.follows.set(name, { of: host.redis.replicaOf ?? null, up: host.redis.replicaOf !== undefined })
    }
  }

  read(event: JournalEvent): void {
    switch (event.type) {
      case 'role':
      case 'boot':
        this.follows.set(event.server, { of: event.of, up: false })
        return
      case 'link':
        this.follows.set(event.replica, { of: event.primary, up: event.state === 'up' })
        return
      case 'link-lost':
        this.follows.set(event.replica, { of: event.primary, up: false })
        return
      case 'send':
        if (event.server !== null) this.sent.set(event.write, event)
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

  private execute(event: EventOf<'execute'>): void {
    const sent = this.sent.get(event.write)
    if (sent) this.add('write', event.write, sent.client, event.server, sent.at, event.at)
    this.executed.set(event.write, event)
    this.copy(event.write, event.server, event.at)
  }

  private copy(write: number, from: string, depart: number): void {
    for (const [to, link] of this.follows) {
      if (link.of === from && link.up) this.copies.set(`${write} ${to}`, { write, from, to, depart })
    }
  }

  private applied(event: EventOf<'apply'>): void {
    const key = `${event.write} ${event.server}`
    const copy = this.copies.get(key)
    this.copies.delete(key)
    if (copy) this.add('copy', event.write, copy.from, event.server, copy.depart, event.at)
    this.copy(event.write, event.server, event.at)
  }

  private answer(event: EventOf<'answer'>): void {
    const sent = this.sent.get(event.write)
    if (!sent || sent.server === null) return
    const executed = this.executed.get(event.write)
    // A refusal leaves no trace at the server: it was there half-way between question and answer.
    const there = executed?.at ?? Math.round((sent.at + event.at) / 2)
    if (!executed) this.add('write', event.write, event.client, sent.server, sent.at, there)
    this.add('answer', event.write, sent.server, event.client, there, event.at)
    this.sent.delete(event.write)
    this.executed.delete(event.write)
  }

  /** What is left never arrived. */
  finish(): readonly Flight[] {
    for (const { write, from, to, depart } of this.copies.values()) this.add('copy', write, from, to, depart, null)
    for (const [write, sent] of this.sent) {
      const executed = this.executed.get(write)
      if (executed) this.add('answer', write, executed.server, sent.client, executed.at, null)
      else if (sent.server !== null) this.add('write', write, sent.client, sent.server, sent.at, null)
    }
    return this.flights.sort((a, b) => a.depart - b.depart)
  }

  private add(kind: FlightKind, write: number, from: string, to: string, depart: number, arrive: number | null): void {
    this.flights.push({ kind, write, from, to, depart, arrive })
  }
}

const wayOf = (flight: Flight): string => `${flight.kind} ${flight.from} ${flight.to}`

function trafficOf(flights: readonly Flight[]): Map<string, Traffic> {
  const ways = new Map<string, Traffic>()
  for (const flight of flights) {
    const way = ways.get(wayOf(flight)) ?? { flights: 0, first: flight.depart, last: flight.depart, travelled: 0, arrived: 0 }
    way.flights += 1
    way.last = flight.depart
    if (flight.arrive !== null && flight.arrive - flight.depart <= LONGEST) {
      way.travelled += flight.arrive - flight.depart
      way.arrived += 1
    }
    ways.set(wayOf(flight), way)
  }
  return ways
}

/** Instants at which a process of each host was killed. */
function killsOf(run: Run): Map<string, number[]> {
  const kills = new Map<string, number[]>()
  for (const event of run.events) {
    if (event.type === 'kill') kills.set(event.host, [...(kills.get(event.host) ?? []), event.at])
  }
  return kills
}

function powerOfTwo(atLeast: number): number {
  return 2 ** Math.max(0, Math.ceil(Math.log2(Math.max(1, atLeast))))
}

/** Mean time on the way of what crosses a link in one direction, µs. */
function travelOf(way: Traffic): number {
  return way.arrived > 0 ? way.travelled / way.arrived : 0
}

/** Whether a flight is among those that stand for all: the same ones at every instant, so that none flickers. */
function isDrawn(flight: Flight, way: Traffic, shownFor: number): boolean {
  const interval = (way.last - way.first) / Math.max(1, way.flights - 1)
  const onTheWay = interval > 0 ? Math.max(shownFor, travelOf(way)) / interval : 1
  return flight.write % powerOfTwo(onTheWay / MOST_DOTS[flight.kind]) === 0
}

/** How far a flight has come at `at`, while it is worth showing; `killed`: when a process at one of its ends first died. */
function progressOf(
  flight: Flight,
  way: Traffic,
  at: number,
  shownFor: number,
  killed: number | null,
): { progress: number; sunk: boolean } | null {
  if (killed !== null && killed <= at) {
    const gone = flight.arrive !== null || at > killed + SUNK_SHOWN * shownFor
    const progress = Math.min(1, (killed - flight.depart) / Math.max(1, travelOf(way)))
    return gone || progress === 1 ? null : { progress, sunk: true }
  }
  const arrive = Math.max(flight.arrive ?? flight.depart + travelOf(way), flight.depart + shownFor)
  const progress = (at - flight.depart) / (arrive - flight.depart)
  return progress < 1 ? { progress, sunk: false } : null
}

/** The messages of a run, ready to be drawn at any instant. */
export function flightsOf(run: Run): Flights {
  const collector = new Collector(run)
  for (const event of run.events) collector.read(event)
  const flights = collector.finish()
  const ways = trafficOf(flights)
  const kills = killsOf(run)
  const slowest = Math.min(LONGEST, 2 * Math.max(0, ...[...ways.values()].map(travelOf)))

  const firstFrom = (depart: number): number => {
    let low = 0
    let high = flights.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((flights[middle]?.depart ?? 0) < depart) low = middle + 1
      else high = middle
    }
    return low
  }
  const killedAfter = ({ from, to, depart }: Flight): number | null => {
    const later = [...(kills.get(from) ?? []), ...(kills.get(to) ?? [])].filter((at) => at > depart)
    return later.length > 0 ? Math.min(...later) : null
  }

  return {
    at(frame, shownFor) {
      const dots: Dot[] = []
      const atTheWall = new Set<string>()
      const horizon = frame.at - Math.max(shownFor, slowest) - SUNK_SHOWN * shownFor
      for (let index = firstFrom(horizon); index < flights.length; index += 1) {
        const flight = flights[index]
        if (!flight || flight.depart > frame.at) break
        const { kind, write, from, to, depart } = flight
        const way = ways.get(wayOf(flight))
        if (!way) continue
        if (reaches(frame, from, to)) {
          const seen = progressOf(flight, way, frame.at, shownFor, killedAfter(flight))
          if (seen && isDrawn(flight, way, seen.sunk ? 0 : shownFor)) dots.push({ kind, write, from, to, ...seen })
          continue
        }
        // What runs into the wall stays there: one message for all that do.
        const progress = Math.min(0.5, (frame.at - depart) / Math.max(1, shownFor))
        if (progress < 0.5 ? !isDrawn(flight, way, shownFor) : atTheWall.has(wayOf(flight))) continue
        if (progress === 0.5) atTheWall.add(wayOf(flight))
        dots.push({ kind, write, from, to, progress, sunk: false })
      }
      return dots
    },
  }
}
