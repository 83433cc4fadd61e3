import type { Network } from '../scenario/scenario'
import { RandomStream } from './random'
import { type Micros, micros } from './time'

/** Loopback: two processes of one host, one way. */
const SAME_HOST: Micros = 10

interface Path {
  readonly latency: Micros
  readonly jitter: Micros
  /** Present only where there is jitter. */
  readonly random: RandomStream | null
}

/** Who can send to whom, and how long it takes. Hosts are known by their index. */
export class Topology {
  private readonly blocked: Uint8Array
  private readonly paths: Path[]
  private readonly size: number

  constructor(
    private readonly hosts: readonly string[],
    network: Network,
    seed: number,
  ) {
    this.size = hosts.length
    this.blocked = new Uint8Array(this.size * this.size)
    this.paths = hosts.flatMap((from) => hosts.map((to) => pathBetween(from, to, network, seed)))
  }

  index(host: string): number {
    return this.hosts.indexOf(host)
  }

  open(from: number, to: number): boolean {
    return this.blocked[from * this.size + to] === 0
  }

  /** One-way delay of a packet that leaves now; draws the jitter. */
  delay(from: number, to: number): Micros {
    const path = this.paths[from * this.size + to] as Path
    return path.random === null ? path.latency : path.latency + path.random.integer(0, path.jitter)
  }

  cut(from: string, to: string): void {
    this.blocked[this.index(from) * this.size + this.index(to)] = 1
  }

  /** Cuts every pair of hosts that stand in different groups; a host in no group keeps its reach. */
  partition(groups: readonly (readonly string[])[]): void {
    groups.forEach((group, index) => {
      const others = groups.flatMap((other, otherIndex) => (otherIndex === index ? [] : other))
      for (const from of group) for (const to of others) this.cut(from, to)
    })
  }

  heal(): void {
    this.blocked.fill(0)
  }
}

function pathBetween(from: string, to: string, network: Network, seed: number): Path {
  if (from === to) return { latency: SAME_HOST, jitter: 0, random: null }
  const link = network.links.find(({ between }) => between.includes(from) && between.includes(to))
  if (link === undefined) return { latency: micros(network.latencyMs), jitter: 0, random: null }
  const jitter = micros(link.jitterMs)
  return { latency: micros(link.latencyMs), jitter, random: jitter > 0 ? new RandomStream(seed, `jitter:${from}>${to}`) : null }
}
