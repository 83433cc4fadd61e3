import { emit } from '../../core/world'
import type { ClusterWorld } from '../protocol'
import { follow, promote } from './role'
import type { Failover, ServerState } from './state'

/** An ACK has come in: hands over when the target has everything. No GETACK is sent for it (R155). */
export function failoverOnAck(world: ClusterWorld, server: ServerState): void {
  const failover = server.failover
  if (failover === null || failover.state !== 'waiting-for-sync') return
  const ready = server.replicas.find(
    (replica) =>
      replica.state === 'online' &&
      replica.ackOffset === server.offset &&
      (failover.target === null || replica.host === failover.target),
  )
  if (ready !== undefined) handOver(world, server, failover, ready.host)
}

/** `TIMEOUT` is over: with `FORCE` hands over anyway and loses what the target lacks, else gives up (R156). */
export function failoverTimeout(world: ClusterWorld, server: ServerState, attempt: number): void {
  const failover = server.failover
  if (failover === null || failover.attempt !== attempt || failover.state !== 'waiting-for-sync') return
  if (failover.force && failover.target !== null) handOver(world, server, failover, failover.target)
  else abortFailover(world, server)
}

/** The target has accepted: writes are no longer paused, and find a replica. */
export function finishFailover(world: ClusterWorld, server: ServerState): void {
  if (server.failover === null) return
  unpause(world, server)
}

/** Stays the primary, or becomes it again (R156). */
export function abortFailover(world: ClusterWorld, server: ServerState): void {
  if (server.failover === null) return
  if (server.role === 'replica') promote(world, server, 'failover', null)
  unpause(world, server)
}

function unpause(world: ClusterWorld, server: ServerState): void {
  setFailover(world, server, null)
  server.unpaused = true
}

function handOver(world: ClusterWorld, server: ServerState, failover: Failover, target: string): void {
  setFailover(world, server, { ...failover, state: 'failover-in-progress' })
  follow(world, server, target, 'failover', null)
}

/** A new state of the hand-over; null: there is none any more. */
export function setFailover(world: ClusterWorld, server: ServerState, failover: Failover | null): void {
  server.failover = failover
  emit(world, {
    at: world.now,
    host: server.host,
    type: 'failover-state',
    by: world.cause,
    state: failover?.state ?? 'no-failover',
  })
}
