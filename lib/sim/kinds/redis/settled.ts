import type { ConnectionId } from '../../core/end'
import type { Placed } from '../../core/model'
import { integerIn, newStream } from '../../core/random'
import { delay, settledConnection, settledMessage } from '../../core/transport'
import { placeAt, unixtime } from '../../core/world'
import { PORT, REDIS_DEFAULTS } from '../../defaults'
import type { ClusterProtocol, ClusterWorld } from '../protocol'
import { scheduleCron } from './cron'
import { refreshGoodReplicas } from './gate'
import { takeSnapshot } from './persistence/snapshot'
import { newAttached } from './replication/attached'
import { newBacklog } from './replication/backlog'
import type { RedisSpec } from './spec'
import { newServer, type ServerState } from './state'

type Servers = ReadonlyMap<string, ServerState>

/** Servers as they stand at time zero: replicas online and caught up, every cron at a phase drawn from the seed. */
export function settleServers(world: ClusterWorld, placed: readonly Placed<ClusterProtocol, RedisSpec>[]): void {
  const servers = new Map<string, ServerState>()
  for (const { place, spec } of placed) {
    const conf = { ...REDIS_DEFAULTS, ...spec.conf }
    const server = newServer(world, place, { conf, replicaOf: spec.replicaOf ?? null, port: PORT, rdb: null, aof: null })
    place.state = server
    servers.set(place.host, server)
  }
  const all = [...servers.values()]
  for (const server of all) settleCron(world, server)
  for (const server of all) {
    server.aof = server.conf.appendonly === 'yes'
    server.primary = server.disk.replicaOf
    if (server.primary === null && all.some(({ disk }) => disk.replicaOf === server.host)) settlePrimary(world, server)
  }
  for (const server of all) if (server.primary !== null) settleReplica(world, server, server.primary, servers)
}

/** A replica's disk holds the RDB of its first sync, when nothing had been written yet; an AOF begins empty. */
export function announceServers(world: ClusterWorld, servers: readonly ServerState[]): void {
  for (const server of servers) if (server.role === 'replica') takeSnapshot(world, server, 'disk')
  for (const server of servers) refreshGoodReplicas(world, server)
}

/** The last run of replicationCron lies less than one period back. */
function settleCron(world: ClusterWorld, server: ServerState): void {
  server.lastCron = -integerIn(server.cronRandom, 0, 10 * server.cronStep - 1)
  server.cronLoops = integerIn(server.cronRandom, 0, server.conf['repl-ping-replica-period'])
  scheduleCron(world, server)
}

function settlePrimary(world: ClusterWorld, server: ServerState): void {
  server.offset = integerIn(newStream(world.seed, `offset:${server.host}`), 10_000, 99_999)
  server.backlog = newBacklog(server.conf['repl-backlog-size'], server.offset)
  server.selected = true
}

function settleReplica(world: ClusterWorld, server: ServerState, primary: string, servers: Servers): void {
  const upstream = servers.get(primary) as ServerState
  const origin = rootOf(upstream, servers)
  server.role = 'replica'
  server.replid = origin.replid
  server.offset = origin.offset
  server.hasHistory = true
  server.backlog = newBacklog(server.conf['repl-backlog-size'], origin.offset)
  const connection = settledConnection(world, placeAt(world, server.place), placeAt(world, upstream.place))
  server.link = { primary, connection, state: 'up', lastIo: 0 }
  const attached = newAttached(connection, server.host, settleAcks(world, server, connection), null)
  attached.state = 'online'
  attached.ackOffset = origin.offset
  attached.pending = null
  upstream.replicas.push(attached)
}

/** Puts the ACKs on their way that a slow link still holds; returns the whole second at which the last one arrived. */
function settleAcks(world: ClusterWorld, server: ServerState, connection: ConnectionId): number {
  const period = 10 * server.cronStep
  const latency = delay(world, connection, 0)
  const onTheWay = Math.max(0, Math.ceil((server.lastCron + latency) / period))
  for (let age = onTheWay - 1; age >= 0; age -= 1) {
    settledMessage(world, connection, 0, server.lastCron - age * period, { type: 'ack', offset: server.offset })
  }
  return unixtime(world, server.lastCron + latency - onTheWay * period)
}

function rootOf(server: ServerState, servers: Servers): ServerState {
  const upstream = servers.get(server.disk.replicaOf ?? '')
  return upstream === undefined ? server : rootOf(upstream, servers)
}
