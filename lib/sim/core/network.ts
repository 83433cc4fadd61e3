import { strand } from './loss'
import type { Protocol, World } from './model'
import type { Path } from './path'

/** One direction between two hosts: from the first to the second. */
export type Pair = readonly [from: string, to: string]

/** What becomes of the paths of a network. */
export interface PathChange {
  /** Nothing gets through any more. */
  readonly cut?: readonly Pair[]
  /** Everything that was cut is open again; what waits is delivered when its retransmission timer rings. */
  readonly heal?: true
}

/** Changes the paths of a world; what is on its way on one that is cut, waits. */
export function change<P extends Protocol>(world: World<P>, { cut, heal }: PathChange): void {
  if (cut !== undefined) {
    for (const [from, to] of cut) pathBetween(world, from, to).open = false
    strand(world)
  }
  if (heal) for (const path of world.paths) path.open = true
}

/** Both directions between every two hosts of different groups. */
export function pairsBetween(groups: readonly (readonly string[])[]): readonly Pair[] {
  return groups.flatMap((group, index) =>
    groups.flatMap((other, otherIndex) =>
      index === otherIndex ? [] : group.flatMap((from) => other.map((to): Pair => [from, to])),
    ),
  )
}

function pathBetween<P extends Protocol>({ hosts, paths }: World<P>, from: string, to: string): Path {
  return paths[hosts.indexOf(from) * hosts.length + hosts.indexOf(to)] as Path
}
