import { micros } from '../../core/time'
import { timer } from '../../core/world'
import type { ClusterWorld } from '../protocol'
import { feedGetack } from './replication/stream'
import { nextTurn, type ServedClient, type ServerState } from './state'

/** `WAIT replicas timeout`: answers at once, or blocks the connection and asks the replicas for an ACK (R62, R63, R163). */
export function wait(
  world: ClusterWorld,
  server: ServerState,
  client: ServedClient,
  replicas: number,
  timeoutMs: number,
): number | 'blocked' {
  const confirmed = confirmations(server, client.offset)
  if (confirmed >= replicas) return confirmed
  const deadline = timeoutMs === 0 ? null : world.now + micros(timeoutMs)
  client.blocked = { by: 'wait', replicas, offset: client.offset, deadline }
  server.waiting.push(client.connection)
  askForAcks(world, server)
  if (deadline !== null) timer(world, server.place, nextTurn(server, deadline), 'wait timeout')
  return 'blocked'
}

/** One GETACK at the end of this turn, whatever the number of waiters (R63). */
export function askForAcks(world: ClusterWorld, server: ServerState): void {
  if (server.getackDue) return
  server.getackDue = true
  timer(world, server.place, world.now, 'getack')
}

/** The end of the turn: sends the GETACK, but not while writes are paused: then it goes out after the pause (R69). */
export function sendDueGetack(world: ClusterWorld, server: ServerState): void {
  if (!server.getackDue || server.failover !== null) return
  server.getackDue = false
  if (server.role === 'primary') feedGetack(world, server)
}

/** Online replicas that have processed the stream up to `offset` (R62). */
export function confirmations(server: ServerState, offset: number): number {
  let count = 0
  for (const replica of server.replicas) if (replica.state === 'online' && replica.ackOffset >= offset) count += 1
  return count
}
