import type { Strip } from '@/lib/reading/film/fate-strip'
import type { Lanes } from '@/lib/reading/film/lanes'

export const LANES_TOP = 34
const LANE = 36
const BELOW_LANES = 20
const BARS = 50
const TICKS = 26

/** Heights of the parts of a timeline, pixels: they are the same at every width. */
export interface Plot {
  /** Middle of the circles that number the moments. */
  readonly marks: number
  readonly lanesTop: number
  readonly barsTop: number
  /** Foot of the bars and line of the axis. */
  readonly axis: number
  readonly height: number
}

export const BAR_HEIGHT = BARS

export function laneY(index: number): number {
  return LANES_TOP + LANE / 2 + index * LANE
}

export function lanesBottom({ lanes }: Lanes): number {
  return LANES_TOP + lanes.length * LANE + BELOW_LANES
}

/** Lays a timeline out for so many lanes, with or without writes. */
export function plotOf(lanes: Lanes, strip: Strip): Plot {
  const bottom = lanesBottom(lanes)
  const barsTop = bottom + 12
  const axis = hasWrites(strip) ? barsTop + BARS + 4 : bottom + 4
  return { marks: 15, lanesTop: LANES_TOP, barsTop, axis, height: axis + TICKS }
}

export function hasWrites(strip: Strip): boolean {
  return strip.slices.some((slice) => Object.values(slice.counts).some((count) => count > 0))
}
