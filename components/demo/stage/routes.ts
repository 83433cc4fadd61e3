// Lines run level and upright, between what stands on the stage and what is written beside it. The way of each is the shortest with few
// bends: found once, on the coordinates at which something begins, ends or has its middle, and in the gutters between.
import type { Box, NodeKind, StageNode, StagePlan } from '@/lib/reading/film/stage-plan'
import type { Path } from './path'

/** A line keeps this far from whatever it does not belong to. */
const CLEARANCE = 3.5
/** How far from an edge a line runs along it, where there is room. */
const ALONG = 12
/** Each for a unit of the stage, but a bend and a crossing; `tight`: of a way that is closer to something than it might be. */
const COST = { bend: 120, short: 6, used: 30, crossing: 12, aside: 0.15, tight: 4 } as const
/** What goes over a shorter line is hardly seen: rather a longer way. A client stands beside its server. */
const SHORTEST: Readonly<Record<NodeKind, number>> = { server: 90, sentinel: 20, client: 20 }

const edges = (boxes: readonly Box[], start: 'x' | 'y', size: 'width' | 'height'): [number, number][] =>
  boxes.map((box) => [box[start], box[start] + box[size]])

/** The coordinates at which a line may run. */
function tracks(nodes: readonly StageNode[], start: 'x' | 'y', size: 'width' | 'height', end: number): number[] {
  const bodies = edges(
    nodes.map(({ body }) => body),
    start,
    size,
  )
  const rooms = edges(nodes.flatMap(boxesOf), start, size).sort((a, b) => a[0] - b[0])
  const found = bodies.flatMap(([from, to]) => [from, to, (from + to) / 2, (3 * from + to) / 4, (from + 3 * to) / 4])
  for (const [from, to] of rooms) found.push(from - ALONG, to + ALONG)
  let covered = 0
  for (const [from, to] of rooms) {
    if (from > covered) found.push((covered + from) / 2)
    covered = Math.max(covered, to)
  }
  const inside = found.map(Math.round).filter((at) => at >= 2 && at <= end - 2)
  return [...new Set(inside)].sort((a, b) => a - b)
}

/** What a process takes of the stage. */
export function boxesOf({ body, words }: StageNode): readonly Box[] {
  return words ? [body, words] : [body]
}

/** Whether a stretch touches the inside of a box that is wider by `by` on each side. */
function hits(box: Box, ax: number, ay: number, bx: number, by: number, wider: number): boolean {
  return (
    Math.max(ax, bx) > box.x - wider &&
    Math.min(ax, bx) < box.x + box.width + wider &&
    Math.max(ay, by) > box.y - wider &&
    Math.min(ay, by) < box.y + box.height + wider
  )
}

const DIRECTIONS = [
  { dx: 1, dy: 0 },
  { dx: -1, dy: 0 },
  { dx: 0, dy: 1 },
  { dx: 0, dy: -1 },
] as const

/** The side of a body on which a point of its rim lies that lines may leave from, as a direction; -1 where they may not. */
function sideOf({ body, kind }: StageNode, x: number, y: number): number {
  const corner = kind === 'client' ? body.width / 2 : 12
  const level = y >= body.y + corner && y <= body.y + body.height - corner
  const upright = x >= body.x + corner && x <= body.x + body.width - corner
  if (level && x === body.x + body.width) return 0
  if (level && x === body.x) return 1
  if (upright && y === body.y + body.height) return 2
  return upright && y === body.y ? 3 : -1
}

class Router {
  private readonly xs: readonly number[]
  private readonly ys: readonly number[]
  private readonly used = new Set<number>()
  private readonly known = new Map<string, Path | null>()

  constructor(private readonly plan: StagePlan) {
    this.xs = tracks(plan.nodes, 'x', 'width', plan.width)
    this.ys = tracks(plan.nodes, 'y', 'height', plan.height)
    // Lines that stand there for long come first, each around those before it.
    const servers = plan.nodes.filter(({ kind }) => kind === 'server')
    const clients = plan.nodes.filter(({ kind }) => kind === 'client')
    for (const [index, server] of servers.entries()) for (const other of servers.slice(index + 1)) this.keep(server, other, true)
    for (const client of clients) for (const server of servers) this.keep(client, server, true)
  }

  between(from: StageNode, to: StageNode): Path | null {
    const forth = this.known.get(keyOf(from, to))
    if (forth !== undefined) return forth
    const back = this.known.get(keyOf(to, from))
    if (back !== undefined) return back && [...back].reverse()
    return this.keep(from, to, false)
  }

  private keep(from: StageNode, to: StageNode, lasting: boolean): Path | null {
    const steps = this.search(from, to)
    const path =
      steps &&
      cornersOf(steps.map((at) => ({ x: this.xs[at % this.xs.length] ?? 0, y: this.ys[Math.floor(at / this.xs.length)] ?? 0 })))
    if (lasting) for (const step of steps?.slice(1, -1) ?? []) this.used.add(step)
    this.known.set(keyOf(from, to), path)
    return path
  }

  /** The points of the cheapest way, by number; null where there is none. A point is `x + y * width` of the grid, a state is that and where it came from. */
  private search(from: StageNode, to: StageNode): readonly number[] | null {
    const { xs, ys } = this
    const width = xs.length
    const others = this.plan.nodes.filter((node) => node !== from && node !== to).flatMap(boxesOf)
    const own = [from, to].flatMap(boxesOf)
    const best = new Map<number, number>()
    const before = new Map<number, number>()
    const lengths = new Map<number, number>()
    const queue: number[][] = []
    const reach = (state: number, cost: number, previous: number, length: number): void => {
      const whole = Math.round(cost)
      if ((best.get(state) ?? Infinity) <= whole) return
      best.set(state, whole)
      before.set(state, previous)
      lengths.set(state, length)
      const level = queue[whole] ?? []
      queue[whole] = level
      level.push(state)
    }
    const aside = ({ body }: StageNode, x: number, y: number): number =>
      COST.aside * Math.min(Math.abs(x - body.x - body.width / 2), body.width / 2) +
      COST.aside * Math.min(Math.abs(y - body.y - body.height / 2), body.height / 2)
    for (const [j, y] of ys.entries())
      for (const [i, x] of xs.entries()) {
        const side = sideOf(from, x, y)
        if (side >= 0) reach((i + j * width) * 4 + side, aside(from, x, y), -1, 0)
      }
    for (let cost = 0; cost < queue.length; cost += 1) {
      for (const state of queue[cost] ?? []) {
        if (best.get(state) !== cost) continue
        const [point, heading] = [state >> 2, state & 3]
        const [i, j] = [point % width, Math.floor(point / width)]
        const [x, y] = [xs[i] ?? 0, ys[j] ?? 0]
        const first = before.get(state) === -1
        if (!first && sideOf(to, x, y) === (heading ^ 1)) return this.walked(before, state)
        for (const [next, { dx, dy }] of DIRECTIONS.entries()) {
          const [nx, ny] = [xs[i + dx], ys[j + dy]]
          if (nx === undefined || ny === undefined || next === (heading ^ 1) || (first && next !== heading)) continue
          if (others.some((box) => hits(box, x, y, nx, ny, CLEARANCE)) || own.some((box) => hits(box, x, y, nx, ny, 0))) continue
          const tight = [...others, ...own].some((box) => hits(box, x, y, nx, ny, ALONG - 1))
            ? COST.tight * Math.abs(nx - x + ny - y)
            : 0
          const there = point + dx + dy * width
          const step = Math.abs(nx - x) + Math.abs(ny - y)
          const length = (lengths.get(state) ?? 0) + step
          const taken = this.used.has(there) ? (this.used.has(point) ? COST.used : COST.crossing) : 0
          const arrives = sideOf(to, nx, ny) === (next ^ 1)
          const ending = arrives ? aside(to, nx, ny) + COST.short * Math.max(0, SHORTEST[from.kind] - length) : 0
          reach(there * 4 + next, cost + step + tight + taken + ending + (next === heading ? 0 : COST.bend), state, length)
        }
      }
    }
    return null
  }

  private walked(before: ReadonlyMap<number, number>, last: number): readonly number[] {
    const points: number[] = []
    for (let state: number = last; state >= 0; state = before.get(state) ?? -1) points.unshift(state >> 2)
    return points
  }
}

const keyOf = (from: StageNode, to: StageNode): string => `${from.kind} ${from.host} ${to.kind} ${to.host}`

function cornersOf(points: Path): Path {
  return points.filter((point, index) => {
    const [before, after] = [points[index - 1], points[index + 1]]
    return !before || !after || !((before.x === point.x && point.x === after.x) || (before.y === point.y && point.y === after.y))
  })
}

const routers = new WeakMap<StagePlan, Router>()

/** The line between two processes of a plan, from the first to the second; null where one is not there or no way is. */
export function routeBetween(plan: StagePlan, from: string, to: string, kinds: readonly [NodeKind, NodeKind]): Path | null {
  const find = (host: string, kind: NodeKind): StageNode | undefined =>
    plan.nodes.find((node) => node.host === host && node.kind === kind)
  const start = find(from, kinds[0])
  const end = find(to, kinds[1])
  if (!start || !end || start === end) return null
  const router = routers.get(plan) ?? new Router(plan)
  routers.set(plan, router)
  return router.between(start, end)
}
