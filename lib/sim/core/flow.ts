import {
  type Connection,
  END_OF_STREAM,
  FIRST_RETRANSMISSION,
  LONGEST_RETRANSMISSION,
  opposite,
  type Packet,
  type Side,
} from './connection'
import type { StepType } from './entry'
import type { Protocol, World } from './model'
import { delayOf, type Path } from './path'
import { push } from './queue'
import type { Micros } from './time'
import { nextSequence } from './world'

/** What a side has sent leaves at once, or waits. */
export function forward<P extends Protocol>(
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

/** Schedules a delivery. */
export function depart<P extends Protocol>(
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

/** The path has failed: what comes now waits for the retransmission timer. */
export function stall<P extends Protocol>(
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

export function retransmit<P extends Protocol>(world: World<P>, connection: Connection<P['message']>, side: Side): void {
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

export function later<P extends Protocol>(
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

export function endOfStream<P extends Protocol>(
  { cause }: World<P>,
  { id: connection }: Connection<P['message']>,
  side: Side,
): Packet<P['message']> {
  return { type: 'packet', id: -1, connection, side, cause, message: END_OF_STREAM }
}

/** The path from this side to the other. */
export function pathOf<P extends Protocol>(world: World<P>, { paths }: Connection<P['message']>, side: Side): Path {
  return world.paths[paths[side]] as Path
}
