import type { ClientSpec } from './kinds/client/spec'
import type { ClientPlan } from './kinds/client/state'
import type { KindName } from './kinds/kinds'
import { hostsTypedAt } from './kinds/needed'
import type { Scenario } from './scenario/scenario'

/** A process of the scenario, or somebody who types, and what is known of each. */
export interface Seat {
  readonly host: string
  readonly kind: KindName
  readonly spec: unknown
}

/** Who takes a place, kind after kind, each in the order of the hosts. */
export function rosterOf(scenario: Scenario): readonly Seat[] {
  const { hosts, workload } = scenario
  const all = Object.entries(hosts)
  const indexed = workload.map((one, index) => [index, one] as const)
  const typedAt = hostsTypedAt(scenario)
  const seats = (kind: 'redis' | 'mysql' | 'sentinel'): readonly Seat[] =>
    all.flatMap(([host, { [kind]: spec }]) => (spec === undefined ? [] : [{ host, kind, spec }]))
  return [
    ...seats('redis'),
    ...seats('mysql'),
    ...all.flatMap(([host, { client }]) => {
      if (client === undefined) return []
      const workloads = indexed.filter(([, one]) => one.client === host)
      const plan: ClientPlan = { client, server: serverOf(client, hosts), workloads }
      return [{ host, kind: 'client' as const, spec: plan }]
    }),
    ...seats('sentinel'),
    ...all.flatMap(([host]) => (typedAt.has(host) ? [{ host, kind: 'operator' as const, spec: null }] : [])),
  ]
}

/** The server to which a client is connected at time zero. */
export function serverOf(client: ClientSpec, hosts: Scenario['hosts']): string {
  if (client.sentinels === undefined) return client.connect
  return hosts[client.sentinels[0] ?? '']?.sentinel?.monitor ?? ''
}
