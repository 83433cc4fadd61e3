import type { Client } from './client/client'
import { Operator } from './client/operator'
import { PORT, REDIS_DEFAULTS } from './defaults'
import type { Deployment } from './deployment'
import { Slot } from './engine/process'
import type { RandomStream } from './engine/random'
import { NEVER, SECOND } from './engine/time'
import { AttachedReplica } from './redis/attached-replica'
import { Backlog } from './redis/backlog'
import { scheduleCron } from './redis/cron'
import { refreshGoodReplicas } from './redis/gate'
import type { ClusterConnection, ClusterSlot, ClusterWorld } from './redis/messages'
import { takeSnapshot } from './redis/primary'
import { Server } from './redis/server'
import { type Host, PROCESS_KINDS, type ProcessKind } from './scenario/scenario'
import { HELLO_PERIOD, INFO_PERIOD, MIN_LINK_RECONNECT_PERIOD, PING_PERIOD, TICK_PERIODS } from './sentinel/constants'
import type { Instance } from './sentinel/instance'
import type { Sentinel } from './sentinel/sentinel'
import { startClient, startSentinel } from './start'

/**
 * Builds the cluster as it stands at time zero: replicas online and caught up, sentinels that know each other and the replicas, links
 * up, every periodic timer at a phase drawn from the seed. Returns one operator for each host of a server or a sentinel.
 */
export function settle(world: ClusterWorld, deployment: Deployment): ReadonlyMap<string, Operator> {
  const hosts = Object.entries(deployment.scenario.hosts)
  for (const [host, spec] of hosts)
    for (const kind of PROCESS_KINDS) if (spec[kind] !== undefined) deployment.addSlot(newSlot(world, host, kind))
  const servers = settleServers(world, deployment, hosts)
  const sentinels = hosts
    .filter(([, spec]) => spec.sentinel !== undefined)
    .map(([host]) => settleSentinel(world, deployment, host))
  const clients = hosts
    .filter(([, spec]) => spec.client !== undefined)
    .map(([host]) => startClient(world, deployment, deployment.slot(host, 'client')))
  const connected = clients.map((client) => settleClient(world, deployment, client))
  world.emit({
    at: 0,
    host: null,
    type: 'settled',
    by: world.cause,
    servers: servers.map(({ host, role, primary, replid, offset }) => ({ host, role, of: primary, replid, offset })),
    sentinels: sentinels.map(({ host, primary, quorum }) => ({ host, primary: primary.host, quorum })),
    clients: connected,
  })
  for (const server of servers) settleFiles(world, server)
  for (const sentinel of sentinels) settleLinks(world, deployment, sentinel)
  for (const server of servers) refreshGoodReplicas(world, server)
  return settleOperators(world, deployment, hosts)
}

function newSlot(world: ClusterWorld, host: string, kind: ProcessKind): ClusterSlot {
  const slot: ClusterSlot = new Slot(host, world.hostIndex(host), kind)
  world.slots.push(slot)
  return slot
}

function settleServers(
  world: ClusterWorld,
  deployment: Deployment,
  hosts: readonly (readonly [string, Host])[],
): readonly Server[] {
  const servers = new Map<string, Server>()
  for (const [host, spec] of hosts) {
    if (spec.redis === undefined) continue
    const conf = { ...REDIS_DEFAULTS, ...spec.redis.conf }
    deployment.disks.set(host, { conf, replicaOf: spec.redis.replicaOf ?? null, port: PORT, rdb: null, aof: null })
    const slot = deployment.slot(host, 'redis')
    const server = new Server(world, slot, deployment, { ...conf })
    slot.install(server)
    servers.set(host, server)
  }
  for (const server of servers.values()) settleCron(world, server)
  for (const server of servers.values()) {
    const of = deployment.disk(server.host).replicaOf
    if (of === null) settlePrimary(world, server, servers)
    else server.primary = of
  }
  for (const server of servers.values()) if (server.primary !== null) settleReplica(world, server, servers)
  return [...servers.values()]
}

/** The last run of replicationCron lies less than one period back. */
function settleCron(world: ClusterWorld, server: Server): void {
  server.lastCron = -server.cronRandom.integer(0, 10 * server.cronStep - 1)
  server.cronLoops = server.cronRandom.integer(0, server.conf['repl-ping-replica-period'])
  scheduleCron(world, server)
}

function settlePrimary(world: ClusterWorld, server: Server, servers: ReadonlyMap<string, Server>): void {
  const followed = [...servers.values()].some(({ deployment, host }) => deployment.disk(host).replicaOf === server.host)
  if (!followed) return
  server.offset = world.stream(`offset:${server.host}`).integer(10_000, 99_999)
  server.backlog = new Backlog(server.conf['repl-backlog-size'], server.offset)
  server.selected = true
}

function settleReplica(world: ClusterWorld, server: Server, servers: ReadonlyMap<string, Server>): void {
  const upstream = servers.get(server.primary ?? '') as Server
  const origin = rootOf(upstream, servers)
  server.role = 'replica'
  server.replid = origin.replid
  server.offset = origin.offset
  server.hasHistory = true
  server.backlog = new Backlog(server.conf['repl-backlog-size'], origin.offset)
  const connection = world.settledConnection(server.slot, upstream.slot)
  server.link = { primary: upstream.host, connection, state: 'up', lastIo: 0 }
  const attached = new AttachedReplica(connection, server.host, settleAcks(world, server, connection))
  attached.state = 'online'
  attached.ackOffset = origin.offset
  attached.pending = null
  upstream.replicas.push(attached)
}

/** Puts the ACKs on their way that a slow link still holds; returns the whole second at which the last one arrived. */
function settleAcks(world: ClusterWorld, server: Server, connection: ClusterConnection): number {
  const period = 10 * server.cronStep
  const delay = world.delay(connection, 0)
  const onTheWay = Math.max(0, Math.ceil((server.lastCron + delay) / period))
  for (let age = onTheWay - 1; age >= 0; age -= 1) {
    world.settledMessage(connection, 0, server.lastCron - age * period, { type: 'ack', offset: server.offset })
  }
  return server.deployment.unixtime(server.lastCron + delay - onTheWay * period)
}

function rootOf(server: Server, servers: ReadonlyMap<string, Server>): Server {
  const of = server.deployment.disk(server.host).replicaOf
  const upstream = of === null ? undefined : servers.get(of)
  return upstream === undefined ? server : rootOf(upstream, servers)
}

/** A replica's disk holds the RDB of its first sync, when nothing had been written yet; an AOF begins empty. */
function settleFiles(world: ClusterWorld, server: Server): void {
  server.aof = server.conf.appendonly === 'yes'
  if (server.role === 'replica') takeSnapshot(world, server, 'disk')
}

function settleSentinel(world: ClusterWorld, deployment: Deployment, host: string): Sentinel {
  const { hosts } = deployment.scenario
  const monitor = hosts[host]?.sentinel?.monitor ?? ''
  const others = Object.entries(hosts)
  deployment.sentinelFiles.set(host, {
    primary: monitor,
    replicas: others.filter(([other]) => other !== monitor && follows(hosts, other, monitor)).map(([other]) => other),
    sentinels: others.filter(([other, spec]) => other !== host && spec.sentinel?.monitor === monitor).map(([other]) => other),
    currentEpoch: 0,
    configEpoch: 0,
    voteEpoch: 0,
  })
  const lastTick = -world.stream(`tick phase:${host}`).integer(0, Math.min(...TICK_PERIODS) - 1)
  return startSentinel(world, deployment, deployment.slot(host, 'sentinel'), lastTick)
}

function follows(hosts: Readonly<Record<string, Host>>, host: string, monitor: string): boolean {
  return hosts[host]?.redis?.replicaOf === monitor
}

function settleLinks(world: ClusterWorld, deployment: Deployment, sentinel: Sentinel): void {
  for (const instance of sentinel.instances) {
    const phases = world.stream(`phase:${sentinel.host}>${instance.host}.${instance.kind}`)
    const target = deployment.slot(instance.host, instance.kind === 'sentinel' ? 'sentinel' : 'redis')
    const link = instance.link
    link.commands = world.settledConnection(sentinel.slot, target)
    sentinel.links.set(link.commands, instance)
    link.commandsSince = -2 * MIN_LINK_RECONNECT_PERIOD
    link.disconnected = false
    link.lastPing = -phases.integer(0, PING_PERIOD - 1)
    link.lastPong = link.lastPing
    link.lastAvailable = link.lastPing
    link.activePing = null
    instance.lastPublish = -phases.integer(0, HELLO_PERIOD - 1)
    instance.lastAnswer = NEVER
    if (instance.kind !== 'sentinel') settleServerInstance(world, deployment, sentinel, instance, phases)
  }
}

function settleServerInstance(
  world: ClusterWorld,
  deployment: Deployment,
  sentinel: Sentinel,
  instance: Instance,
  phases: RandomStream,
): void {
  const slot = deployment.slot(instance.host, 'redis')
  const server = slot.live as Server
  const link = instance.link
  link.hellos = world.settledConnection(sentinel.slot, slot)
  sentinel.links.set(link.hellos, instance)
  link.hellosSince = link.commandsSince
  link.lastHelloActivity = 0
  world.send(link.hellos, 0, { type: 'subscribe' })
  instance.infoRefresh = -phases.integer(0, INFO_PERIOD - 1)
  instance.runId = server.runId
  instance.roleReportedAt = -60 * SECOND
  instance.follows = server.primary
  instance.followsSince = -60 * SECOND
  instance.linkUp = true
  instance.priority = server.conf['replica-priority']
  instance.offset = server.offset
}

function settleClient(
  world: ClusterWorld,
  deployment: Deployment,
  client: Client,
): { readonly host: string; readonly server: string } {
  const { spec } = client
  const server =
    spec.sentinels === undefined ? spec.connect : (deployment.sentinelFiles.get(spec.sentinels[0] ?? '')?.primary ?? '')
  const connection = world.settledConnection(client.slot, deployment.slot(server, 'redis'))
  client.session = { state: 'ready', connection, server }
  return { host: client.host, server }
}

function settleOperators(
  world: ClusterWorld,
  deployment: Deployment,
  hosts: readonly (readonly [string, Host])[],
): ReadonlyMap<string, Operator> {
  const operators = new Map<string, Operator>()
  for (const [host, spec] of hosts) {
    if (spec.redis === undefined && spec.sentinel === undefined) continue
    const slot = newSlot(world, host, 'client')
    const operator = new Operator(slot, deployment)
    slot.install(operator)
    operators.set(host, operator)
  }
  return operators
}
