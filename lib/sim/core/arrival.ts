import { type Connection, END_OF_STREAM } from './connection'
import { opposite, type Side } from './end'
import type { Burst, Packet, StepEntry, StepType } from './entry'
import { heldBack, later, pathOf, retransmit } from './flow'
import { arrive, attempt, establish, refuse } from './handshake'
import type { Protocol, World } from './model'
import { delayOf } from './path'
import { hand } from './process'
import { connectionOf, placeAt } from './world'

/** A packet has come to the end of its way. */
export function deliver<P extends Protocol>(world: World<P>, packet: Packet<P['message']>): void {
  const { generation, of: id, side } = packet
  const connection = world.connections[id]
  if (connection === null || connection === undefined) world.wiring.wire?.lost(packet.number, world.now)
  else if (connection.directions[side].generation === generation) receive(world, connection, opposite(side), packet)
}

/** What a retransmission has brought arrives, one after the other. */
export function deliverAll<P extends Protocol>(world: World<P>, burst: Burst<P['message']>): void {
  const { generation, of: id, side, item: packets } = burst
  const connection = connectionOf(world, id)
  if (connection !== null && connection.directions[side].generation !== generation) return
  for (const packet of packets) {
    if (connection === null) world.wiring.wire?.lost(packet.number, world.now)
    else receive(world, connection, opposite(side), packet)
  }
}

/** A step of TCP; void when its direction has changed since. */
export function takeStep<P extends Protocol>(world: World<P>, { type, generation, of: id, side, cause }: StepEntry): void {
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
  reset: (world, connection, side) =>
    receive(world, connection, side, heldBack(world, connection, opposite(side), END_OF_STREAM, world.cause, null)),
  retransmission: retransmit,
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
    world.wiring.wire?.lost(packet.number, world.now)
    reset(world, connection, side)
  } else hand(world, place, connection, side, packet)
}

/** Bytes have reached a side that is gone: its host says so at once, even when the end of the stream still waits for its timer. */
function reset<P extends Protocol>(world: World<P>, connection: Connection<P['message']>, side: Side): void {
  const other = opposite(side)
  const path = pathOf(world, connection, side)
  if (connection.reset || connection.closed[other] || !path.open) return
  connection.reset = true
  later(world, delayOf(path), 'reset', connection, other)
}
