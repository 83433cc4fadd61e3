import type { ConnectionId } from '../../core/end'
import type { Handle, Tagged } from '../../core/model'
import { send } from '../../core/transport'
import { NOREPLICAS, READONLY } from '../../errors'
import type { Reply } from '../../reply'
import type { Message } from '../messages'
import type { ClusterWorld } from '../protocol'
import { execute } from './commands/commands'
import { rewriteConfig } from './config'
import { infoOf } from './info'
import type { Request } from './messages'
import { feedHello } from './replication/stream'
import { follow, promote } from './role'
import { clientAt, hangUpOnClients, hold, nextHeld, park, publishHello, reply } from './served-client'
import type { ServedClient, ServerState } from './state'

type Service<M extends Request> = Handle<[world: ClusterWorld, server: ServerState, client: ServedClient, message: M]>

/** What a server does for its clients, be they applications or sentinels. */
const SERVICES: Readonly<Record<Request['type'], Service<Request>>> = {
  command,
  ping: (world, _server, { connection }) => send(world, connection, 1, { type: 'pong' }),
  info: (world, server, { connection }) => send(world, connection, 1, { type: 'info-reply', info: infoOf(world, server) }),
  subscribe: (_world, server, { connection }) => server.subscribers.push(connection),
  publish,
  reconfigure,
}

/** A handler of what arrives on a connection that is no replication link. */
function served<M extends Request>(
  service: Service<M>,
): (world: ClusterWorld, server: ServerState, message: M, connection: ConnectionId) => void {
  return (world, server, message, connection) => {
    const client = clientAt(server, connection)
    if (client.blocked !== null) hold(world, client, message)
    else service(world, server, client, message)
  }
}

/** What a server does with what its clients send. */
export const fromClients = {
  command: served(command),
  ping: served(SERVICES.ping),
  info: served(SERVICES.info),
  subscribe: served(SERVICES.subscribe),
  publish: served(publish),
  reconfigure: served(reconfigure),
}

/** Goes on with what a client sent while it was blocked. */
export function unblock(world: ClusterWorld, server: ServerState, client: ServedClient): void {
  const { cause } = world
  client.blocked = null
  for (let held = nextHeld(client); held !== undefined; held = nextHeld(client)) {
    // Whoever sent it caused it, not what unblocked the client.
    world.cause = held.cause
    SERVICES[held.request.type](world, server, client, held.request)
  }
  world.cause = cause
}

function command(world: ClusterWorld, server: ServerState, client: ServedClient, message: Tagged<Message, 'command'>): void {
  const { offset } = server
  const outcome = execute(world, server, client, message)
  if (outcome === 'parked') {
    park(world, server, client, message)
    return
  }
  // A command that was not admitted leaves the offset that WAIT looks at alone (R61); since 7.2 so does one that writes nothing (R172).
  if (server.rules.waitsForOwnWrites ? server.offset > offset : !refused(outcome)) client.offset = server.offset
  if (outcome !== 'blocked') reply(world, client, outcome, message.write)
}

function refused(answer: Reply): boolean {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    'error' in answer &&
    (answer.error === NOREPLICAS || answer.error === READONLY)
  )
}

/** A paused server parks the sentinels' hellos too, and their PINGs behind them (R89). */
function publish(world: ClusterWorld, server: ServerState, client: ServedClient, message: Tagged<Message, 'publish'>): void {
  if (server.failover !== null) {
    park(world, server, client, message)
    return
  }
  publishHello(world, server, message.hello)
  if (server.role === 'primary') feedHello(world, server, message.hello)
  send(world, client.connection, 1, { type: 'published' })
}

/** `SLAVEOF` + `CONFIG REWRITE` + `CLIENT KILL`: every other client and sentinel loses its connection without a last word (R46). */
function reconfigure(
  world: ClusterWorld,
  server: ServerState,
  issuer: ServedClient,
  { sentinel, of }: Tagged<Message, 'reconfigure'>,
): void {
  hangUpOnClients(world, server, (id) => id !== issuer.connection)
  // While failing over REPLICAOF is refused; the rest of the transaction goes on (R156).
  if (server.failover === null) {
    if (of === null) promote(world, server, 'sentinel', sentinel)
    else follow(world, server, of, 'sentinel', sentinel)
  }
  rewriteConfig(world, server)
  send(world, issuer.connection, 1, { type: 'reconfigured' })
}
