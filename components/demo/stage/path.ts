import type { Point } from '@/lib/reading/film/stage-plan'

/** The corners of a line, from rim to rim; every stretch is level or upright. */
export type Path = readonly Point[]

/** How round a corner is. */
const ROUND = 9

const lengthOf = (from: Point, to: Point): number => Math.abs(to.x - from.x) + Math.abs(to.y - from.y)

export function pathLength(path: Path): number {
  return path.reduce((sum, point, index) => sum + lengthOf(path[index - 1] ?? point, point), 0)
}

/** The point at part `t` (0…1) of a line. */
export function pointAt(path: Path, t: number): Point {
  let left = pathLength(path) * t
  for (const [index, from] of path.entries()) {
    const to = path[index + 1]
    if (to === undefined) return from
    const length = lengthOf(from, to)
    if (left <= length) return towards(from, to, left)
    left -= length
  }
  return { x: 0, y: 0 }
}

/** What stands across a line. */
export interface Stretch {
  readonly from: Point
  readonly to: Point
}

/** How far before a wall something is that runs into it. */
const BEFORE = 9

/** The part of a line (0…1) after which it comes to a wall across it; null where it does not. */
export function partBefore(path: Path, wall: Stretch): number | null {
  const whole = pathLength(path)
  let length = 0
  for (const [index, to] of path.entries()) {
    const from = path[index - 1]
    if (!from) continue
    const level = from.y === to.y
    const across = level ? wall.from.x === wall.to.x : wall.from.y === wall.to.y
    const at = level ? wall.from.x : wall.from.y
    const [start, end] = level ? [from.x, to.x] : [from.y, to.y]
    if (across && (start - at) * (end - at) < 0) return Math.max(0, (length + Math.abs(at - start) - BEFORE) / whole)
    length += lengthOf(from, to)
  }
  return null
}

/** The point of a stretch that is `distance` from its beginning. */
function towards(from: Point, to: Point, distance: number): Point {
  const part = distance / (lengthOf(from, to) || 1)
  return { x: round(from.x + (to.x - from.x) * part), y: round(from.y + (to.y - from.y) * part) }
}

/** A line as it is drawn, its corners rounded. */
export function drawn(path: Path): string {
  return path
    .map((point, index) => {
      const [before, after] = [path[index - 1], path[index + 1]]
      if (!before) return `M${point.x} ${point.y}`
      if (!after) return `L${point.x} ${point.y}`
      const bend = Math.min(ROUND, lengthOf(before, point) / 2, lengthOf(point, after) / 2)
      const [start, end] = [towards(point, before, bend), towards(point, after, bend)]
      return `L${start.x} ${start.y}Q${point.x} ${point.y} ${end.x} ${end.y}`
    })
    .join('')
}

/** Degrees of the direction in which a line passes its middle. */
export function headingOf(path: Path): number {
  const [before, after] = [pointAt(path, 0.49), pointAt(path, 0.51)]
  return round((Math.atan2(after.y - before.y, after.x - before.x) * 180) / Math.PI)
}

/** Two decimals: enough for a drawing, and the same text on the server as in the browser. */
export function round(value: number): number {
  return Math.round(value * 100) / 100
}
