import type { Place } from '../../core/place'
import { integerIn } from '../../core/random'
import { emit } from '../../core/world'
import type { Message } from '../messages'
import type { ClusterWorld } from '../protocol'
import { scheduleCron } from './cron'
import { replaceData } from './data'
import type { Disk } from './disk'
import { aofStarted } from './persistence/aof'
import { newBacklog } from './replication/backlog'
import { connectToPrimary } from './replication/link'
import { identityOf, newServer, type ServerState, take } from './state'

/**
 * Starts a server from its files (R37): `replicaof` and settings of its configuration, then its AOF or its RDB. `counting`: what a load may
 * count of the server's timer is followed.
 */
export function boot(world: ClusterWorld, place: Place<Message>, disk: Disk, counting = false): ServerState {
  const server = newServer(world, place, disk)
  const loaded =
    server.conf.appendonly === 'yes' && disk.aof !== null
      ? 'aof'
      : server.conf.appendonly === 'no' && disk.rdb !== null
        ? 'rdb'
        : 'nothing'
  server.role = disk.replicaOf === null ? 'primary' : 'replica'
  server.primary = disk.replicaOf
  server.primaryPort = disk.port
  // Loading an AOF executes it: the changes count (measured).
  if (loaded === 'aof') for (const write of disk.aof ?? []) take(world, server, write)
  if (loaded === 'rdb') loadRdb(server)
  emit(world, {
    at: world.now,
    host: server.host,
    type: 'boot',
    by: world.cause,
    role: server.role,
    of: server.primary,
    ...identityOf(server),
    loaded,
    snapshot: loaded === 'rdb' ? (disk.rdb?.id ?? null) : null,
    writes: server.data.writes.length,
  })
  if (server.conf.appendonly === 'yes') aofStarted(world, server)
  const counted = counting && loaded === 'aof' && server.data.writes.length > 0 && integerIn(server.cronRandom, 0, 1) === 0
  if (counted) server.lastCron -= server.cronStep
  scheduleCron(world, server)
  if (server.primary === null) return server
  if (counted) server.link = { primary: server.primary, connection: null, state: 'idle', lastIo: world.now }
  else connectToPrimary(world, server, server.primary)
  return server
}

/** A replica resumes the saved history; a primary begins a new one and remembers the saved one as its second (R37). */
function loadRdb(server: ServerState): void {
  const { rdb } = server.disk
  if (rdb === null) return
  replaceData(server.data, rdb.writes)
  server.offset = rdb.offset
  if (server.role === 'replica') {
    server.replid = rdb.replid
    server.hasHistory = true
    return
  }
  server.replid2 = rdb.replid
  server.secondOffset = rdb.offset + 1
  server.backlog = newBacklog(server.conf['repl-backlog-size'], rdb.offset)
}
