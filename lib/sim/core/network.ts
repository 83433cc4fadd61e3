import { strand } from './loss'
import type { Protocol, World } from './model'
import type { Path } from './path'
import type { Micros } from './time'

/** One direction between two hosts: from the first to the second. */
export type Pair = readonly [from: string, to: string]

/** What becomes of the paths of a network. */
export interface PathChange {
  /** Nothing gets through any more. */
  readonly cut?: readonly Pair[]
  /** Everything that was cut is open again; what waits is delivered when its retransmission timer rings. */
  readonly heal?: true
  /** What leaves from now on takes so long both ways, and jitter on top as before. */
  readonly slow?: { readonly between: Pair; readonly latency: Micros }
  /** A host loses its power, or has it again, unless that is so already: without it nothing leaves it and nothing arrives, whatever is healed meanwhile. */
  readonly power?: { readonly host: string; readonly on: boolean }
}

/** Changes the paths of a world; what is on its way on one that is cut, waits. */
export function change<P extends Protocol>(world: World<P>, { cut, heal, slow, power }: PathChange): void {
  const { paths } = world
  const at = ([from, to]: Pair) => world.hosts.indexOf(from) * world.hosts.length + world.hosts.indexOf(to)
  if (cut !== undefined) {
    for (const pair of cut) set(pathAt(paths, at(pair)), { cut: true })
    strand(world)
  }
  if (heal) for (const path of paths) if (path.cut) set(path, { cut: false })
  if (power !== undefined) {
    const { host, on } = power
    // Its path to itself tells whether it has power.
    if (on === !pathAt(paths, at([host, host])).dark) return
    const pairs = world.hosts.flatMap((other): Pair[] =>
      other === host
        ? [[host, host]]
        : [
            [host, other],
            [other, host],
          ],
    )
    for (const path of pairs.map((pair) => pathAt(paths, at(pair)))) set(path, { dark: (path.dark ?? 0) + (on ? -1 : 1) })
    strand(world)
  }
  if (slow !== undefined) {
    const [one, other] = slow.between
    for (const index of [at([one, other]), at([other, one])]) paths[index] = { ...pathAt(paths, index), latency: slow.latency }
  }
}

/** Both directions between every two hosts of different groups. */
export function pairsBetween(groups: readonly (readonly string[])[]): readonly Pair[] {
  return groups.flatMap((group, index) =>
    groups.flatMap((other, otherIndex) =>
      index === otherIndex ? [] : group.flatMap((from) => other.map((to): Pair => [from, to])),
    ),
  )
}

function set(path: Path, change: Pick<Path, 'cut' | 'dark'>): void {
  Object.assign(path, change)
  path.open = !path.cut && !path.dark
}

function pathAt(paths: readonly Path[], index: number): Path {
  return paths[index] as Path
}
