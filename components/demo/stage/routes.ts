// Lines run level and upright, between what stands on the stage and what is written beside it. The way of each is the shortest with few
// bends, found once for each layout.
import type { NodeKind, StageNode, StagePlan } from '@/lib/reading/film/stage-plan'
import { DIRECTIONS, Grid } from './grid'
import type { Path } from './path'

/** Each for a unit of the stage, but a bend and a crossing; `tight`: of a way that is closer to something than it might be. */
const COST = { bend: 120, short: 6, used: 30, crossing: 12, aside: 0.15, tight: 4 } as const
/** What goes over a shorter line is hardly seen: rather a longer way. A client stands beside its server. */
const SHORTEST: Readonly<Record<NodeKind, number>> = { server: 90, sentinel: 20, client: 20, resource: 20 }
/** Nearer to a corner no line begins or ends. */
const CORNER = 12

/** The side of a body on whose rim a point lies, as the direction out of it; −1 where no line begins. */
function sideOf({ body, kind }: StageNode, x: number, y: number): number {
  const [right, bottom] = [body.x + body.width, body.y + body.height]
  const corner = kind === 'client' ? body.width / 2 : CORNER
  const level = y >= body.y + corner && y <= bottom - corner
  const upright = x >= body.x + corner && x <= right - corner
  if (level && x === right) return 0
  if (level && x === body.x) return 1
  if (upright && y === bottom) return 2
  return upright && y === body.y ? 3 : -1
}

class Router {
  readonly #grid: Grid
  /** Points of lines that stand there for long. */
  readonly #used = new Set<number>()
  readonly #known = new Map<string, Path | null>()
  readonly #plan: StagePlan

  constructor(plan: StagePlan) {
    this.#plan = plan
    this.#grid = new Grid(plan)
    // What stands there for long comes first, each around those before it.
    const servers = plan.nodes.filter(({ kind }) => kind === 'server')
    const clients = plan.nodes.filter(({ kind }) => kind === 'client')
    for (const [index, server] of servers.entries()) for (const other of servers.slice(index + 1)) this.#keep(server, other, true)
    for (const client of clients) for (const server of servers) this.#keep(client, server, true)
  }

  between(from: StageNode, to: StageNode): Path | null {
    const forth = this.#known.get(keyOf(from, to))
    if (forth !== undefined) return forth
    const back = this.#known.get(keyOf(to, from))
    if (back !== undefined) return back && [...back].reverse()
    return this.#keep(from, to, false)
  }

  #keep(from: StageNode, to: StageNode, lasting: boolean): Path | null {
    const points = this.#search(from, to)
    const path = points && cornersOf(points.map((point) => ({ x: this.#grid.x(point), y: this.#grid.y(point) })))
    if (lasting) for (const point of points?.slice(1, -1) ?? []) this.#used.add(point)
    this.#known.set(keyOf(from, to), path)
    return path
  }

  /** The points of the cheapest way, null where there is none. A state is a point and the direction in which it was reached. */
  #search(from: StageNode, to: StageNode): readonly number[] | null {
    const grid = this.#grid
    const points = grid.xs.length * grid.ys.length
    const own = (1 << this.#plan.nodes.indexOf(from)) | (1 << this.#plan.nodes.indexOf(to))
    const best = new Float64Array(points * 4).fill(Infinity)
    const before = new Int32Array(points * 4)
    const lengths = new Float64Array(points * 4)
    /** States by what they cost. */
    const queue: number[][] = []
    const reach = (state: number, cost: number, previous: number, length: number): void => {
      const whole = Math.round(cost)
      if ((best[state] ?? 0) <= whole) return
      best[state] = whole
      before[state] = previous
      lengths[state] = length
      const level = queue[whole]
      if (level) level.push(state)
      else queue[whole] = [state]
    }
    for (let point = 0; point < points; point += 1) {
      const side = sideOf(from, grid.x(point), grid.y(point))
      if (side >= 0) reach(point * 4 + side, this.#aside(from, point), -1, 0)
    }
    for (let cost = 0; cost < queue.length; cost += 1) {
      for (const state of queue[cost] ?? []) {
        if (best[state] !== cost) continue
        const [point, heading] = [state >> 2, state & 3]
        const first = before[state] === -1
        if (!first && sideOf(to, grid.x(point), grid.y(point)) === (heading ^ 1)) return walked(before, state)
        for (let next = 0; next < DIRECTIONS.length; next += 1) {
          if (next === (heading ^ 1) || (first && next !== heading)) continue
          const step = point * 4 + next
          const near = grid.near[step] ?? -1
          if (near === -1 || (near & ~own) !== 0 || ((grid.through[step] ?? 0) & own) !== 0) continue
          const there = grid.next(point, next)
          const far = Math.abs(grid.x(there) - grid.x(point)) + Math.abs(grid.y(there) - grid.y(point))
          const length = (lengths[state] ?? 0) + far
          const tight = grid.tight[step] === 0 ? 0 : COST.tight * far
          const taken = this.#used.has(there) ? (this.#used.has(point) ? COST.used : COST.crossing) : 0
          const arrives = sideOf(to, grid.x(there), grid.y(there)) === (next ^ 1)
          const ending = arrives ? this.#aside(to, there) + COST.short * Math.max(0, SHORTEST[from.kind] - length) : 0
          reach(there * 4 + next, cost + far + tight + taken + ending + (next === heading ? 0 : COST.bend), state, length)
        }
      }
    }
    return null
  }

  /** What it costs to begin or end beside the middle of a side. */
  #aside({ body }: StageNode, point: number): number {
    const [x, y] = [body.x + body.width / 2, body.y + body.height / 2]
    const level = Math.min(Math.abs(this.#grid.x(point) - x), body.width / 2)
    return COST.aside * (level + Math.min(Math.abs(this.#grid.y(point) - y), body.height / 2))
  }
}

function walked(before: Int32Array, last: number): readonly number[] {
  const points: number[] = []
  for (let state = last; state >= 0; state = before[state] ?? -1) points.unshift(state >> 2)
  return points
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
