import type { RedisSpec } from '@/lib/sim/kinds/redis/spec'
import type { SentinelSpec } from '@/lib/sim/kinds/sentinel/spec'
import type { Network } from '../network/network'

type Addresses = Pick<Network, 'endpoint' | 'direct' | 'localAddress'>

/** The `redis.conf` of a host's server. */
export function redisConf(host: string, spec: RedisSpec, network: Addresses): string {
  const primary = spec.replicaOf === undefined ? null : network.endpoint(spec.replicaOf, 'redis')
  const announced = network.endpoint(host, 'redis')
  return file([
    ...common(host, 'redis', network),
    `replica-announce-ip ${announced.address}`,
    `replica-announce-port ${announced.port}`,
    ...Object.entries(spec.conf).map(([name, value]) => `${name} ${value === '' ? '""' : value}`),
    ...(primary === null ? [] : [`replicaof ${primary.address} ${primary.port}`]),
  ])
}

/** The `sentinel.conf` of a host's sentinel. */
export function sentinelConf(host: string, spec: SentinelSpec, network: Addresses): string {
  const monitored = network.endpoint(spec.monitor, 'redis')
  const announced = network.endpoint(host, 'sentinel')
  return file([
    ...common(host, 'sentinel', network),
    `sentinel announce-ip ${announced.address}`,
    `sentinel announce-port ${announced.port}`,
    `sentinel monitor m ${monitored.address} ${monitored.port} ${spec.quorum}`,
    ...Object.entries(spec.conf).map(([name, value]) => `sentinel ${name} m ${value}`),
  ])
}

function common(host: string, kind: 'redis' | 'sentinel', network: Addresses): readonly string[] {
  const address = network.localAddress(host)
  return [
    `port ${network.direct(host, kind).port}`,
    `bind ${address}`,
    `bind-source-addr ${address}`,
    'protected-mode no',
    'daemonize no',
    `logfile ${kind}.log`,
  ]
}

function file(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`
}
