import {
  type Connection,
  type ConnectionId,
  type Direction,
  END_OF_STREAM,
  FIRST_RETRANSMISSION,
  FIRST_SYN_RETRY,
  LINEAR_SYN_RETRIES,
  LONGEST_RETRANSMISSION,
  newConnection,
  opposite,
  type Packet,
  type Side,
} from './connection'
import type { BurstEntry, DeliveryEntry, Entry, StepEntry, StepType } from './entry'
import type { Protocol, World } from './model'
import { delayOf, type Path } from './path'
import type { Place } from './place'
import { hand } from './process'
import { inOrder, push } from './queue'
import type { Micros } from './time'
import { connectionOf, forget, nextSequence, placeAt } from './world'

/*
 * Connections that behave like TCP over a network that can be cut (R24): in order, delayed, silent when cut in either direction,
 * delivered by the retransmission after the heal, refused when the process is dead. Bytes on their way die with the process that sent
 * them: the latency of a link stands for what queues on the sender's side, not for light in a fibre.
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
  if (connection !== null) depart(world, connection, side, left, stamped(world, connection, side, message))
}

/** Sends a message; it gets lost with a connection that is closed. */
export function send<P extends Protocol>(world: World<P>, id: ConnectionId, side: Side, message: P['message']): void {
  const connection = world.connections[id]
  if (connection === null || connection === undefined || connection.state === 'closed' || connection.closed[side]) return
  forward(world, connection, side, stamped(world, connection, side, message))
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
  } else forward(world, connection, side, endOfStream(world, connection, side))
  connection.closed[side] = true
  forget(world, connection, side)
}

/** One side has died: nothing more arrives in either direction but the end of the stream. */
export function sever<P extends Protocol>(world: World<P>, connection: Connection<P['message']>, side: Side): void {
  const connecting = connection.state === 'connecting'
  abandon(world, connection)
  connection.closed[side] = true
  if (connecting && side === 0) {
    connection.state = 'closed'
    connection.closed[1] = true
    forget(world, connection, 1)
  } else if (pathOf(world, connection, side).open)
    depart(world, connection, side, world.now, endOfStream(world, connection, side))
  else stall(world, connection, side, [endOfStream(world, connection, side)])
}

/** Paths have been cut: what is on its way there is lost, and waits before everything else that waits. */
export function strand<P extends Protocol>(world: World<P>): void {
  const lost = new Map<
    Direction<P['message']>,
    { connection: Connection<P['message']>; side: Side; packets: Packet<P['message']>[] }
  >()
  for (const entry of inOrder(world.queue.filter(isOnItsWay))) {
    const { connection: id, side } = entry.item
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

/** A packet has come to the end of its way. */
export function deliver<P extends Protocol>(world: World<P>, entry: DeliveryEntry<P['message']>): void {
  const { generation, item: packet } = entry
  const { connection: id, side } = packet
  const connection = world.connections[id]
  if (connection === null || connection === undefined) world.wiring.wire?.lost(packet.id, world.now)
  else if (connection.directions[side].generation === generation) receive(world, connection, opposite(side), packet)
}

/** What a retransmission has brought arrives, one after the other. */
export function deliverAll<P extends Protocol>(world: World<P>, entry: BurstEntry<P['message']>): void {
  const { generation, item } = entry
  const { connection: id, side, packets } = item
  const connection = connectionOf(world, id)
  if (connection !== null && connection.directions[side].generation !== generation) return
  for (const packet of packets) {
    if (connection === null) world.wiring.wire?.lost(packet.id, world.now)
    else receive(world, connection, opposite(side), packet)
  }
}

/** A step of TCP; void when its direction has changed since. */
export function takeStep<P extends Protocol>(world: World<P>, { type, generation, item }: StepEntry): void {
  const { connection: id, side, cause } = item
  const connection = connectionOf(world, id)
  if (connection === null || connection.directions[side].generation !== generation) return
  world.cause = cause
  STEPS[type](world, connection, side)
}

type TakeStep = <P extends Protocol>(world: World<P>, connection: Connection<P['message']>, side: Side) => void

const STEPS: Readonly<Record<StepType, TakeStep>> = {
  attempt,
  arrival: arrive,
  established: establish,
  refused: refuse,
  reset: (world, connection, side) => receive(world, connection, side, endOfStream(world, connection, opposite(side))),
  retransmission: retransmit,
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

function stamped<P extends Protocol>(
  world: World<P>,
  { id: connection, ends }: Connection<P['message']>,
  side: Side,
  message: P['message'],
): Packet<P['message']> {
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
  return { type: 'packet', id, connection, side, cause, message }
}

function endOfStream<P extends Protocol>(
  { cause }: World<P>,
  { id: connection }: Connection<P['message']>,
  side: Side,
): Packet<P['message']> {
  return { type: 'packet', id: -1, connection, side, cause, message: END_OF_STREAM }
}

/** What a side has sent leaves at once, or waits. */
function forward<P extends Protocol>(
  world: World<P>,
  connection: Connection<P['message']>,
  side: Side,
  packet: Packet<P['message']>,
): void {
  const direction = connection.directions[side]
  if (direction.waiting !== null) direction.waiting.push(packet)
  else if (!pathOf(world, connection, side).open || acknowledgementsLost(world, connection, side))
    stall(world, connection, side, [packet])
  else depart(world, connection, side, world.now, packet)
}

/** What has arrived at a side: its process reads it; where that is gone, its host says so. */
function receive<P extends Protocol>(
  world: World<P>,
  connection: Connection<P['message']>,
  side: Side,
  packet: Packet<P['message']>,
): void {
  const place = placeAt(world, connection.ends[side])
  if (connection.closed[side] || place.incarnation !== connection.incarnations[side]) {
    world.wiring.wire?.lost(packet.id, world.now)
    reset(world, connection, side)
  } else hand(world, connection, side, packet)
}

/** Bytes have reached a side that is gone: its host says so at once, even when the end of the stream still waits for its timer. */
function reset<P extends Protocol>(world: World<P>, connection: Connection<P['message']>, side: Side): void {
  const other = opposite(side)
  const path = pathOf(world, connection, side)
  if (connection.reset || connection.closed[other] || !path.open) return
  connection.reset = true
  later(world, delayOf(path), 'reset', connection, other)
}

/** Nothing of what is on its way or waits will arrive. */
function abandon<P extends Protocol>(world: World<P>, connection: Connection<P['message']>): void {
  const { wire } = world.wiring
  if (wire !== null) {
    for (const entry of world.queue.filter(isOnItsWay)) {
      const { connection: id, side } = entry.item
      if (id !== connection.id || entry.generation !== connection.directions[side].generation) continue
      for (const packet of packetsOf(entry)) wire.lost(packet.id, world.now)
    }
  }
  for (const direction of connection.directions) {
    for (const { id } of direction.waiting ?? []) wire?.lost(id, world.now)
    direction.generation += 1
    direction.waiting = null
  }
}

function isOnItsWay<M>(entry: Entry<M>): entry is DeliveryEntry<M> | BurstEntry<M> {
  return entry.type === 'delivery' || entry.type === 'burst'
}

function packetsOf<M>(entry: DeliveryEntry<M> | BurstEntry<M>): readonly Packet<M>[] {
  return entry.type === 'burst' ? entry.item.packets : [entry.item]
}

/** The path from this side to the other. */
function pathOf<P extends Protocol>(world: World<P>, { paths }: Connection<P['message']>, side: Side): Path {
  return world.paths[paths[side]] as Path
}

function later<P extends Protocol>(
  world: World<P>,
  after: Micros,
  type: StepType,
  connection: Connection<P['message']>,
  side: Side,
): void {
  const { generation } = connection.directions[side]
  const item = { connection: connection.id, side, cause: world.cause }
  push(world.queue, { type, at: world.now + after, seq: nextSequence(world), generation, item })
}

function attempt<P extends Protocol>(world: World<P>, connection: Connection<P['message']>): void {
  const path = pathOf(world, connection, 0)
  if (path.open && pathOf(world, connection, 1).open) {
    later(world, delayOf(path), 'arrival', connection, 0)
    return
  }
  connection.attempts += 1
  const doublings = Math.max(0, connection.attempts - LINEAR_SYN_RETRIES)
  later(world, Math.min(FIRST_SYN_RETRY * 2 ** doublings, LONGEST_RETRANSMISSION), 'attempt', connection, 0)
}

function arrive<P extends Protocol>(world: World<P>, connection: Connection<P['message']>): void {
  const alive = placeAt(world, connection.ends[1]).status !== 'dead'
  if (alive) accept(world, connection)
  later(world, delayOf(pathOf(world, connection, 1)), alive ? 'established' : 'refused', connection, 0)
}

function refuse<P extends Protocol>(world: World<P>, connection: Connection<P['message']>): void {
  connection.closed[1] = true
  hand(world, connection, 0, { type: 'refused', cause: world.cause })
}

function accept<P extends Protocol>(world: World<P>, connection: Connection<P['message']>): void {
  const target = placeAt(world, connection.ends[1])
  connection.incarnations[1] = target.incarnation
  target.connections.push(connection.id)
}

function establish<P extends Protocol>(world: World<P>, connection: Connection<P['message']>): void {
  connection.state = 'open'
  const direction = connection.directions[0]
  const waiting = direction.waiting ?? []
  direction.waiting = null
  const { cause } = world
  for (const packet of waiting) forward(world, connection, 0, packet)
  hand(world, connection, 0, { type: 'opened', cause })
}

/** A sender that hears no acknowledgement goes on for one retransmission timeout, then sends nothing new. */
function acknowledgementsLost<P extends Protocol>(world: World<P>, connection: Connection<P['message']>, side: Side): boolean {
  const direction = connection.directions[side]
  if (pathOf(world, connection, opposite(side)).open) {
    direction.unacknowledgedSince = -1
    return false
  }
  if (direction.unacknowledgedSince < 0) direction.unacknowledgedSince = world.now
  return world.now - direction.unacknowledgedSince > FIRST_RETRANSMISSION
}

/** Schedules a delivery. */
function depart<P extends Protocol>(
  world: World<P>,
  connection: Connection<P['message']>,
  side: Side,
  left: Micros,
  packet: Packet<P['message']>,
): void {
  const at = arrivalOf(world, connection, side, left)
  const { generation } = connection.directions[side]
  push(world.queue, { type: 'delivery', at, seq: nextSequence(world), generation, item: packet })
}

/** When what leaves now arrives: behind everything that left before. */
function arrivalOf<P extends Protocol>(world: World<P>, connection: Connection<P['message']>, side: Side, left: Micros): Micros {
  const direction = connection.directions[side]
  direction.lastArrival = Math.max(left + delayOf(pathOf(world, connection, side)), direction.lastArrival)
  return direction.lastArrival
}

/** The path has failed: what comes now waits for the retransmission timer. */
function stall<P extends Protocol>(
  world: World<P>,
  connection: Connection<P['message']>,
  side: Side,
  waiting: Packet<P['message']>[],
): void {
  const direction = connection.directions[side]
  direction.waiting = waiting
  direction.stalledAt = world.now
  later(world, FIRST_RETRANSMISSION, 'retransmission', connection, side)
}

function retransmit<P extends Protocol>(world: World<P>, connection: Connection<P['message']>, side: Side): void {
  const direction = connection.directions[side]
  if (pathOf(world, connection, 0).open && pathOf(world, connection, 1).open) {
    const packets = direction.waiting ?? []
    direction.waiting = null
    direction.unacknowledgedSince = -1
    const at = arrivalOf(world, connection, side, world.now)
    const { generation } = direction
    const item = { connection: connection.id, side, packets }
    push(world.queue, { type: 'burst', at, seq: nextSequence(world), generation, item })
  } else {
    // The silence so far, once more: in all it doubles.
    later(world, Math.min(world.now - direction.stalledAt, LONGEST_RETRANSMISSION), 'retransmission', connection, side)
  }
}
