import type { Kind } from '../core/model'
import type { Scenario } from '../scenario/scenario'
import { client } from './client/kind'
import type { KindName, Kinds } from './kinds'
import { kindsOf } from './needed'
import type { ClusterProtocol } from './protocol'
import { redis } from './redis/kind'
import { sentinel } from './sentinel/kind'

/** What nearly every scenario of the site has comes with whoever asks: together they are 2 kB less, and three files. */
const LOADERS: Readonly<Record<KindName, () => Promise<Kind<ClusterProtocol>>>> = {
  redis: async () => redis,
  durable: () => import('./durable/kind').then(({ durable }) => durable),
  mysql: () => import('./mysql/kind').then(({ mysql }) => mysql),
  client: async () => client,
  sentinel: async () => sentinel,
  lock: () => ofLocks('lock'),
  redisson: () => ofLocks('redisson'),
  redlock: () => ofLocks('redlock'),
  resource: () => ofLocks('resource'),
  operator: () => import('./operator/kind').then(({ operator }) => operator),
}

function ofLocks(name: 'lock' | 'redisson' | 'redlock' | 'resource'): Promise<Kind<ClusterProtocol>> {
  return import('./locks').then((locks) => locks[name])
}

/** Fetches the kinds of process that these scenarios name and no others: a page ships what its scenarios need. */
export async function loadKinds(scenarios: readonly Scenario[]): Promise<Kinds> {
  const names = new Set(scenarios.flatMap((scenario) => [...kindsOf(scenario)]))
  return Object.fromEntries(await Promise.all([...names].map(async (name) => [name, await LOADERS[name]()] as const)))
}
