import type { Strip } from '@/lib/reading/film/fate-strip'
import type { Lanes } from '@/lib/reading/film/lanes'

export const LANES_TOP = 26
const LANE = 24
/** Room below the lanes for what is said of a stretch of them. */
const NAMES = 17
const BARS = 32
const TICKS = 19

/** Heights of the parts of a timeline, pixels: they are the same at every width. */
export interface Plot {
  /** Middle of the circles that number the moments. */
  readonly marks: number
  readonly lanesTop: number
  /** Base line of what is said of the lanes. */
  readonly names: number
  readonly lanesBottom: number
  readonly barsTop: number
  /** Foot of the bars and line of the axis. */
  readonly axis: number
  readonly height: number
}

export const BAR_HEIGHT = BARS

export function laneY(index: number): number {
  return LANES_TOP + LANE / 2 + index * LANE
}

/** Lays a timeline out for its lanes, with or without writes. */
export function plotOf(lanes: Lanes, writes: boolean): Plot {
  const foot = LANES_TOP + lanes.lanes.length * LANE
  const lanesBottom = foot + (lanes.overlaps.length > 0 ? NAMES : 3)
  const barsTop = lanesBottom + 3
  const axis = writes ? barsTop + BARS + 2 : lanesBottom + 2
  return { marks: 12, lanesTop: LANES_TOP, names: foot + 12, lanesBottom, barsTop, axis, height: axis + TICKS }
}

export function hasWrites(strip: Strip): boolean {
  return strip.slices.some((slice) => slice.unsent > 0 || Object.values(slice.counts).some((count) => count > 0))
}
