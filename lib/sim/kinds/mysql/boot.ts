import type { Placed } from '../../core/model'
import type { Place } from '../../core/place'
import { integerIn, newStream } from '../../core/random'
import { settledConnection } from '../../core/transport'
import { clock, emit, placeAt } from '../../core/world'
import { MYSQL_DEFAULTS } from '../../defaults-mysql'
import type { Message } from '../messages'
import type { ClusterProtocol, ClusterWorld } from '../protocol'
import { startApplier } from './applier'
import { newDump } from './attach'
import type { MysqlConf } from './conf'
import { RESTART } from './constants'
import { nextHeartbeat } from './dump'
import type { Transaction } from './messages'
import { startsOn } from './mode'
import { heartbeatOf, patience, startReceiver } from './receiver'
import type { MysqlSpec } from './spec'
import { bytesAt, type Disk, type MysqlState, newDisk, newServer } from './state'

/** Servers as they stand at time zero: replicas attached and caught up, all tables empty. */
export function settleServers(world: ClusterWorld, placed: readonly Placed<ClusterProtocol, MysqlSpec>[]): void {
  const servers = new Map<string, MysqlState>()
  for (const { place, spec } of placed) {
    const server = newServer(world, place, confOf(spec), newDisk(spec.replicaOf ?? null))
    place.state = server
    servers.set(place.host, server)
  }
  for (const server of servers.values()) {
    const source = servers.get(server.channel.of ?? '')
    if (source !== undefined) settleReplica(world, server, source)
  }
  for (const server of servers.values()) server.semisync = startsOn(server)
}

function settleReplica(world: ClusterWorld, server: MysqlState, source: MysqlState): void {
  const { receiver, host, place } = server
  receiver.state = 'up'
  receiver.semisync = server.conf.rpl_semi_sync_replica_enabled === 'ON'
  receiver.connection = settledConnection(world, placeAt(world, place), placeAt(world, source.place))
  server.applier.running = true
  const { semisync } = receiver
  const dump = newDump(source, { host, known: {}, semisync, heartbeat: heartbeatOf(server) }, receiver.connection)
  // Settled long ago: the list holds them all.
  dump.listed = semisync
  dump.acked = semisync ? 0 : -1
  dump.lastSent = receiver.lastIo = -integerIn(newStream(world.seed, `heartbeat:${host}`), 0, Math.max(0, dump.heartbeat - 1))
  source.dumps.push(dump)
  nextHeartbeat(world, source, dump)
  clock(world, place, patience(server), 'silence', receiver.attempt)
}

/** Starts a server from its files; it takes connections once it has recovered (Y31). */
export function boot(world: ClusterWorld, place: Place<Message>, spec: MysqlSpec, disk: Disk): MysqlState {
  place.listensFrom = world.now + RESTART
  const server = newServer(world, place, confOf(spec), disk)
  clock(world, place.index, place.listensFrom, 'recovered')
  return server
}

/** What stands in its binlog is committed, what does not is rolled back (Y31); the mode is what its configuration file says (Y32). */
export function recovered(world: ClusterWorld, server: MysqlState): void {
  const { host, binlog, channel, recovered: crash } = server
  server.semisync = startsOn(server)
  const open = binlog.slice(crash.from)
  announce(world, server, open)
  for (const [index, { origin, gtid, write }] of open.entries()) {
    const position = bytesAt(crash.from + index + 1)
    if (origin !== host) emit(world, { at: world.now, host, type: 'applied', by: world.cause, gtid, write, position })
  }
  if (channel.of === null) return
  startReceiver(world, server)
  startApplier(world, server)
}

/** What the journal hears of a server that takes connections. */
export function announce(world: ClusterWorld, server: MysqlState, open: readonly Transaction[]): void {
  const { host, channel, conf, semisync, recovered: crash } = server
  const writable = conf.super_read_only === 'OFF'
  const committed = open.filter(({ origin }) => origin === host).map(({ write }) => write)
  const { rolledBack } = crash
  emit(world, {
    at: world.now,
    host,
    type: 'mysql-up',
    by: world.cause,
    of: channel.of,
    writable,
    semisync,
    committed,
    rolledBack,
  })
}

function confOf({ conf, replicaOf }: MysqlSpec): MysqlConf {
  const file = {
    ...MYSQL_DEFAULTS,
    ...(replicaOf !== undefined && { super_read_only: 'ON' as const }),
    ...conf,
  }
  return { ...file, read_only: file.super_read_only === 'ON' ? 'ON' : file.read_only }
}
