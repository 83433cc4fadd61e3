import type { ProcessKind } from '@/lib/sim/scenario/process'
import type { Scenario } from '@/lib/sim/scenario/scenario'

type Host = Scenario['hosts'][string]

/** What runs on a host and holds data that it replicates: a server of Redis, or of MySQL. */
export function serverOf(host: Host | undefined): Host['redis'] | Host['mysql'] {
  return host?.redis ?? host?.mysql
}

/** The hosts that have one, in the order of the scenario. */
export function serversOf({ hosts }: Scenario): readonly string[] {
  return Object.keys(hosts).filter((host) => serverOf(hosts[host]))
}

/** Whether a process is one. */
export function isServer(process: ProcessKind): boolean {
  return process === 'redis' || process === 'mysql'
}
