import { type Connection, opposite, type Packet, type Side } from './connection'
import type { BurstEntry, DeliveryEntry, StepEntry, StepType } from './entry'
import { endOfStream, later, pathOf, retransmit } from './flow'
import { arrive, attempt, establish, refuse } from './handshake'
import type { Protocol, World } from './model'
import { delayOf } from './path'
import { hand } from './process'
import { connectionOf, placeAt } from './world'

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
