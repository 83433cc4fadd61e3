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

/** What a message carries of a write, by its type; others carry none. Other kinds of process add theirs. */
export const CARRIED: Partial<Record<WireMessage['message']['type'], FlightKind>> = {
  command: 'write',
  reply: 'answer',
  stream: 'copy',
}

type DraftWay = { -readonly [K in keyof Way]: Way[K] }

/** A way and all that goes it. */
interface Route {
  readonly way: DraftWay
  readonly flights: Flight[]
}

/** Every message that carries a write, its answer or its copy to another host, in the order of departure. */
export function collectFlights(wire: Wire): readonly Flight[] {
  const routes = new Routes()
  const flights: Flight[] = []
  for (const { message, connection, write, from, to, sent: depart, arrived: arrive, lost } of wire) {
    // What is typed on the host of a server travels nowhere.
    if (write < 0 || from.host === to.host) continue
    const kind = CARRIED[message.type]
    if (kind === undefined) continue
    const route = routes.of(kind, connection, from.host, to.host)
    const flight = { way: route.way, write, depart, arrive, lost }
    route.flights.push(flight)
    flights.push(flight)
  }
  for (const { way, flights: all } of routes.all()) measure(way, all)
  return flights
}

class Routes {
  readonly #known = new Map<string, Route>()
  /** Whatever a connection carries of one kind goes one way: most messages find theirs by its number. */
  readonly #byConnection: Readonly<Record<FlightKind, (Route | undefined)[]>> = { write: [], answer: [], copy: [] }

  of(kind: FlightKind, connection: number, from: string, to: string): Route {
    const known = this.#byConnection[kind][connection]
    if (known !== undefined) return known
    const key = `${kind} ${from} ${to}`
    const route = this.#known.get(key) ?? { way: { kind, from, to, travel: 0, interval: 0 }, flights: [] }
    this.#known.set(key, route)
    this.#byConnection[kind][connection] = route
    return route
  }

  all(): Iterable<Route> {
    return this.#known.values()
  }
}

/** Finds what is usual on a way. */
function measure(way: DraftWay, flights: readonly Flight[]): void {
  const travels = new Float64Array(flights.length)
  const intervals = new Float64Array(flights.length)
  let came = 0
  let followed = 0
  let last: number | null = null
  for (const { depart, arrive } of flights) {
    if (arrive !== null && arrive - depart <= LONGEST_TRAVEL) travels[came++] = arrive - depart
    if (last !== null) intervals[followed++] = depart - last
    last = depart
  }
  way.travel = median(travels.subarray(0, came))
  way.interval = median(intervals.subarray(0, followed))
}

/** Sorts them. */
function median(values: Float64Array): number {
  return values.sort()[Math.floor(values.length / 2)] ?? 0
}
