import type { ClientSpec } from './kinds/client/spec'
import type { ClientPlan } from './kinds/client/state'
import type { KindName } from './kinds/kinds'
import type { LockPlan } from './kinds/lock/state'
import { hostsTypedAt, lockKindOf } from './kinds/needed'
import type { ProcessKind } from './scenario/process'
import type { Scenario } from './scenario/scenario'

/** A process of the scenario, or somebody who types, and what is known of each. */
export interface Seat {
  readonly host: string
  readonly kind: KindName
  /** What the scenario calls it, where that is not the name of its kind. */
  readonly process?: ProcessKind
  readonly spec: unknown
}

/** Who takes a place, kind after kind, each in the order of the hosts. */
export function rosterOf(scenario: Scenario): readonly Seat[] {
  const { hosts, workload } = scenario
  const all = Object.entries(hosts)
  const indexed = workload.map((one, index) => [index, one] as const)
  const typedAt = hostsTypedAt(scenario)
  const seats = (kind: 'redis' | 'mysql' | 'resource' | 'sentinel'): readonly Seat[] =>
    all.flatMap(([host, { [kind]: spec }]) => (spec === undefined ? [] : [{ host, kind, spec }]))
  return [
    ...seats('redis'),
    ...seats('mysql'),
    ...all.flatMap(([host, { client }]) => {
      if (client === undefined || client.lock !== undefined) return []
      const workloads = indexed.filter(([, one]) => one.client === host)
      const plan: ClientPlan = { client, server: serverOf(client, hosts), workloads }
      return [{ host, kind: 'client' as const, spec: plan }]
    }),
    ...all.flatMap(([host, { client }]) => {
      if (client?.lock === undefined) return []
      const plan: LockPlan = { client, server: serverOf(client, hosts), replicas: replicasOf(client, hosts) }
      return [{ host, kind: lockKindOf(client.lock), process: 'client' as const, spec: plan }]
    }),
    ...seats('resource'),
    ...seats('sentinel'),
    ...all.flatMap(([host]) => (typedAt.has(host) ? [{ host, kind: 'operator' as const, spec: null }] : [])),
  ]
}

/** The server to which a client is connected at time zero; the first of several. */
export function serverOf({ connect, sentinels }: ClientSpec, hosts: Scenario['hosts']): string {
  if (sentinels !== undefined) return hosts[sentinels[0] ?? '']?.sentinel?.monitor ?? ''
  return typeof connect === 'string' ? connect : (connect[0] ?? '')
}

/** The replicas of the server to which a client is connected at time zero. */
function replicasOf(client: ClientSpec, hosts: Scenario['hosts']): readonly string[] {
  const server = serverOf(client, hosts)
  return Object.keys(hosts).filter((host) => hosts[host]?.redis?.replicaOf === server)
}
