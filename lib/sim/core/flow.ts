import { type Connection, FIRST_RETRANSMISSION, LONGEST_RETRANSMISSION } from './connection'
import { opposite, type Side } from './end'
import type { Packet, StepType } from './entry'
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
  number: number,
  cause: number | null,
  message: P['message'] | null,
): void {
  const { waiting } = connection.directions[side]
  if (waiting !== null) waiting.push(heldBack(world, connection, side, number, cause, message))
  else if (!pathOf(world, connection, side).open || acknowledgementsLost(world, connection, side))
    stall(world, connection, side, [heldBack(world, connection, side, number, cause, message)])
  else depart(world, connection, side, world.now, number, cause, message)
}

/** Schedules its arrival. */
export function depart<P extends Protocol>(
  world: World<P>,
  connection: Connection<P['message']>,
  side: Side,
  left: Micros,
  number: number,
  cause: number | null,
  message: P['message'] | null,
): void {
  const at = arrivalOf(world, connection, side, left)
  push(world.queue, newPacket(connection, side, at, nextSequence(world), number, cause, message))
}

/** A packet that waits for a path. */
export function heldBack<P extends Protocol>(
  world: World<P>,
  connection: Connection<P['message']>,
  side: Side,
  number: number,
  cause: number | null,
  message: P['message'] | null,
): Packet<P['message']> {
  return newPacket(connection, side, world.now, -1, number, cause, message)
}

function newPacket<M>(
  { id: of, directions }: Connection<M>,
  side: Side,
  at: Micros,
  seq: number,
  number: number,
  cause: number | null,
  item: M | null,
): Packet<M> {
  return { type: 'packet', at, seq, generation: directions[side].generation, of, side, number, cause, item }
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
    const { id: of } = connection
    push(world.queue, {
      type: 'burst',
      at,
      seq: nextSequence(world),
      generation,
      of,
      side,
      number: 0,
      cause: null,
      item: packets,
    })
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
  const { id: of } = connection
  const at = world.now + after
  push(world.queue, { type, at, seq: nextSequence(world), generation, of, side, number: 0, cause: world.cause, item: null })
}

/** The path from this side to the other. */
export function pathOf<P extends Protocol>(world: World<P>, { paths }: Connection<P['message']>, side: Side): Path {
  return world.paths[paths[side]] as Path
}
