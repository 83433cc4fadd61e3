import type { Scenario } from '../scenario/scenario'
import { client } from './client/kind'
import type { KindName, Kinds } from './kinds'
import { kindsOf } from './needed'
import { redis } from './redis/kind'
import { sentinel } from './sentinel/kind'

/** What nearly every scenario of the site has comes with whoever asks: together they are 2 kB less, and three files. */
const atHand = async (): Promise<Kinds> => ({ redis, client, sentinel })
const locks = (): Promise<Kinds> => import('./locks')

/** Each kind in a file of its own, or with those that it comes with, under its name. */
const FILES: Readonly<Record<KindName, () => Promise<Kinds>>> = {
  redis: atHand,
  durable: () => import('./durable/kind'),
  mysql: () => import('./mysql/kind'),
  client: atHand,
  sentinel: atHand,
  lock: locks,
  redisson: locks,
  redlock: locks,
  resource: locks,
  operator: () => import('./operator/kind'),
  dba: () => import('./dba/kind'),
}

/** Fetches the kinds of process that these scenarios name and no others: a page ships what its scenarios need. */
export async function loadKinds(scenarios: readonly Scenario[]): Promise<Kinds> {
  const names = new Set(scenarios.flatMap((scenario) => [...kindsOf(scenario)]))
  return Object.fromEntries(await Promise.all([...names].map(async (name) => [name, (await FILES[name]())[name]] as const)))
}
