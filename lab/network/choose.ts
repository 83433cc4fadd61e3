import type { Scenario } from '@/lib/sim/scenario/scenario'
import type { CleanUp } from '../clean-up'
import type { Programs } from '../process/programs'
import { Loopback } from './loopback'
import { mayUseNamespaces, Namespaces, removeLeftovers } from './namespaces'
import type { Network } from './network'

export interface NetworkChoice {
  readonly kind: Network['kind']
  readonly build: (scenario: Scenario, cleanUp: CleanUp) => Promise<Network>
  /** What this network cannot show; null when it shows all. */
  readonly warning: string | null
}

/** Network namespaces where they may be used; loopback addresses and relays elsewhere, or when asked for. */
export function chooseNetwork(programs: Programs, loopback: boolean): NetworkChoice {
  const why = loopback ? 'As asked' : whyNoNamespaces(programs)
  if (why !== null) {
    return {
      kind: 'loopback',
      build: (scenario, cleanUp) => Loopback.build(scenario, programs, cleanUp),
      warning: `${why}: hosts are loopback addresses, and relays hold back what is cut. This cannot show how TCP connects and retransmits across a cut: after a heal only what is decided is compared, and cuts in one direction are not carried out.`,
    }
  }
  removeLeftovers(programs)
  return { kind: 'namespaces', build: (scenario, cleanUp) => Namespaces.build(scenario, programs, cleanUp), warning: null }
}

function whyNoNamespaces(programs: Programs): string | null {
  if (process.platform !== 'linux') return 'This is not Linux'
  if (programs.ip === '' || programs.iptablesRestore === '') return 'iproute2 or iptables is missing'
  return mayUseNamespaces(programs) ? null : 'Network namespaces are not allowed here'
}
