import type { JournalEvent } from '@/lib/sim/journal'
import type { Cluster } from '../process/cluster'
import type { Seen, Sent } from '../writer/protocol'
import { readLog } from './log-line'
import { mysqlEvents, roleEvents } from './mysql-events'
import { type MysqlLogLine, readMysqlLog } from './mysql-log'
import { namedHosts } from './names'
import { read } from './read'
import { redisEvents } from './redis-log'
import { sentinelEvents } from './sentinel-log'

export interface Observed {
  readonly events: readonly JournalEvent[]
  readonly sent: readonly Sent[]
}

/**
 * All that is known of a run from outside the servers, as far as a journal has it: what they wrote to their logs and what the clients saw.
 * `stamped`: logs whose times are not told by their servers.
 */
export function observed(
  cluster: Cluster,
  performed: readonly Seen[],
  wallZero: number,
  stamped: ReadonlyMap<string, readonly MysqlLogLine[]>,
): Observed {
  const { scenario, network } = cluster
  const hosts = Object.keys(scenario.hosts)
  const byAddress = new Map(
    hosts.flatMap((host) => [
      [network.endpoint(host, 'redis').address, host] as const,
      [network.localAddress(host), host] as const,
    ]),
  )
  const hostAt = (address: string) => byAddress.get(address) ?? null
  const isSentinel = (host: string) => scenario.hosts[host]?.sentinel !== undefined
  const lines = (host: string, kind: 'redis' | 'sentinel') => readLog(read(cluster.log(host, kind)), wallZero)
  const told = (kind: 'client' | 'resource') => cluster.hostsWith(kind).map((host) => seenBy(read(cluster.log(host, kind))))
  const seen = numbered([performed, ...told('client'), ...told('resource')])
  const events = [
    ...cluster.hostsWith('redis').flatMap((host) => redisEvents(host, lines(host, 'redis'), hostAt, isSentinel)),
    ...cluster.hostsWith('sentinel').flatMap((host) => sentinelEvents(host, lines(host, 'sentinel'), hostAt)),
    ...seen,
    ...Object.entries(scenario.hosts).flatMap(([host, { mysql }]) =>
      mysql === undefined
        ? []
        : mysqlEvents(host, mysql, stamped.get(host) ?? readMysqlLog(read(cluster.log(host, 'mysql')), wallZero)),
    ),
    ...roleEvents(scenario, seen),
  ]
  const until = scenario.durationMs * 1000
  const within = events.filter(({ at }) => at >= 0 && at <= until).sort((a, b) => a.at - b.at || rank(a) - rank(b))
  const named = [settled(cluster), ...within].map((event) =>
    event.type === 'reply' ? { ...event, reply: cluster.heard(namedHosts(event.reply, network, hosts)) } : event,
  )
  return { events: named, sent: seen.filter((event) => event.type === 'send') }
}

/** Logs are exact to a millisecond: within one, a replica turns to its primary before it is answered. */
function rank({ type }: JournalEvent): number {
  return type === 'psync' ? 1 : 0
}

/** Events of a sentinel before time zero, and of a server: nothing should have happened there. */
export function disturbances(cluster: Cluster, from: number, wallZero: number): readonly string[] {
  return cluster.hostsWith('sentinel').flatMap((host) =>
    readLog(read(cluster.log(host, 'sentinel')), wallZero)
      .filter(({ at, text }) => at >= from && at < 0 && /^[+-](sdown|odown|tilt|new-epoch|reset-master)/.test(text))
      .map(({ text }) => `${host}: ${text}`),
  )
}

function settled({ scenario }: Cluster): JournalEvent {
  const hosts = Object.entries(scenario.hosts)
  return {
    at: 0,
    host: null,
    type: 'settled',
    by: null,
    servers: hosts.flatMap(([host, { redis }]) =>
      redis === undefined
        ? []
        : [
            {
              host,
              role: redis.replicaOf === undefined ? 'primary' : 'replica',
              of: redis.replicaOf ?? null,
              replid: '',
              offset: -1,
            },
          ],
    ),
    sentinels: hosts.flatMap(([host, { sentinel }]) =>
      sentinel === undefined ? [] : [{ host, primary: sentinel.monitor, quorum: sentinel.quorum }],
    ),
    clients: [],
  }
}

function seenBy(log: string): readonly Seen[] {
  return log
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Seen)
}

/** Numbers the writes of all clients together, in the order of sending. */
function numbered(logs: readonly (readonly Seen[])[]): readonly Seen[] {
  const sends = logs.flatMap((log, client) =>
    log.filter((event) => event.type === 'send').map(({ at, write }) => ({ client, at, write })),
  )
  sends.sort((a, b) => a.at - b.at)
  const numbers = new Map(sends.map(({ client, write }, index) => [`${client}:${write}`, index]))
  return logs.flatMap((log, client) =>
    log.map((event) => ('write' in event ? { ...event, write: numbers.get(`${client}:${event.write}`) ?? -1 } : event)),
  )
}
