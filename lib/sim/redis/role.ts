import { PORT } from '../defaults'
import { Backlog } from './backlog'
import { disconnectBlocked } from './clients'
import { refreshGoodReplicas } from './gate'
import type { ClusterWorld } from './messages'
import { dropReplicas } from './primary'
import { connectToPrimary, hangUp } from './replica'
import type { ServerState } from './state'

/** Who ordered a change of role. */
export type RoleCause = 'sentinel' | 'operator' | 'failover'

/** `REPLICAOF NO ONE`: a new history begins; the old id stays valid up to here (R33). */
export function promote(world: ClusterWorld, server: ServerState, orderedBy: RoleCause, sentinel: string | null): void {
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
  server.replid = server.deployment.identity(server.host)
  server.backlog ??= new Backlog(server.conf['repl-backlog-size'], server.offset)
  server.selected = false
  server.noReplicasSince = server.deployment.unixtime(world.now)
  emitRole(world, server, orderedBy, sentinel)
  refreshGoodReplicas(world, server)
}

/** `REPLICAOF host port`. A demoted primary asks for a partial resync with its own id and offset (R34). */
export function follow(
  world: ClusterWorld,
  server: ServerState,
  primary: string,
  orderedBy: RoleCause,
  sentinel: string | null,
  port: number = PORT,
): void {
  if (server.role === 'replica' && server.primary === primary && server.primaryPort === port) return
  const wasPrimary = server.role === 'primary'
  if (server.link !== null) {
    if (server.link.state === 'up') server.linkDownSince = server.deployment.unixtime(world.now)
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

function emitRole(world: ClusterWorld, server: ServerState, orderedBy: RoleCause, sentinel: string | null): void {
  world.emit({
    at: world.now,
    host: server.host,
    type: 'role',
    by: world.cause,
    role: server.role,
    of: server.primary,
    ...(server.primaryPort !== PORT && { port: server.primaryPort }),
    ...server.identity,
    orderedBy,
    sentinel,
  })
}
