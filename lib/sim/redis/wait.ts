import { micros } from '../engine/time'
import { reply, unblock } from './clients'
import type { ClusterWorld } from './messages'
import { feedGetack } from './primary'
import type { ServedClient } from './served-client'
import type { ServerState } from './state'

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
  const deadline = timeoutMs === 0 ? Number.POSITIVE_INFINITY : world.now + micros(timeoutMs)
  client.blocked = { by: 'wait', replicas, offset: client.offset, deadline }
  client.offset = server.offset
  server.waiting.push(client)
  askForAcks(world, server)
  if (timeoutMs > 0) world.timer(server.slot, server.nextTurn(deadline), 'wait timeout')
  return 'blocked'
}

/** One GETACK at the end of this turn, whatever the number of waiters (R63). */
function askForAcks(world: ClusterWorld, server: ServerState): void {
  if (server.getackDue) return
  server.getackDue = true
  world.timer(server.slot, world.now, 'getack')
}

/** The end of the turn: sends the GETACK, but not while writes are paused: then it goes out after the pause (R69). */
export function sendDueGetack(world: ClusterWorld, server: ServerState): void {
  if (!server.getackDue || server.failover !== null) return
  server.getackDue = false
  if (server.role === 'primary') feedGetack(world, server)
}

/** Online replicas that have processed the stream up to `offset` (R62). */
function confirmations(server: ServerState, offset: number): number {
  let count = 0
  for (const replica of server.replicas) if (replica.state === 'online' && replica.ackOffset >= offset) count += 1
  return count
}

/** Answers those who have waited too long, then those whose replicas have confirmed (R3, R65, R66). */
export function releaseWaiting(world: ClusterWorld, server: ServerState): void {
  if (server.waiting.length === 0) return
  for (const client of server.waiting) {
    const blocked = client.blocked
    if (blocked?.by !== 'wait') continue
    const confirmed = confirmations(server, blocked.offset)
    if (confirmed < blocked.replicas && world.now <= blocked.deadline) continue
    server.waiting = server.waiting.filter((other) => other !== client)
    reply(world, client, confirmed)
    unblock(world, server, client)
  }
}
