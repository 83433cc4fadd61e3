import type { Pair, PathChange } from '@/lib/sim/core/network'
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

  change({ cut = [], heal }: PathChange): void {
    this.cuts = heal ? [] : [...this.cuts, ...cut]
  }

  get told(): ToRelay {
    return { type: 'paths', cuts: this.cuts, delays: this.delays }
  }
}

/** The links of a scenario that are slower than the machine's own. */
export function delaysOf({ hosts, network }: Scenario): readonly Delay[] {
  const names = Object.keys(hosts)
  const pairs = names.flatMap((a, index) => names.slice(index + 1).map((b) => [a, b] as const))
  return pairs
    .map((between) => {
      const link = network.links.find((each) => each.between.includes(between[0]) && each.between.includes(between[1]))
      return { between, latencyMs: link?.latencyMs ?? network.latencyMs, jitterMs: link?.jitterMs ?? 0 }
    })
    .filter(({ latencyMs, jitterMs }) => latencyMs + jitterMs >= SHORTEST_MS)
}

/** The host at the other end of each delayed link of this one. */
export function peersOf(host: string, delays: readonly Delay[]): readonly string[] {
  return delays.flatMap(({ between: [a, b] }) => (a === host ? [b] : b === host ? [a] : []))
}
