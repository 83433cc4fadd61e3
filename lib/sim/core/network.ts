import { strand } from './loss'
import type { Protocol, World } from './model'
import type { Path } from './path'

/** Cuts every pair of hosts that stand in different groups, both ways; a host in no group keeps its reach. */
export function partition<P extends Protocol>(world: World<P>, groups: readonly (readonly string[])[]): void {
  groups.forEach((group, index) => {
    const others = groups.flatMap((other, otherIndex) => (otherIndex === index ? [] : other))
    for (const from of group) for (const to of others) pathBetween(world, from, to).open = false
  })
  strand(world)
}

/** Cuts one direction. */
export function cut<P extends Protocol>(world: World<P>, from: string, to: string): void {
  pathBetween(world, from, to).open = false
  strand(world)
}

/** Opens every path; what waits is delivered when its retransmission timer rings. */
export function heal<P extends Protocol>(world: World<P>): void {
  for (const path of world.paths) path.open = true
}

function pathBetween<P extends Protocol>({ hosts, paths }: World<P>, from: string, to: string): Path {
  return paths[hosts.indexOf(from) * hosts.length + hosts.indexOf(to)] as Path
}
