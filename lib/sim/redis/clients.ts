import { Fifo } from '../engine/fifo'
import { NOREPLICAS, READONLY, UNBLOCKED } from '../errors'
import type { Reply } from '../journal'
import { execute } from './commands'
import { rewriteConfig } from './config-command'
import { infoOf } from './info'
import type { ClusterConnection, ClusterWorld, Command, Hello, Message } from './messages'
import { feedHello } from './primary'
import { follow, promote } from './role'
import type { ServedClient } from './served-client'
import type { ServerState } from './state'

/** Whatever arrives on a connection that is no replication link. */
export function handleClientMessage(
  world: ClusterWorld,
  server: ServerState,
  connection: ClusterConnection,
  message: Message,
): void {
  const client = clientOf(server, connection)
  if (client.blocked !== null) client.queue.push(message)
  else process(world, server, client, message)
}

export function forgetClient(server: ServerState, connection: ClusterConnection): void {
  const client = server.clients.get(connection)
  if (client === undefined) return
  server.clients.delete(connection)
  if (client.blocked !== null) server.waiting = server.waiting.filter((other) => other !== client)
}

export function reply(world: ClusterWorld, client: ServedClient, value: Reply): void {
  world.send(client.connection, 1, { type: 'reply', reply: value })
}

/** Goes on with what a client sent while it was blocked. */
export function unblock(world: ClusterWorld, server: ServerState, client: ServedClient): void {
  client.blocked = null
  while (client.blocked === null) {
    const message = client.queue.shift()
    if (message === undefined) break
    process(world, server, client, message)
  }
}

/** A demoted primary answers its blocked clients with an error and closes them (R45). */
export function disconnectBlocked(world: ClusterWorld, server: ServerState): void {
  for (const client of server.waiting) {
    if (client.blocked?.by === 'wait') reply(world, client, { error: UNBLOCKED })
    world.close(client.connection, 1)
    server.clients.delete(client.connection)
  }
  server.waiting = []
}

/** Writes are no longer paused: parked clients are looked at again (R45). */
export function resumeParked(world: ClusterWorld, server: ServerState): void {
  for (const client of [...server.clients.values()]) if (client.blocked?.by === 'pause') unblock(world, server, client)
}

/** Passes a hello on to the sentinels that subscribed here. */
export function publishHello(world: ClusterWorld, server: ServerState, hello: Hello): void {
  for (const client of server.clients.values()) {
    if (client.subscribed) world.send(client.connection, 1, { type: 'hello', hello })
  }
}

function clientOf(server: ServerState, connection: ClusterConnection): ServedClient {
  let client = server.clients.get(connection)
  if (client === undefined) {
    client = { connection, subscribed: false, offset: 0, blocked: null, queue: new Fifo() }
    server.clients.set(connection, client)
  }
  return client
}

function process(world: ClusterWorld, server: ServerState, client: ServedClient, message: Message): void {
  switch (message.type) {
    case 'command':
      command(world, server, client, message)
      break
    case 'ping':
      world.send(client.connection, 1, { type: 'pong' })
      break
    case 'info':
      world.send(client.connection, 1, { type: 'info-reply', info: infoOf(world, server) })
      break
    case 'subscribe':
      client.subscribed = true
      break
    case 'publish':
      publish(world, server, client, message)
      break
    case 'reconfigure':
      reconfigure(world, server, client, message.sentinel, message.of)
      break
  }
}

function command(world: ClusterWorld, server: ServerState, client: ServedClient, message: Command): void {
  const outcome = execute(world, server, client, message)
  if (outcome === 'blocked') return
  if (outcome === 'parked') {
    park(client, message)
    return
  }
  // A command that was not admitted leaves the offset that WAIT looks at alone (R61).
  if (!refused(outcome)) client.offset = server.offset
  reply(world, client, outcome)
}

function refused(reply: Reply): boolean {
  return (
    typeof reply === 'object' && reply !== null && 'error' in reply && (reply.error === NOREPLICAS || reply.error === READONLY)
  )
}

/** A paused server parks the sentinels' hellos too, and their PINGs behind them (R89). */
function publish(
  world: ClusterWorld,
  server: ServerState,
  client: ServedClient,
  message: Extract<Message, { type: 'publish' | 'hello' }>,
): void {
  if (server.failover !== null) {
    park(client, message)
    return
  }
  publishHello(world, server, message.hello)
  if (server.role === 'primary') feedHello(world, server, message.hello)
  world.send(client.connection, 1, { type: 'published' })
}

function park(client: ServedClient, message: Message): void {
  client.blocked = { by: 'pause' }
  client.queue.unshift(message)
}

/** `SLAVEOF` + `CONFIG REWRITE` + `CLIENT KILL`: every other client and sentinel loses its connection without a last word (R46). */
function reconfigure(world: ClusterWorld, server: ServerState, issuer: ServedClient, sentinel: string, of: string | null): void {
  for (const connection of [...server.slot.connections]) {
    const accepted = connection.ends[1] === server.slot
    if (!accepted || connection === issuer.connection || server.replicaOf(connection) !== undefined) continue
    world.close(connection, 1)
    forgetClient(server, connection)
  }
  if (server.failover !== null) {
    // REPLICAOF is refused meanwhile; the rest of the transaction goes on (R156).
  } else if (of === null) promote(world, server, 'sentinel', sentinel)
  else follow(world, server, of, 'sentinel', sentinel)
  rewriteConfig(world, server)
  world.send(issuer.connection, 1, { type: 'reconfigured' })
}
