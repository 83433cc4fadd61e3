import { type Connection, type Direction, END_OF_STREAM } from './connection'
import type { Side } from './end'
import type { Burst, Entry, Packet } from './entry'
import { depart, forward, pathOf, stall } from './flow'
import type { Protocol, World } from './model'
import { inOrder } from './queue'
import type { Micros } from './time'
import { connectionOf, forget } from './world'

/**
 * One side has died: nothing more arrives in either direction but the end of the stream. Where its system takes so long to clear up, that end
 * comes behind all that it had sent.
 */
export function sever<P extends Protocol>(
  world: World<P>,
  connection: Connection<P['message']>,
  side: Side,
  lingers: Micros,
): void {
  const connecting = connection.state === 'connecting'
  if (lingers === 0 || connecting) abandon(world, connection)
  // What comes for it is lost, and its host says so no earlier than with that end.
  else connection.reset = true
  connection.closed[side] = true
  const { waiting } = connection.directions[side]
  if (connecting && side === 0) {
    connection.state = 'closed'
    connection.closed[1] = true
    forget(world, connection, 1)
  } else if (waiting === null && pathOf(world, connection, side).open)
    depart(world, connection, side, world.now + lingers, END_OF_STREAM, world.cause, null)
  else forward(world, connection, side, END_OF_STREAM, world.cause, null)
}

/** Paths have been cut: what is on its way there is lost, and waits before everything else that waits. */
export function strand<P extends Protocol>(world: World<P>): void {
  const lost = new Map<
    Direction<P['message']>,
    { connection: Connection<P['message']>; side: Side; packets: Packet<P['message']>[] }
  >()
  for (const entry of inOrder(world.queue.filter(isOnItsWay))) {
    const { of: id, side } = entry
    const connection = connectionOf(world, id)
    if (connection === null || pathOf(world, connection, side).open) continue
    const direction = connection.directions[side]
    if (entry.generation !== direction.generation) continue
    const known = lost.get(direction)
    if (known === undefined) lost.set(direction, { connection, side, packets: [...packetsOf(entry)] })
    else known.packets.push(...packetsOf(entry))
  }
  for (const [direction, { connection, side, packets }] of lost) {
    direction.generation += 1
    stall(world, connection, side, [...packets, ...(direction.waiting ?? [])])
  }
}

/** Nothing of what is on its way or waits will arrive. */
export function abandon<P extends Protocol>(world: World<P>, connection: Connection<P['message']>): void {
  const { wire } = world.wiring
  if (wire !== null) {
    for (const entry of world.queue.filter(isOnItsWay)) {
      const { of: id, side } = entry
      if (id !== connection.id || entry.generation !== connection.directions[side].generation) continue
      for (const packet of packetsOf(entry)) wire.lost(packet.number, world.now)
    }
  }
  for (const direction of connection.directions) {
    for (const { number } of direction.waiting ?? []) wire?.lost(number, world.now)
    direction.generation += 1
    direction.waiting = null
  }
}

function isOnItsWay<M>(entry: Entry<M>): entry is Packet<M> | Burst<M> {
  return entry.type === 'packet' || entry.type === 'burst'
}

function packetsOf<M>(entry: Packet<M> | Burst<M>): readonly Packet<M>[] {
  return entry.type === 'burst' ? entry.item : [entry]
}
