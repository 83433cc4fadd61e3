import type { Wire, WireMessage } from '@/lib/sim/wire'

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
  /** When it went under with its connection; null: it did not. */
  readonly lost: number | null
}

/** Longer on the way than this is not travelling but waiting for a cut to heal, µs. */
export const LONGEST_TRAVEL = 6_000_000

/** What a message carries of a write, by its type; others carry none. */
const KINDS: Readonly<Partial<Record<WireMessage['message']['type'], FlightKind>>> = {
  command: 'write',
  reply: 'answer',
  stream: 'copy',
}

type DraftWay = { -readonly [K in keyof Way]: Way[K] }

/** Every message that carries a write, its answer or its copy to another host, in the order of departure. */
export function collectFlights(wire: Wire): readonly Flight[] {
  const ways = new Map<string, { readonly way: DraftWay; readonly flights: Flight[] }>()
  const flights: Flight[] = []
  for (const { message, write, from, to, sent: depart, arrived: arrive, lost } of wire) {
    const kind = KINDS[message.type]
    // What is typed on the host of a server travels nowhere.
    if (kind === undefined || write < 0 || from.host === to.host) continue
    const key = `${kind} ${from.host} ${to.host}`
    const known = ways.get(key) ?? { way: { kind, from: from.host, to: to.host, travel: 0, interval: 0 }, flights: [] }
    ways.set(key, known)
    const flight = { way: known.way, write, depart, arrive, lost }
    known.flights.push(flight)
    flights.push(flight)
  }
  for (const { way, flights: all } of ways.values()) measure(way, all)
  return flights
}

/** Finds what is usual on a way. */
function measure(way: DraftWay, flights: readonly Flight[]): void {
  const travels = flights.flatMap(({ depart, arrive }) =>
    arrive === null || arrive - depart > LONGEST_TRAVEL ? [] : [arrive - depart],
  )
  way.travel = median(travels)
  way.interval = median(flights.slice(1).map(({ depart }, index) => depart - (flights[index]?.depart ?? depart)))
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
