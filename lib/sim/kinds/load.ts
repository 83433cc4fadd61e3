import type { Kind } from '../core/model'
import type { Scenario } from '../scenario/scenario'
import type { KindName, Kinds } from './kinds'
import { kindsOf } from './needed'
import type { ClusterProtocol } from './protocol'

const LOADERS: Readonly<Record<KindName, () => Promise<Kind<ClusterProtocol>>>> = {
  redis: () => import('./redis/kind').then(({ redis }) => redis),
  client: () => import('./client/kind').then(({ client }) => client),
  sentinel: () => import('./sentinel/kind').then(({ sentinel }) => sentinel),
  operator: () => import('./operator/kind').then(({ operator }) => operator),
}

/** Fetches the kinds of process that these scenarios name and no others: a page ships what its scenarios need. */
export async function loadKinds(scenarios: readonly Scenario[]): Promise<Kinds> {
  const names = new Set(scenarios.flatMap((scenario) => [...kindsOf(scenario)]))
  return Object.fromEntries(await Promise.all([...names].map(async (name) => [name, await LOADERS[name]()] as const)))
}
