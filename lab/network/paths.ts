import type { Pair, PathChange } from '@/lib/sim/core/network'
import { changeOf, isOnNetwork } from '@/lib/sim/faults/faults'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import type { Delay, ToRelay } from './relay-protocol'

/** Below this a link is left to the machine itself, whose own latency is of that order. */
const SHORTEST_MS = 0.5

/** What relays have to know of the paths between hosts: which are cut, and how long each takes. */
export class Paths {
  private cuts: readonly Pair[] = []
  private delays: readonly Delay[] = []

  /** `links`: those that relays stand for. */
  constructor(private readonly links: readonly Delay[]) {}

  slowDown(): void {
    this.delays = this.links
  }

  change({ cut = [], heal, slow }: PathChange): void {
    this.cuts = heal ? [] : [...this.cuts, ...cut]
    if (slow === undefined) return
    this.delays = this.delays.map((link) => (isBetween(slow.between, link) ? { ...link, latencyMs: slow.latency / 1000 } : link))
  }

  get told(): ToRelay {
    return { type: 'paths', cuts: this.cuts, delays: this.delays }
  }
}

/** The links of a scenario that are slower than the machine's own, or become so. */
export function delaysOf({ hosts, network, actions }: Scenario): readonly Delay[] {
  const names = Object.keys(hosts)
  const pairs = names.flatMap((a, index) => names.slice(index + 1).map((b) => [a, b] as const))
  const slowed = actions.filter(isOnNetwork).map((action) => changeOf(action).slow?.between)
  return pairs
    .map((between) => {
      const link = network.links.find((each) => each.between.includes(between[0]) && each.between.includes(between[1]))
      return { between, latencyMs: link?.latencyMs ?? network.latencyMs, jitterMs: link?.jitterMs ?? 0 }
    })
    .filter(
      (link) =>
        link.latencyMs + link.jitterMs >= SHORTEST_MS || slowed.some((pair) => pair !== undefined && isBetween(pair, link)),
    )
}

function isBetween([one, other]: Pair, { between }: Delay): boolean {
  return between.includes(one) && between.includes(other)
}

/** The host at the other end of each delayed link of this one. */
export function peersOf(host: string, delays: readonly Delay[]): readonly string[] {
  return delays.flatMap(({ between: [a, b] }) => (a === host ? [b] : b === host ? [a] : []))
}
