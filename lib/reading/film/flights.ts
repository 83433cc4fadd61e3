import type { Run } from '@/lib/sim/journal'
import { collectFlights, type Flight, type FlightKind, LONGEST_TRAVEL, type Way } from './flight-collector'
import { type Frame, reaches } from './frame'

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

/** Whether a flight is among those that stand for all: the same ones at every instant, so that none flickers. */
function isDrawn({ way, write }: Flight, shownFor: number): boolean {
  const onTheWay = way.interval > 0 ? Math.max(shownFor, way.travel) / way.interval : 1
  return write % powerOfTwo(onTheWay / MOST_DOTS[way.kind]) === 0
}

/** How far a flight has come at `at`, while it is worth showing; `killed`: when a process at one of its ends first died. */
function progressOf(
  { way, depart, arrive }: Flight,
  at: number,
  shownFor: number,
  killed: number | null,
): { progress: number; sunk: boolean } | null {
  if (killed !== null && killed <= at) {
    const progress = (killed - depart) / Math.max(1, way.travel)
    return arrive !== null || progress >= 1 || at > killed + SUNK_SHOWN * shownFor ? null : { progress, sunk: true }
  }
  const shownUntil = Math.max(arrive ?? depart + way.travel, depart + shownFor)
  const progress = (at - depart) / (shownUntil - depart)
  return progress < 1 ? { progress, sunk: false } : null
}

/** Index of the first flight that departs at `depart` or later. */
function firstFrom(flights: readonly Flight[], depart: number): number {
  let low = 0
  let high = flights.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((flights[middle]?.depart ?? 0) < depart) low = middle + 1
    else high = middle
  }
  return low
}

/** The messages of a run, ready to be drawn at any instant. */
export function flightsOf(run: Run): Flights {
  const flights = collectFlights(run)
  const kills = killsOf(run)
  const slowest = flights.reduce((most, { way }) => Math.max(most, way.travel), 0)
  const killedAfter = ({ from, to }: Way, depart: number): number | null => {
    const later = [...(kills.get(from) ?? []), ...(kills.get(to) ?? [])].filter((at) => at > depart)
    return later.length > 0 ? Math.min(...later) : null
  }
  return {
    at(frame, shownFor) {
      const dots: Dot[] = []
      const atTheWall = new Set<Way>()
      const open = new Map<Way, boolean>()
      const horizon = frame.at - Math.max(shownFor, Math.min(LONGEST_TRAVEL, 2 * slowest)) - SUNK_SHOWN * shownFor
      for (let index = firstFrom(flights, horizon); index < flights.length; index += 1) {
        const flight = flights[index]
        if (!flight || flight.depart > frame.at) break
        const { write, way, depart } = flight
        const { kind, from, to } = way
        const isOpen = open.get(way) ?? reaches(frame, from, to)
        open.set(way, isOpen)
        if (isOpen) {
          const seen = progressOf(flight, frame.at, shownFor, killedAfter(way, depart))
          if (seen && isDrawn(flight, seen.sunk ? 0 : shownFor)) dots.push({ kind, write, from, to, ...seen })
          continue
        }
        // What runs into the wall stays there: one message for all that do.
        const progress = Math.min(0.5, (frame.at - depart) / Math.max(1, shownFor))
        if (progress < 0.5 ? !isDrawn(flight, shownFor) : atTheWall.has(way)) continue
        if (progress === 0.5) atTheWall.add(way)
        dots.push({ kind, write, from, to, progress, sunk: false })
      }
      return dots
    },
  }
}
