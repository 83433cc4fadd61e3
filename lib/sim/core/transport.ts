import { type Connection, END_OF_STREAM, newConnection } from './connection'
import { type ConnectionId, opposite, type Side } from './end'
import { depart, forward, pathOf } from './flow'
import { accept, attempt } from './handshake'
import { abandon } from './loss'
import type { Protocol, World } from './model'
import { delayOf } from './path'
import type { Place } from './place'
import type { Micros } from './time'
import { connectionOf, forget, placeAt } from './world'

/*
 * Connections that behave like TCP over a network that can be cut (R24): in order, delayed, silent when cut in either direction,
 * delivered by the retransmission after the heal, refused when the process is dead. Bytes on their way die with the process that sent
 * them: the latency of a link stands for what queues on the sender's side, not for light in a fibre.
 *
 * Here is what a process asks for. How a connection comes about is in `handshake.ts`, how bytes flow in `flow.ts`, what happens at their
 * end in `arrival.ts`, and what goes under in `loss.ts`.
 */

/** Opens a connection; ends in `opened` or `closed` of `from`, or in silence. What is sent meanwhile waits. */
export function connect<P extends Protocol>(world: World<P>, from: Place<P['message']>, to: Place<P['message']>): ConnectionId {
  const connection = begin(world, from, to)
  attempt(world, connection)
  return connection.id
}

/** A connection that was made before time zero. */
export function settledConnection<P extends Protocol>(
  world: World<P>,
  from: Place<P['message']>,
  to: Place<P['message']>,
): ConnectionId {
  const connection = begin(world, from, to)
  // Its SYN drew from the jitter, like every other.
  delayOf(pathOf(world, connection, 0))
  accept(world, connection)
  connection.state = 'open'
  connection.directions[0].waiting = null
  return connection.id
}

/** One-way delay of a message that leaves now. */
export function delay<P extends Protocol>(world: World<P>, id: ConnectionId, side: Side): Micros {
  const connection = connectionOf(world, id)
  return connection === null ? 0 : delayOf(pathOf(world, connection, side))
}

/** Puts a message on its way that left before time zero and has not arrived yet. */
export function settledMessage<P extends Protocol>(
  world: World<P>,
  id: ConnectionId,
  side: Side,
  left: Micros,
  message: P['message'],
): void {
  const connection = connectionOf(world, id)
  if (connection !== null) depart(world, connection, side, left, stamped(world, connection, side, message), world.cause, message)
}

/** Sends a message; it gets lost with a connection that is closed. */
export function send<P extends Protocol>(world: World<P>, id: ConnectionId, side: Side, message: P['message']): void {
  const connection = world.connections[id]
  if (connection === null || connection === undefined || connection.state === 'closed' || connection.closed[side]) return
  forward(world, connection, side, stamped(world, connection, side, message), world.cause, message)
}

/** Closes this side: what was sent still arrives, then the other side reads the end. */
export function close<P extends Protocol>(world: World<P>, id: ConnectionId, side: Side): void {
  const connection = connectionOf(world, id)
  if (connection === null || connection.state === 'closed' || connection.closed[side]) return
  if (connection.state === 'connecting') {
    connection.state = 'closed'
    abandon(world, connection)
    connection.closed[opposite(side)] = true
    forget(world, connection, opposite(side))
  } else forward(world, connection, side, END_OF_STREAM, world.cause, null)
  connection.closed[side] = true
  forget(world, connection, side)
}

function begin<P extends Protocol>(
  world: World<P>,
  from: Place<P['message']>,
  to: Place<P['message']>,
): Connection<P['message']> {
  const size = world.hosts.length
  const connection = newConnection<P['message']>({
    id: world.connections.length,
    ends: [from.index, to.index],
    paths: [from.hostIndex * size + to.hostIndex, to.hostIndex * size + from.hostIndex],
    incarnations: [from.incarnation, to.incarnation],
  })
  world.connections.push(connection)
  from.connections.push(connection.id)
  return connection
}

/** The number of a message that is sent now. */
function stamped<P extends Protocol>(
  world: World<P>,
  { id: connection, ends }: Connection<P['message']>,
  side: Side,
  message: P['message'],
): number {
  const { sent: id, cause } = world
  world.sent += 1
  if (world.wiring.wire !== null) {
    world.wiring.wire.sent(
      { id, connection, at: world.now, cause },
      placeAt(world, ends[side]),
      placeAt(world, ends[opposite(side)]),
      message,
    )
  }
  return id
}
