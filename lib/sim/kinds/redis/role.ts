import { emit, unixtime } from '../../core/world'
import { PORT } from '../../defaults'
import type { EventOf } from '../../journal'
import type { ClusterWorld } from '../protocol'
import { refreshGoodReplicas } from './gate'
import { dropReplicas } from './replication/attached'
import { newBacklog } from './replication/backlog'
import { connectToPrimary, hangUp } from './replication/link'
import { disconnectBlocked } from './served-client'
import { identityOf, newIdentity, type ServerState } from './state'

/** Who ordered a change of role. */
export type OrderedBy = EventOf<'role'>['orderedBy']

/** `REPLICAOF NO ONE`: a new history begins; the old id stays valid up to here (R33). */
export function promote(world: ClusterWorld, server: ServerState, orderedBy: OrderedBy, sentinel: string | null): void {
  if (server.role === 'primary') return
  if (server.link !== null) hangUp(world, server.link)
  server.link = null
  server.linkDownSince = null
  server.primary = null
  server.primaryPort = PORT
  dropReplicas(world, server)
  server.role = 'primary'
  server.replid2 = server.replid
  server.secondOffset = server.offset + 1
  server.replid = newIdentity(world, server.host)
  server.backlog ??= newBacklog(server.conf['repl-backlog-size'], server.offset)
  server.selected = false
  server.noReplicasSince = unixtime(world)
  emitRole(world, server, orderedBy, sentinel)
  refreshGoodReplicas(world, server)
}

/** `REPLICAOF host port`. A demoted primary asks for a partial resync with its own id and offset (R34). */
export function follow(
  world: ClusterWorld,
  server: ServerState,
  primary: string,
  orderedBy: OrderedBy,
  sentinel: string | null,
  port: number = PORT,
): void {
  if (server.role === 'replica' && server.primary === primary && server.primaryPort === port) return
  const wasPrimary = server.role === 'primary'
  if (server.link !== null) {
    if (server.link.state === 'up') server.linkDownSince = unixtime(world)
    hangUp(world, server.link)
  }
  if (wasPrimary) server.hasHistory = true
  server.role = 'replica'
  server.gate = null
  server.primary = primary
  server.primaryPort = port
  emitRole(world, server, orderedBy, sentinel)
  if (wasPrimary) disconnectBlocked(world, server)
  connectToPrimary(world, server, primary)
}

function emitRole(world: ClusterWorld, server: ServerState, orderedBy: OrderedBy, sentinel: string | null): void {
  emit(world, {
    at: world.now,
    host: server.host,
    type: 'role',
    by: world.cause,
    role: server.role,
    of: server.primary,
    ...(server.primaryPort !== PORT && { port: server.primaryPort }),
    ...identityOf(server),
    orderedBy,
    sentinel,
  })
}
