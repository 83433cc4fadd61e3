import { DEFAULT_LATENCY_MS } from '../defaults'
import type { Hosts } from '../kinds/host'
import type { Field } from './field'
import { readTwoHosts } from './host-names'
import type { Link, Network } from './scenario'

const LATENCY = { min: 0, max: 3_600_000, unit: 'milliseconds' }

/** The network; without one, all hosts stand in one rack. */
export function readNetwork(field: Field, hosts: Hosts): Network {
  if (!field.present) return { latencyMs: DEFAULT_LATENCY_MS, links: [] }
  const members = field.members(['latencyMs', 'links'])
  const latencyMs = members.latencyMs.present ? members.latencyMs.number(LATENCY) : DEFAULT_LATENCY_MS
  const seen = new Set<string>()
  const links = members.links.present ? members.links.items('a list of links') : []
  return { latencyMs, links: links.map((link) => readLink(link, latencyMs, hosts, seen)) }
}

function readLink(field: Field, usual: number, hosts: Hosts, seen: Set<string>): Link {
  const { between, latencyMs, jitterMs } = field.members(['between', 'latencyMs', 'jitterMs'])
  const [one, other] = readTwoHosts(between, hosts)
  const pair = [one, other].sort().join(' and ')
  if (seen.has(pair)) between.fail(`the link between ${pair} is described twice`)
  seen.add(pair)
  return {
    between: [one, other],
    latencyMs: latencyMs.present ? latencyMs.number(LATENCY) : usual,
    jitterMs: jitterMs.present ? jitterMs.number(LATENCY) : 0,
  }
}
