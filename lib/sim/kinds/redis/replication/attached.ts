import type { ConnectionId } from '../../../core/end'
import { close, send } from '../../../core/transport'
import { emit, unixtime } from '../../../core/world'
import type { LinkLoss } from '../../../journal'
import type { ClusterWorld } from '../../protocol'
import { refreshGoodReplicas } from '../gate'
import type { AttachedReplica, ServerState } from '../state'

/** A replica that has asked, at this whole second and by this event, to be served. */
export function newAttached(connection: ConnectionId, host: string, psyncTime: number, psyncBy: number | null): AttachedReplica {
  return { connection, host, psyncTime, psyncBy, state: 'waiting', ackOffset: 0, ackTime: psyncTime, pending: [], snapshot: null }
}

/** The attached replica at the other end of a connection. */
export function replicaAt(server: ServerState, connection: ConnectionId): AttachedReplica | undefined {
  return server.replicas.find((replica) => replica.connection === connection)
}

export function putOnline(world: ClusterWorld, server: ServerState, replica: AttachedReplica): void {
  replica.state = 'online'
  replica.ackTime = unixtime(world)
  const { host } = server
  emit(world, { at: world.now, host, type: 'replica-online', by: world.cause, replica: replica.host })
  refreshGoodReplicas(world, server)
}

/** What has gathered since its snapshot was taken, and the stream from now on. */
export function startFeeding(world: ClusterWorld, replica: AttachedReplica): void {
  const pending = replica.pending ?? []
  replica.pending = null
  for (const item of pending) send(world, replica.connection, 1, item)
}

/** A replica's connection is gone: recount at once (R50). */
export function loseReplica(world: ClusterWorld, server: ServerState, replica: AttachedReplica, reason: LinkLoss): void {
  server.replicas = server.replicas.filter((other) => other !== replica)
  if (server.replicas.length === 0) server.noReplicasSince = unixtime(world)
  const { host } = server
  emit(world, { at: world.now, host, type: 'replica-lost', by: world.cause, replica: replica.host, reason })
  refreshGoodReplicas(world, server)
}

/** Closes the connections of all attached replicas, after a change of history (R32, R33, R42). */
export function dropReplicas(world: ClusterWorld, server: ServerState): void {
  for (const replica of server.replicas) {
    close(world, replica.connection, 1)
    loseReplica(world, server, replica, 'reset')
  }
}
