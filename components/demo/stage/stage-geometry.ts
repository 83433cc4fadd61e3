import type { StageNode } from '@/lib/reading/film/stage-layout'

export interface Point {
  readonly x: number
  readonly y: number
}

/** A line of the stage: straight when `bend` lies in its middle, else bent around whoever stands in between. */
export interface Curve {
  readonly from: Point
  readonly bend: Point
  readonly to: Point
}

/** Half the width of what stands on the stage, for each kind of process. */
export const RADIUS = { server: 24, sentinel: 21, client: 22 } as const
/** A line keeps this far from the middle of a process it does not belong to. */
const CLEARANCE = 38

/** The point at part `t` (0…1) of a curve. */
export function pointAt({ from, bend, to }: Curve, t: number): Point {
  const a = (1 - t) ** 2
  const b = 2 * t * (1 - t)
  const c = t ** 2
  return { x: round(a * from.x + b * bend.x + c * to.x), y: round(a * from.y + b * bend.y + c * to.y) }
}

export function pathOf({ from, bend, to }: Curve): string {
  return `M${from.x} ${from.y}Q${bend.x} ${bend.y} ${to.x} ${to.y}`
}

/** The curve between two processes, from rim to rim, around all others. */
export function curveBetween(nodes: readonly StageNode[], from: StageNode, to: StageNode): Curve {
  const others = nodes.filter((node) => node !== from && node !== to)
  // What stands below each other has its words in between.
  const steps = Math.abs(from.x - to.x) < 1 ? [-1, 1, -2, 2, -3, 3] : [0, 1, -1, 2, -2, 3, -3]
  const sideways = to.y < from.y ? -34 : 34
  const bend = steps
    .map((step) => bendBy(from, to, step * sideways))
    .map((point) => ({ point, distance: nearest(others, { from, bend: point, to }) }))
  const clear = bend.find(({ distance }) => distance >= CLEARANCE) ?? bend.sort((a, b) => b.distance - a.distance)[0]
  const point = clear?.point ?? bendBy(from, to, 0)
  return { from: towards(from, point, RADIUS[from.kind] + 3), bend: point, to: towards(to, point, RADIUS[to.kind] + 3) }
}

function bendBy(from: Point, to: Point, sideways: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  return {
    x: round((from.x + to.x) / 2 - ((to.y - from.y) / length) * sideways),
    y: round((from.y + to.y) / 2 + ((to.x - from.x) / length) * sideways),
  }
}

function nearest(nodes: readonly StageNode[], curve: Curve): number {
  const points = [0.15, 0.3, 0.4, 0.5, 0.6, 0.7, 0.85].map((t) => pointAt(curve, t))
  return Math.min(Infinity, ...nodes.flatMap((node) => points.map((point) => Math.hypot(point.x - node.x, point.y - node.y))))
}

function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  return { x: round(from.x + ((to.x - from.x) / length) * distance), y: round(from.y + ((to.y - from.y) / length) * distance) }
}

/** A short wall across a curve at its middle, drawn from one end to the other. */
export function wallAcross(curve: Curve, half: number): string {
  const before = pointAt(curve, 0.46)
  const after = pointAt(curve, 0.54)
  const middle = pointAt(curve, 0.5)
  const length = Math.hypot(after.x - before.x, after.y - before.y) || 1
  const across = { x: (-(after.y - before.y) / length) * half, y: ((after.x - before.x) / length) * half }
  return `M${round(middle.x - across.x)} ${round(middle.y - across.y)}L${round(middle.x + across.x)} ${round(middle.y + across.y)}`
}

/** Degrees of the direction in which a curve passes its middle. */
export function headingOf(curve: Curve): number {
  const before = pointAt(curve, 0.46)
  const after = pointAt(curve, 0.54)
  return round((Math.atan2(after.y - before.y, after.x - before.x) * 180) / Math.PI)
}

/** Two decimals: enough for a drawing, and the same text on the server as in the browser. */
function round(value: number): number {
  return Math.round(value * 100) / 100
}
