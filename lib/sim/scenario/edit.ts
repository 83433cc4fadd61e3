import { REDIS_DEFAULTS, SENTINEL_DEFAULTS } from '../defaults'
import type { Action } from '../faults/faults'
import type { Host } from '../kinds/host'
import type { RedisConf } from '../kinds/redis/conf'
import type { SentinelConf } from '../kinds/sentinel/conf'
import type { Link, Scenario, Workload } from './scenario'

/** Edits of a scenario: each returns a new one and leaves the old as it was. */

/** Hosts with a server, in the order of the scenario. */
export function serversOf(scenario: Scenario): readonly string[] {
  return hostsWith(scenario, (host) => host.redis !== undefined)
}

export function sentinelsOf(scenario: Scenario): readonly string[] {
  return hostsWith(scenario, (host) => host.sentinel !== undefined)
}

/** The server that begins as the primary: the monitored one, or without sentinels the first. */
export function primaryOf(scenario: Scenario): string {
  const [sentinel] = sentinelsOf(scenario)
  const monitored = sentinel === undefined ? undefined : scenario.hosts[sentinel]?.sentinel?.monitor
  const first = hostsWith(scenario, (host) => host.redis !== undefined && host.redis.replicaOf === undefined)[0]
  const primary = monitored ?? first
  if (primary === undefined) throw new Error(`${scenario.name} has no primary`)
  return primary
}

/** The servers that begin as replicas of this one. */
export function replicasOf(scenario: Scenario, primary: string): readonly string[] {
  return hostsWith(scenario, (host) => host.redis?.replicaOf === primary)
}

/** What a directive of `redis.conf` is on a host, be it by default. */
export function directiveOf<K extends keyof RedisConf>(scenario: Scenario, host: string, name: K): RedisConf[K] {
  return { ...REDIS_DEFAULTS, ...scenario.hosts[host]?.redis?.conf }[name]
}

/** What a `sentinel` directive is on a host, be it by default. */
export function sentinelDirectiveOf<K extends keyof SentinelConf>(scenario: Scenario, host: string, name: K): SentinelConf[K] {
  return { ...SENTINEL_DEFAULTS, ...scenario.hosts[host]?.sentinel?.conf }[name]
}

/** Sets a directive of `redis.conf` on these hosts. */
export function withDirective<K extends keyof RedisConf>(
  scenario: Scenario,
  hosts: readonly string[],
  name: K,
  value: RedisConf[K],
): Scenario {
  return withHosts(scenario, (host, key) =>
    host.redis !== undefined && hosts.includes(key)
      ? { ...host, redis: { ...host.redis, conf: { ...host.redis.conf, [name]: value } } }
      : host,
  )
}

/** Sets a `sentinel` directive on every sentinel. */
export function withSentinelDirective<K extends keyof SentinelConf>(
  scenario: Scenario,
  name: K,
  value: SentinelConf[K],
): Scenario {
  return withHosts(scenario, (host) =>
    host.sentinel === undefined
      ? host
      : { ...host, sentinel: { ...host.sentinel, conf: { ...host.sentinel.conf, [name]: value } } },
  )
}

/** Changes every workload. */
export function withWorkload(scenario: Scenario, change: (workload: Workload) => Workload): Scenario {
  return { ...scenario, workload: scenario.workload.map(change) }
}

/** The link between two hosts, if it has been given properties of its own. */
export function linkBetween(scenario: Scenario, one: string, other: string): Link | undefined {
  return scenario.network.links.find(({ between }) => between.includes(one) && between.includes(other))
}

/** Gives the link between two hosts a latency; its jitter stays. One that is as every other has nothing of its own. */
export function withLatency(scenario: Scenario, one: string, other: string, latencyMs: number): Scenario {
  const known = linkBetween(scenario, one, other)
  const { links } = scenario.network
  const changed =
    known === undefined
      ? [...links, { between: [one, other] as const, latencyMs, jitterMs: 0 }]
      : links.map((link) => (link === known ? { ...link, latencyMs } : link))
  const isOwn = ({ latencyMs: latency, jitterMs }: Link) => latency !== scenario.network.latencyMs || jitterMs > 0
  return { ...scenario, network: { ...scenario.network, links: changed.filter(isOwn) } }
}

/** Moves one action to another time. */
export function withActionAt(scenario: Scenario, index: number, atMs: number): Scenario {
  const move = (action: Action, at: number): Action => (at === index ? { ...action, atMs } : action)
  return { ...scenario, actions: scenario.actions.map(move) }
}

function hostsWith(scenario: Scenario, test: (host: Host) => boolean): readonly string[] {
  return Object.entries(scenario.hosts)
    .filter(([, host]) => test(host))
    .map(([name]) => name)
}

function withHosts(scenario: Scenario, change: (host: Host, name: string) => Host): Scenario {
  const hosts = Object.entries(scenario.hosts).map(([name, host]) => [name, change(host, name)] as const)
  return { ...scenario, hosts: Object.fromEntries(hosts) }
}
