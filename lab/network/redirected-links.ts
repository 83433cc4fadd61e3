import { execFileSync } from 'node:child_process'
import type { ProcessKind } from '@/lib/sim/scenario/process'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import type { CleanUp } from '../clean-up'
import { Child } from '../process/child'
import type { Programs } from '../process/programs'
import { type Network, PORTS, SERVER_KINDS } from './network'
import { peersOf } from './paths'
import type { Delay, FromRelay, Route, ToRelay } from './relay-protocol'

/** The user that the relays run as: what this user sends is not redirected again. */
const NOBODY = 65_534
const FIRST_PORT = 7001

/** Slow links between namespaces: what a host sends to the other end is redirected to a relay in its own namespace. */
export class RedirectedLinks {
  private constructor(private readonly relays: readonly Child[]) {}

  static async build(
    network: Network,
    scenario: Scenario,
    delays: readonly Delay[],
    programs: Programs,
    cleanUp: CleanUp,
  ): Promise<RedirectedLinks> {
    const relays: Child[] = []
    for (const host of Object.keys(scenario.hosts)) {
      const routes = routesFrom(host, network, scenario, delays)
      if (routes.length === 0) continue
      redirect(network.on(host), programs.iptablesRestore, routes)
      await new Promise<void>((resolve) => {
        const relay = Child.speaking<FromRelay>([...network.on(host), process.execPath, programs.relay], () => resolve())
        cleanUp.add(() => relay.signal('SIGKILL'))
        relay.tell({ type: 'begin', routes, host, sources: {}, networkCuts: true, user: NOBODY })
        relays.push(relay)
      })
    }
    return new RedirectedLinks(relays)
  }

  get pids(): readonly number[] {
    return this.relays.map(({ pid }) => pid).filter((pid) => pid !== undefined)
  }

  forget(host: string, kinds: readonly ProcessKind[]): void {
    for (const kind of kinds)
      this.tell({ type: 'forget', host, port: kind === 'redis' || kind === 'sentinel' ? PORTS[kind] : null })
  }

  tell(message: ToRelay): void {
    for (const relay of this.relays) relay.tell(message)
  }
}

/** One for each process at the other end of a slow link. */
function routesFrom(host: string, network: Network, scenario: Scenario, delays: readonly Delay[]): readonly Route[] {
  const targets = peersOf(host, delays).flatMap((peer) =>
    SERVER_KINDS.filter((kind) => scenario.hosts[peer]?.[kind] !== undefined).map((kind) => ({
      peer,
      to: network.endpoint(peer, kind),
    })),
  )
  return targets.map(({ peer, to }, index) => ({ host: peer, to, listen: { address: '0.0.0.0', port: FIRST_PORT + index } }))
}

function redirect(inside: readonly string[], iptablesRestore: string, routes: readonly Route[]): void {
  const rules = routes.map(
    ({ to, listen }) =>
      `-A OUTPUT -p tcp -d ${to.address} --dport ${to.port} -m owner ! --uid-owner ${NOBODY} -j REDIRECT --to-ports ${listen.port}`,
  )
  const [program = '', ...args] = [...inside, iptablesRestore, '--noflush']
  execFileSync(program, args, { input: `*nat\n${rules.join('\n')}\nCOMMIT\n`, stdio: ['pipe', 'ignore', 'pipe'] })
}
