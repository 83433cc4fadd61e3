import type { Pair, PathChange } from '@/lib/sim/core/network'
import type { Delay, ToRelay } from './relay-protocol'

/** What relays have to know of the paths between hosts: which are cut, and how long each takes. */
export class Paths {
  private cuts: readonly Pair[] = []
  private delays: readonly Delay[] = []

  /** `links`: those that take their time, once they are slowed down. */
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
