import type { ClientSpec } from './kinds/client/spec'
import type { ClientPlan } from './kinds/client/state'
import type { DurableSpec } from './kinds/durable/spec'
import type { KindName } from './kinds/kinds'
import type { LockPlan } from './kinds/lock/state'
import { hostsTypedAt, lockKindOf, serverKindOf, typistOn } from './kinds/needed'
import { replicasOf } from './scenario/edit'
import type { ProcessKind } from './scenario/process'
import type { Scenario } from './scenario/scenario'

/** A process of the scenario, or somebody who types, and what is known of each. */
export interface Seat {
  readonly host: string
  readonly kind: KindName
  /** What the scenario calls it, where that is not the name of its kind. */
  readonly process?: ProcessKind | 'operator'
  readonly spec: unknown
}

/** Who takes a place, kind after kind, each in the order of the hosts. */
export function rosterOf(scenario: Scenario): readonly Seat[] {
  const { hosts, workload } = scenario
  const all = Object.entries(hosts)
  const indexed = workload.map((one, index) => [index, one] as const)
  const typedAt = hostsTypedAt(scenario)
  const seats = (kind: 'mysql' | 'resource' | 'sentinel'): readonly Seat[] =>
    all.flatMap(([host, { [kind]: spec }]) => (spec === undefined ? [] : [{ host, kind, spec }]))
  return [
    ...servers(scenario),
    ...seats('mysql'),
    ...all.flatMap(([host, { client }]): readonly Seat[] => {
      if (client === undefined) return []
      const server = serverOf(client, hosts)
      if (client.lock !== undefined) {
        const plan: LockPlan = { client, server, replicas: replicasOf(scenario, server) }
        return [{ host, kind: lockKindOf(client.lock), process: 'client', spec: plan }]
      }
      const workloads = indexed.filter(([, one]) => one.client === host)
      const plan: ClientPlan = { client, server, workloads }
      return [{ host, kind: 'client', spec: plan }]
    }),
    ...seats('resource'),
    ...seats('sentinel'),
    ...all.flatMap(([host, one]): readonly Seat[] =>
      typedAt.has(host) ? [{ host, kind: typistOn(one), process: 'operator', spec: null }] : [],
    ),
  ]
}

function servers(scenario: Scenario): readonly Seat[] {
  const kind = serverKindOf(scenario)
  return Object.entries(scenario.hosts).flatMap(([host, { redis }]): readonly Seat[] => {
    if (redis === undefined) return []
    if (kind === 'redis') return [{ host, kind, spec: redis }]
    const spec: DurableSpec = { ...redis, version: scenario.server ?? 'redis-7.0' }
    return [{ host, kind, process: 'redis', spec }]
  })
}

/** The server to which a client is connected at time zero; the first of several. */
export function serverOf({ connect, sentinels }: ClientSpec, hosts: Scenario['hosts']): string {
  if (sentinels !== undefined) return hosts[sentinels[0] ?? '']?.sentinel?.monitor ?? ''
  return typeof connect === 'string' ? connect : (connect[0] ?? '')
}
