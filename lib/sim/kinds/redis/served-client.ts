import type { ConnectionId } from '../../core/end'
import { dequeue, enqueue, enqueueFirst, newFifo } from '../../core/fifo'
import { close, send } from '../../core/transport'
import { connectionOf, placeAt } from '../../core/world'
import { UNBLOCKED } from '../../errors'
import type { Reply } from '../../reply'
import type { ClusterWorld } from '../protocol'
import type { Hello } from '../sentinel/messages'
import type { Request } from './messages'
import { replicaAt } from './replication/attached'
import type { Held, ServedClient, ServerState } from './state'

/** The client at the other end of a connection; it is new when it says something for the first time. */
export function clientAt(server: ServerState, connection: ConnectionId): ServedClient {
  const known = server.clients[connection]
  if (known !== undefined) return known
  server.clientsSeen += 1
  const client: ServedClient = { connection, number: server.clientsSeen, offset: 0, blocked: null, queue: newFifo() }
  server.clients[connection] = client
  return client
}

export function forgetClient(server: ServerState, connection: ConnectionId): void {
  if (server.clients[connection] === undefined) return
  delete server.clients[connection]
  server.subscribers = server.subscribers.filter((one) => one !== connection)
  server.waiting = server.waiting.filter((one) => one !== connection)
  server.parked = server.parked.filter((one) => one !== connection)
}

/** Closes the connections of all clients, sentinels among them, that `chosen` names; those of replicas stay. How many they were. */
export function hangUpOnClients(world: ClusterWorld, server: ServerState, chosen: (connection: ConnectionId) => boolean): number {
  let closed = 0
  for (const id of placeAt(world, server.place).connections) {
    const accepted = connectionOf(world, id)?.ends[1] === server.place
    if (!accepted || replicaAt(server, id) !== undefined || !chosen(id)) continue
    close(world, id, 1)
    forgetClient(server, id)
    closed += 1
  }
  return closed
}

/** Answers a command; `write` is the number of the write that it carried, −1 for none. */
export function reply(world: ClusterWorld, client: ServedClient, value: Reply, write: number): void {
  send(world, client.connection, 1, { type: 'reply', reply: value, write })
}

/** Keeps what a blocked client sends until it is no longer blocked. */
export function hold({ cause }: ClusterWorld, client: ServedClient, request: Request): void {
  enqueue(client.queue, { request, cause })
}

/** Takes note of a client that sends what is not executed while writes are paused. */
export function park({ cause }: ClusterWorld, server: ServerState, client: ServedClient, request: Request): void {
  client.blocked = { by: 'pause' }
  enqueueFirst(client.queue, { request, cause })
  server.parked.push(client.connection)
}

/** What a client that is no longer blocked has sent meanwhile, one by one. */
export function nextHeld(client: ServedClient): Held | undefined {
  return client.blocked === null ? dequeue(client.queue) : undefined
}

/** A demoted primary answers its blocked clients with an error and closes them (R45). */
export function disconnectBlocked(world: ClusterWorld, server: ServerState): void {
  for (const connection of server.waiting) {
    const client = server.clients[connection]
    if (client !== undefined) reply(world, client, { error: UNBLOCKED }, -1)
    close(world, connection, 1)
    delete server.clients[connection]
  }
  server.waiting = []
}

/** Passes a hello on to the sentinels that subscribed here. */
export function publishHello(world: ClusterWorld, server: ServerState, hello: Hello): void {
  for (const connection of server.subscribers) send(world, connection, 1, { type: 'hello', hello })
}
