import type { Strip } from '@/lib/reading/film/fate-strip'
import type { Lanes } from '@/lib/reading/film/lanes'

const MARKS = 34
const LANE = 36
const BELOW_LANES = 20
const BARS = 50
const TICKS = 26

/** Heights of the parts of a timeline, pixels: they are the same at every width. */
export interface Plot {
  /** Middle of the circles that number the moments. */
  readonly marks: number
  readonly lanesTop: number
  readonly lanesBottom: number
  readonly barsTop: number
  /** Foot of the bars and line of the axis. */
  readonly axis: number
  readonly height: number
}

export const BAR_HEIGHT = BARS

export function laneY(index: number): number {
  return MARKS + LANE / 2 + index * LANE
}

/** Lays a timeline out for so many lanes, with or without writes. */
export function plotOf(lanes: Lanes, strip: Strip): Plot {
  const lanesBottom = MARKS + lanes.lanes.length * LANE + BELOW_LANES
  const barsTop = lanesBottom + 12
  const axis = hasWrites(strip) ? barsTop + BARS + 4 : lanesBottom + 4
  return { marks: 15, lanesTop: MARKS, lanesBottom, barsTop, axis, height: axis + TICKS }
}

export function hasWrites(strip: Strip): boolean {
  return strip.slices.some((slice) => Object.values(slice.counts).some((count) => count > 0))
}
