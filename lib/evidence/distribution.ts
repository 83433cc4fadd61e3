import type { RangeRow } from './compare'

/** One quantity, ready to be drawn: milliseconds or writes; places are parts of the axis, 0 … 1. */
export interface Plot {
  readonly ticks: readonly { readonly value: number; readonly place: number }[]
  /** Where a real value may lie. */
  readonly allowed: readonly [number, number]
  /** Real runs, ascending; `beside`: how many others stand at this place already. */
  readonly real: readonly { readonly place: number; readonly beside: number }[]
  /** Share of the simulated runs in each of BINS equal parts of the axis, the largest as 1. */
  readonly simulated: readonly number[]
}

export const BINS = 60
/** Part of the axis left free at either end. */
const MARGIN = 0.04
const MOST_TICKS = 5
/** Parts of the axis: the label of a tick nearer to an end would stand out. */
const LABEL = 0.06
/** Parts of the axis: dots nearer than that would hide each other. */
const DOT = 0.018

/** Lays one quantity out on an axis of its own. */
export function plotOf({ kind, real, simulated, tolerance }: RangeRow): Plot {
  const least = Math.min(...simulated) - tolerance
  const most = Math.max(...simulated) + tolerance
  const [from, to] = [Math.min(least, ...real), Math.max(most, ...real)]
  const margin = (to - from || 1) * MARGIN
  // Neither a count nor a time of a run is below zero.
  const low = Math.max(0, from - margin)
  const high = to + margin
  const place = (value: number) => Math.min(1, Math.max(0, (value - low) / (high - low)))
  return {
    ticks: ticks(low, high, kind === 'count')
      .map((value) => ({ value, place: place(value) }))
      .filter((tick) => tick.value === 0 || (tick.place >= LABEL && tick.place <= 1 - LABEL)),
    allowed: [place(least), place(most)],
    real: besideEachOther(real.map(place)),
    simulated: shares(simulated.map(place)),
  }
}

function shares(places: readonly number[]): readonly number[] {
  const counts = Array.from({ length: BINS }, () => 0)
  for (const place of places) {
    const bin = Math.min(BINS - 1, Math.floor(place * BINS))
    counts[bin] = (counts[bin] ?? 0) + 1
  }
  const most = Math.max(...counts)
  return counts.map((count) => (most === 0 ? 0 : count / most))
}

function besideEachOther(places: readonly number[]): Plot['real'] {
  return places.map((place, index) => ({
    place,
    beside: places.slice(0, index).filter((other) => Math.abs(other - place) < DOT).length,
  }))
}

/** Round values between two, at most five; whole ones for counts. */
function ticks(low: number, high: number, whole: boolean): readonly number[] {
  const rough = (high - low) / MOST_TICKS
  const power = 10 ** Math.floor(Math.log10(rough))
  const step =
    [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough && (!whole || candidate >= 1)) ?? power
  const first = Math.ceil(low / step)
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, index) => (first + index) * step)
}
