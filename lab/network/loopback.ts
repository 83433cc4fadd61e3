import type { PathChange } from '@/lib/sim/core/network'
import type { ProcessKind } from '@/lib/sim/scenario/process'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import type { CleanUp } from '../clean-up'
import { Child } from '../process/child'
import type { Programs } from '../process/programs'
import type { Endpoint } from '../writer/connection'
import { type Network, SERVER_KINDS, type ServerKind } from './network'
import { delaysOf, Paths } from './paths'
import type { FromRelay, Route } from './relay-protocol'

/** Apart from the servers' own ports, which others on this machine may use. */
const PORTS: Readonly<Record<ServerKind, number>> = { redis: 16_379, sentinel: 36_379, mysql: 13_306, resource: 17_070 }

/**
 * Each host has two loopback addresses: one at which a relay stands for it, and one of its own. Whoever connects to the first is known
 * by the second, so the relay can delay and cut each direction of each pair.
 */
export class Loopback implements Network {
  readonly kind = 'loopback'
  readonly everywhere: readonly string[] = []
  private relay: Child | null = null
  private readonly paths: Paths
  private readonly hosts: readonly string[]
  /** Labs that run at the same time have addresses of their own. */
  private readonly net = 16 + (process.pid % 200)

  private constructor(scenario: Scenario) {
    this.hosts = Object.keys(scenario.hosts)
    this.paths = new Paths(delaysOf(scenario))
  }

  static async build(scenario: Scenario, programs: Programs, cleanUp: CleanUp): Promise<Loopback> {
    const network = new Loopback(scenario)
    await new Promise<void>((resolve) => {
      const relay = Child.speaking<FromRelay>([process.execPath, programs.relay], () => resolve())
      cleanUp.add(() => relay.signal('SIGKILL'))
      const sources = Object.fromEntries(network.hosts.map((host) => [network.localAddress(host), host]))
      relay.tell({ type: 'begin', routes: network.routes(scenario), host: null, sources, networkCuts: false, user: null })
      network.relay = relay
    })
    return network
  }

  get pids(): readonly number[] {
    return this.relay?.pid === undefined ? [] : [this.relay.pid]
  }

  endpoint(host: string, kind: ServerKind): Endpoint {
    return { address: `127.${this.net}.0.${this.number(host)}`, port: PORTS[kind] }
  }

  direct(host: string, kind: ServerKind): Endpoint {
    return { address: this.localAddress(host), port: PORTS[kind] }
  }

  localAddress(host: string): string {
    return `127.${this.net}.1.${this.number(host)}`
  }

  on(): readonly string[] {
    return []
  }

  prepare(): void {}

  slowDown(): void {
    this.paths.slowDown()
    this.relay?.tell(this.paths.told)
  }

  async change(change: PathChange): Promise<void> {
    this.paths.change(change)
    this.relay?.tell(this.paths.told)
  }

  started(host: string, kind: ServerKind): void {
    this.relay?.tell({ type: 'started', host, port: PORTS[kind] })
  }

  forget(host: string, kinds: readonly ProcessKind[]): void {
    for (const kind of kinds)
      this.relay?.tell({ type: 'forget', host, port: kind === 'redis' || kind === 'sentinel' ? PORTS[kind] : null })
  }

  private routes(scenario: Scenario): readonly Route[] {
    return this.hosts.flatMap((host) =>
      SERVER_KINDS.filter((kind) => scenario.hosts[host]?.[kind] !== undefined).map((kind) => ({
        host,
        listen: this.endpoint(host, kind),
        to: this.direct(host, kind),
      })),
    )
  }

  private number(host: string): number {
    return this.hosts.indexOf(host) + 1
  }
}
