import type { Deployment } from '../deployment'
import { aofStarted } from './aof'
import { Backlog } from './backlog'
import { scheduleCron } from './cron'
import type { ClusterSlot, ClusterWorld } from './messages'
import { connectToPrimary } from './replica'
import { Server } from './server'

/** Starts a server from its files (R37): `replicaof` and settings of its configuration, then its AOF or its RDB. */
export function bootServer(world: ClusterWorld, deployment: Deployment, slot: ClusterSlot): void {
  const disk = deployment.disk(slot.host)
  const server = new Server(world, slot, deployment, { ...disk.conf })
  slot.install(server)
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
  if (loaded === 'aof') for (const write of disk.aof ?? []) server.hold(write)
  if (loaded === 'rdb') loadRdb(server)
  world.emit({
    at: world.now,
    host: server.host,
    type: 'boot',
    by: world.cause,
    role: server.role,
    of: server.primary,
    ...server.identity,
    loaded,
    snapshot: loaded === 'rdb' ? (disk.rdb?.id ?? null) : null,
    writes: server.data.size,
  })
  if (server.conf.appendonly === 'yes') aofStarted(world, server)
  scheduleCron(world, server)
  if (server.primary !== null) connectToPrimary(world, server, server.primary)
}

/** A replica resumes the saved history; a primary begins a new one and remembers the saved one as its second (R37). */
function loadRdb(server: Server): void {
  const rdb = server.deployment.disk(server.host).rdb
  if (rdb === null) return
  server.data.replace(rdb.writes)
  server.offset = rdb.offset
  if (server.role === 'replica') {
    server.replid = rdb.replid
    server.hasHistory = true
    return
  }
  server.replid2 = rdb.replid
  server.secondOffset = rdb.offset + 1
  server.backlog = new Backlog(server.conf['repl-backlog-size'], rdb.offset)
}
