import type { Run, WiredRun } from '@/lib/sim/outputs'
import type { ProcessKind } from '@/lib/sim/scenario/process'
import { eventsOf } from '../events'
import { isServer } from '../servers'
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
   * there are many, one in every 2ⁿ, and all of the write `followed`.
   */
  at(frame: Frame, shownFor: number, followed?: number | null): readonly Dot[]
}

/** Of what crosses one link in one direction, at most about this many are drawn; more of the copies, whose links are longer. */
const MOST_DOTS: Readonly<Record<FlightKind, number>> = { write: 4, answer: 4, copy: 8 }
/** What has gone under is shown this many times as long as what arrives. */
const SUNK_SHOWN = 3
/** How far a message comes whose way is cut. */
const AT_THE_WALL = 0.5

/** Tells when a process at one of the ends of a way first died after `depart`. */
function deathsOf(run: Run): (way: Way, depart: number) => number | null {
  const deaths = eventsOf(run, 'kill').map(({ event }) => event)
  const byWay = new Map<Way, readonly number[]>()
  const ofWay = (way: Way): readonly number[] => {
    const { kind, from, to } = way
    const client = { write: from, answer: to, copy: null }[kind]
    const isEnd = (host: string, process: ProcessKind): boolean =>
      host === client ? process === 'client' : isServer(process) && (host === from || host === to)
    const known = byWay.get(way) ?? deaths.flatMap(({ at, host, process }) => (isEnd(host, process) ? [at] : []))
    byWay.set(way, known)
    return known
  }
  return (way, depart) => ofWay(way).find((at) => at > depart) ?? null
}

function powerOfTwo(atLeast: number): number {
  return 2 ** Math.max(0, Math.ceil(Math.log2(Math.max(1, atLeast))))
}

/** Whether a flight is among those that stand for all: the same ones at every instant, so that none flickers. */
function isDrawn({ way, write }: Flight, shownFor: number): boolean {
  const onTheWay = way.interval > 0 ? Math.max(shownFor, way.travel) / way.interval : 1
  return write % powerOfTwo(onTheWay / MOST_DOTS[way.kind]) === 0
}

type Progress = Pick<Dot, 'progress' | 'sunk'>

/** How far a flight has come at `at` that goes its way, while it is worth showing. */
function flying({ way, depart, arrive }: Flight, at: number, shownFor: number): Progress | null {
  const shownUntil = Math.max(arrive ?? depart + way.travel, depart + shownFor)
  const progress = (at - depart) / (shownUntil - depart)
  return progress < 1 ? { progress, sunk: false } : null
}

/** How far a flight had come that went under at `lost`, while it is worth showing. */
function sunken({ way, depart }: Flight, lost: number, at: number, shownFor: number): Progress | null {
  const progress = (lost - depart) / Math.max(1, way.travel)
  return progress >= 1 || at > lost + SUNK_SHOWN * shownFor ? null : { progress, sunk: true }
}

/** How far a flight has come whose way is cut: to the wall. */
function stopped({ depart }: Flight, at: number, shownFor: number): Progress {
  return { progress: Math.min(AT_THE_WALL, (at - depart) / Math.max(1, shownFor)), sunk: false }
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
export function flightsOf(run: WiredRun): Flights {
  const flights = collectFlights(run.wire)
  const diedAfter = deathsOf(run)
  const slowest = flights.reduce((most, { way }) => Math.max(most, way.travel), 0)
  return {
    at(frame, shownFor, followed = null) {
      const { at } = frame
      const dots: Dot[] = []
      const walled = new Set<Way>()
      const open = new Map<Way, boolean>()
      const progressOf = (flight: Flight): Progress | null => {
        const { way, depart, arrive, lost } = flight
        if (lost !== null && lost <= at) return sunken(flight, lost, at, shownFor)
        const isOpen = open.get(way) ?? reaches(frame, way.from, way.to)
        open.set(way, isOpen)
        if (!isOpen && (arrive === null || arrive > at)) return stopped(flight, at, shownFor)
        // A death, and a cut, take what had arrived from the picture: what they sank or stopped is seen.
        const died = diedAfter(way, depart)
        return isOpen && (died === null || died > at) ? flying(flight, at, shownFor) : null
      }
      const horizon = at - Math.max(shownFor, Math.min(LONGEST_TRAVEL, 2 * slowest)) - SUNK_SHOWN * shownFor
      for (let index = firstFrom(flights, horizon); index < flights.length; index += 1) {
        const flight = flights[index]
        if (!flight || flight.depart > at) break
        const { write, way } = flight
        const seen = progressOf(flight)
        if (seen === null) continue
        const { kind, from, to } = way
        const dot = { kind, write, from, to, ...seen }
        // What runs into the wall stays there: one message for all that do.
        if (write === followed) dots.push(dot)
        else if (!seen.sunk && open.get(way) === false && seen.progress === AT_THE_WALL) {
          if (!walled.has(way)) dots.push(dot)
          walled.add(way)
        } else if (isDrawn(flight, seen.sunk ? 0 : shownFor)) dots.push(dot)
      }
      return dots
    },
  }
}
