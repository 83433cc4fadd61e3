import type { Box, StageNode, StagePlan } from '@/lib/reading/film/stage-plan'

/** A line keeps this far from whatever it does not belong to. */
const CLEARANCE = 3.5
/** How far from an edge a line runs along it, where there is room. */
const ALONG = 12
/** Two tracks nearer to each other than this are one, unless both are rims or middles. */
const NEAR = 4

/** Right, left, down, up: the opposite of a direction is `direction ^ 1`. */
export const DIRECTIONS = [
  { dx: 1, dy: 0 },
  { dx: -1, dy: 0 },
  { dx: 0, dy: 1 },
  { dx: 0, dy: -1 },
] as const

/** What a process takes of the stage. */
export function boxesOf({ body, words }: StageNode): readonly Box[] {
  return words ? [body, words] : [body]
}

/** From one end of the stage to the other, the beginnings and ends of what stands there. */
type Spans = readonly (readonly [number, number])[]

/** The coordinates at which a line may run: rims and middles, a little beside what stands there, and in the middle of gutters. */
function tracks(bodies: Spans, rooms: Spans, end: number): readonly number[] {
  const firm = bodies.flatMap(([from, to]) => [from, to, (from + to) / 2])
  const loose = bodies.flatMap(([from, to]) => [(3 * from + to) / 4, (from + 3 * to) / 4])
  let covered = 0
  for (const [from, to] of [...rooms].sort((a, b) => a[0] - b[0])) {
    if (from > covered) loose.push((covered + from) / 2)
    covered = Math.max(covered, to)
  }
  for (const [from, to] of rooms) loose.push(from - ALONG, to + ALONG)
  const found = new Set(firm.map(Math.round))
  for (const at of loose.map(Math.round)) if (![...found].some((other) => Math.abs(other - at) < NEAR)) found.add(at)
  return [...found].filter((at) => at >= 2 && at <= end - 2).sort((a, b) => a - b)
}

/** Where lines may run on a plan: points numbered row by row, and from each point the steps to its neighbours. */
export class Grid {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  /** By point and direction: which processes a step comes too near to, one bit each; −1 where there is no neighbour. */
  readonly near: Int32Array
  /** The same, of those that it would go through. */
  readonly through: Int32Array
  /** The same, of those that it passes closer than it might. */
  readonly tight: Int32Array

  constructor({ nodes, width, height }: StagePlan) {
    const level = ({ x, width }: Box) => [x, x + width] as const
    const upright = ({ y, height }: Box) => [y, y + height] as const
    const bodies = nodes.map(({ body }) => body)
    const rooms = nodes.flatMap(boxesOf)
    this.xs = tracks(bodies.map(level), rooms.map(level), width)
    this.ys = tracks(bodies.map(upright), rooms.map(upright), height)
    const steps = this.xs.length * this.ys.length * DIRECTIONS.length
    this.near = new Int32Array(steps).fill(-1)
    this.through = new Int32Array(steps)
    this.tight = new Int32Array(steps)
    const taken = nodes.flatMap((node, index) => boxesOf(node).map((box) => ({ box, bit: 1 << index })))
    for (let point = 0; point < this.xs.length * this.ys.length; point += 1) {
      this.#measure(taken, point, 0)
      this.#measure(taken, point, 2)
    }
  }

  x(point: number): number {
    return this.xs[point % this.xs.length] ?? 0
  }

  y(point: number): number {
    return this.ys[Math.floor(point / this.xs.length)] ?? 0
  }

  /** The point next to another one; its number means nothing where there is none. */
  next(point: number, direction: number): number {
    const { dx, dy } = DIRECTIONS[direction] ?? { dx: 0, dy: 0 }
    return point + dx + dy * this.xs.length
  }

  /** What the step from a point to the right or down comes near to, and so the step back. */
  #measure(taken: readonly { readonly box: Box; readonly bit: number }[], point: number, direction: 0 | 2): void {
    const width = this.xs.length
    const there = this.next(point, direction)
    if (direction === 0 ? there % width === 0 : there >= width * this.ys.length) return
    const [x, y] = [this.x(point), this.y(point)]
    const stretch = { x, y, width: this.x(there) - x, height: this.y(there) - y }
    let [near, through, tight] = [0, 0, 0]
    for (const { box, bit } of taken) {
      if (!within(box, stretch, ALONG - 1)) continue
      tight |= bit
      if (within(box, stretch, CLEARANCE)) near |= bit
      if (within(box, stretch, 0)) through |= bit
    }
    for (const step of [point * 4 + direction, there * 4 + (direction ^ 1)]) {
      this.near[step] = near
      this.through[step] = through
      this.tight[step] = tight
    }
  }
}

/** Whether a stretch touches the inside of a box that is wider by `margin` on each side. */
function within(box: Box, stretch: Box, margin: number): boolean {
  return (
    stretch.x + stretch.width > box.x - margin &&
    stretch.x < box.x + box.width + margin &&
    stretch.y + stretch.height > box.y - margin &&
    stretch.y < box.y + box.height + margin
  )
}
