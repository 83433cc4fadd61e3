import { integerIn } from '../../core/random'
import { timer } from '../../core/world'
import type { Message } from '../messages'
import type { ClusterWorld } from '../protocol'
import { unblock } from './clients'
import { reply } from './served-client'
import type { ServerState } from './state'
import { confirmations, sendDueGetack } from './wait'

/** The end of a turn of the event loop, in which the server has read this message, or in which a timer rang (`beforeSleep`). */
export function endTurn(world: ClusterWorld, server: ServerState, message: Message | null): void {
  if (server.unpaused) resumeParked(world, server)
  if (server.waiting.length === 0) return
  // ACKs of one instant are read in one turn of the event loop or in two (R2, R65).
  if (message?.type === 'ack' && integerIn(server.turnRandom, 0, 1) === 0) timer(world, server.place, world.now, 'turn')
  else releaseWaiting(world, server)
}

/** Writes are no longer paused: parked clients are looked at again, and what their WAITs ask for goes out (R45, R69). */
function resumeParked(world: ClusterWorld, server: ServerState): void {
  server.unpaused = false
  const parked = server.parked.flatMap((connection) => server.clients[connection] ?? [])
  server.parked = []
  for (const client of parked.toSorted((a, b) => a.number - b.number)) unblock(world, server, client)
  sendDueGetack(world, server)
}

/** Answers those who have waited too long, then those whose replicas have confirmed (R3, R65, R66). */
function releaseWaiting(world: ClusterWorld, server: ServerState): void {
  for (const connection of [...server.waiting]) {
    const client = server.clients[connection]
    const blocked = client?.blocked
    if (client === undefined || blocked?.by !== 'wait') continue
    const confirmed = confirmations(server, blocked.offset)
    if (confirmed < blocked.replicas && (blocked.deadline === null || world.now <= blocked.deadline)) continue
    server.waiting = server.waiting.filter((other) => other !== connection)
    reply(world, client, confirmed, -1)
    unblock(world, server, client)
  }
}
