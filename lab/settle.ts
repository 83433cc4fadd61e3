import { REDIS_DEFAULTS } from '@/lib/sim/defaults'
import type { Reply } from '@/lib/sim/journal'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import { Failure } from '@/lib/terminal/failure.mjs'
import { sleep } from './clock'
import type { ServerKind } from './network/network'
import { FOLLOWING } from './observe/names'
import type { Cluster } from './process/cluster'

/** A step of the settling that takes longer has failed. */
const LIMIT_MS = 40_000

/** The cluster did not come up; the message says what it lacks. */
export class NotSettled extends Failure {}

/**
 * Starts everything and brings it to the state in which a run begins: replicas online, sentinels that know each other and the
 * replicas, clients connected. Each process is started after a random while of its own: phases differ from run to run.
 */
export async function settle(cluster: Cluster): Promise<void> {
  await startServers(cluster)
  await startMysql(cluster)
  await startSentinels(cluster)
  await Promise.all(cluster.hostsWith('resource').map((host) => cluster.startResource(host)))
  const clients = Promise.all(cluster.hostsWith('client').map((host) => cluster.startClient(host)))
  let connected = false
  void clients.then(() => {
    connected = true
  })
  await until('clients that are connected', async () => connected)
}

async function startServers(cluster: Cluster): Promise<void> {
  const { scenario, network, operator } = cluster
  const servers = cluster.hostsWith('redis')
  const primaries = servers.filter((host) => scenario.hosts[host]?.redis?.replicaOf === undefined)
  const at = (host: string) => network.direct(host, 'redis')
  await startApart(cluster, primaries, 'redis', 500)
  for (const host of primaries) {
    await until(`${host} that answers`, async () => (await operator.ask(at(host), 'PING')) === 'PONG')
    // Not to wait five seconds for more replicas to come (R39); set back below.
    await operator.ask(at(host), 'CONFIG', 'SET', 'repl-diskless-sync-delay', '0')
  }
  const replicas = servers.filter((host) => !primaries.includes(host))
  await startApart(cluster, replicas, 'redis', 1000)
  for (const host of replicas)
    await until(`${host} in sync`, async () =>
      /master_link_status:up/.test(String(await operator.ask(at(host), 'INFO', 'replication'))),
    )
  for (const host of servers) {
    const followers = replicas.filter((replica) => scenario.hosts[replica]?.redis?.replicaOf === host)
    await until(`${followers.length} replicas online at ${host}`, async () => {
      const info = String(await operator.ask(at(host), 'INFO', 'replication'))
      return (info.match(/state=online/g) ?? []).length === followers.length
    })
    const delay = scenario.hosts[host]?.redis?.conf['repl-diskless-sync-delay'] ?? REDIS_DEFAULTS['repl-diskless-sync-delay']
    await operator.ask(at(host), 'CONFIG', 'SET', 'repl-diskless-sync-delay', String(delay))
  }
}

/** Sources first: a replica is told whom to follow when it answers. */
async function startMysql(cluster: Cluster): Promise<void> {
  const { scenario, network } = cluster
  const servers = cluster.hostsWith('mysql')
  const query = (host: string, statement: string) => cluster.query(host, statement)
  const sourceOf = (host: string) => scenario.hosts[host]?.mysql?.replicaOf
  await startApart(cluster, servers, 'mysql', 500)
  for (const host of servers) await until(`${host} that answers`, async () => (await query(host, 'SELECT 1')) === 1)
  for (const host of servers) {
    const source = sourceOf(host)
    if (source === undefined) continue
    const { address, port } = network.endpoint(source, 'mysql')
    const to = `SOURCE_HOST='${address}', SOURCE_PORT=${port}, SOURCE_AUTO_POSITION=1, ${FOLLOWING}`
    for (const statement of [`CHANGE REPLICATION SOURCE TO ${to}`, 'START REPLICA']) {
      const reply = await query(host, statement)
      if (reply !== 'OK') throw new NotSettled(`${host}: ${JSON.stringify(reply)} to ${statement}`)
    }
    await until(`${host} that follows`, async () => (await query(host, RECEIVING)) === 'ON')
  }
  for (const host of servers) {
    const confirming = servers.filter((replica) => sourceOf(replica) === host && isOn(scenario, replica, CONFIRMS))
    if (!isOn(scenario, host, WAITS) || confirming.length === 0) continue
    await until(`${confirming.length} replicas that confirm at ${host}`, async () => {
      const status = await query(host, "SHOW GLOBAL STATUS LIKE 'Rpl\\_semi\\_sync\\_source\\_%'")
      const known = fields(Array.isArray(status) ? status.flat() : null)
      return (
        known.get('Rpl_semi_sync_source_clients') === String(confirming.length) &&
        known.get('Rpl_semi_sync_source_status') === 'ON'
      )
    })
  }
}

const RECEIVING = 'SELECT SERVICE_STATE FROM performance_schema.replication_connection_status'
const WAITS = 'rpl_semi_sync_source_enabled'
const CONFIRMS = 'rpl_semi_sync_replica_enabled'

function isOn({ hosts }: Scenario, host: string, setting: typeof WAITS | typeof CONFIRMS): boolean {
  return hosts[host]?.mysql?.conf[setting] === 'ON'
}

async function startSentinels(cluster: Cluster): Promise<void> {
  const { scenario, network, operator } = cluster
  const sentinels = cluster.hostsWith('sentinel')
  await startApart(cluster, sentinels, 'sentinel', 2000)
  for (const host of sentinels) {
    const monitor = scenario.hosts[host]?.sentinel?.monitor
    const replicas = Object.values(scenario.hosts).filter(({ redis }) => redis?.replicaOf === monitor).length
    const peers = Object.values(scenario.hosts).filter(({ sentinel }) => sentinel?.monitor === monitor).length - 1
    await until(`${host} that knows ${replicas} replicas and ${peers} sentinels`, async () => {
      const known = fields(await operator.ask(network.direct(host, 'sentinel'), 'SENTINEL', 'MASTER', 'm'))
      return (
        known.get('num-slaves') === String(replicas) &&
        known.get('num-other-sentinels') === String(peers) &&
        known.get('flags') === 'master'
      )
    })
  }
}

async function startApart(cluster: Cluster, hosts: readonly string[], kind: ServerKind, spreadMs: number): Promise<void> {
  await Promise.all(
    hosts.map(async (host) => {
      await sleep(Math.random() * spreadMs)
      cluster.start(host, kind)
    }),
  )
}

async function until(what: string, test: () => Promise<boolean>): Promise<void> {
  const limit = Date.now() + LIMIT_MS
  while (!(await test())) {
    if (Date.now() > limit) throw new NotSettled(`no ${what} within ${LIMIT_MS / 1000} s`)
    await sleep(100)
  }
}

/** A flat list of names and values, as sentinels answer. */
export function fields(reply: Reply): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  if (!Array.isArray(reply)) return found
  for (let index = 0; index + 1 < reply.length; index += 2) found.set(String(reply[index]), String(reply[index + 1]))
  return found
}
