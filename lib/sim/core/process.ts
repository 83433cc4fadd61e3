import type { Connection } from './connection'
import type { ConnectionId, Side } from './end'
import type { Packet, TimerEntry } from './entry'
import type { Protocol, World } from './model'
import type { Arrival, Place, Wake } from './place'
import { connectionOf, forget, kindAt, placeAt } from './world'

/** Something has reached a process: it reads it, unless it is frozen. */
export function hand<P extends Protocol>(
  world: World<P>,
  place: Place<P['message']>,
  connection: Connection<P['message']>,
  side: Side,
  arrival: Arrival<P['message']>,
): void {
  if (place.status === 'paused') place.inbox.push({ type: 'wake', connection: connection.id, side, arrival })
  else notify(world, place, connection, side, arrival)
}

/** A timer of a process rings, unless the process has died since; a frozen one hears it later. */
export function fire<P extends Protocol>(world: World<P>, entry: TimerEntry): void {
  const place = placeAt(world, entry.of)
  if (place.incarnation !== entry.generation) return
  if (place.status === 'paused') place.overdue.push(entry)
  else ring(world, place, entry)
}

/**
 * A process that wakes reads what has piled up: socket after socket, in the order in which they first had something, each with all its
 * data at once; then come its overdue timers. Behind data, the end of a stream is only seen in the next turn (R2).
 */
export function catchUp<P extends Protocol>(world: World<P>, place: Place<P['message']>): void {
  const { turn, next } = takeInbox(place)
  const overdue = place.overdue
  place.overdue = []
  readAll(world, place, turn)
  for (const entry of overdue) ring(world, place, entry)
  readAll(world, place, next)
}

function readAll<P extends Protocol>(world: World<P>, place: Place<P['message']>, wakes: readonly Wake<P['message']>[]): void {
  for (const { connection: id, side, arrival } of wakes) {
    const connection = connectionOf(world, id)
    if (connection !== null && !connection.closed[side]) notify(world, place, connection, side, arrival)
    else if (isPacket(arrival)) world.wiring.wire?.lost(arrival.number, world.now)
  }
}

function takeInbox<M>(place: Place<M>): { readonly turn: readonly Wake<M>[]; readonly next: readonly Wake<M>[] } {
  const sockets = new Map<ConnectionId, Wake<M>[]>()
  for (const wake of place.inbox) sockets.set(wake.connection, [...(sockets.get(wake.connection) ?? []), wake])
  place.inbox = []
  const turn: Wake<M>[] = []
  const next: Wake<M>[] = []
  for (const wakes of sockets.values()) {
    const last = wakes.at(-1)?.arrival
    const ends = wakes.length > 1 && last?.type === 'packet' && last.item === null
    turn.push(...(ends ? wakes.slice(0, -1) : wakes))
    next.push(...(ends ? wakes.slice(-1) : []))
  }
  return { turn, next }
}

function ring<P extends Protocol>(
  world: World<P>,
  place: Place<P['message']>,
  { item: name, number: argument, cause }: TimerEntry,
): void {
  const kind = kindAt(world, place)
  const state = living(place)
  world.cause = cause
  kind.timers[name]?.(world, state, argument)
  if (kind.turned !== undefined) kind.turned(world, state, null)
}

function notify<P extends Protocol>(
  world: World<P>,
  place: Place<P['message']>,
  connection: Connection<P['message']>,
  side: Side,
  arrival: Arrival<P['message']>,
): void {
  world.cause = arrival.cause
  if (isPacket(arrival)) {
    if (arrival.item === null) end(world, place, connection, side, 'closed')
    else read(world, place, connection, arrival.number, arrival.item)
  } else if (arrival.type === 'opened') kindAt(world, place).opened(world, living(place), connection.id)
  else end(world, place, connection, side, 'refused')
}

function read<P extends Protocol>(
  world: World<P>,
  place: Place<P['message']>,
  connection: Connection<P['message']>,
  id: number,
  message: P['message'],
): void {
  const { wire } = world.wiring
  if (wire !== null) wire.arrived(id, world.now)
  const kind = kindAt(world, place)
  const state = living(place)
  const handler = kind.on[message.type]
  if (handler !== undefined) handler(world, state, message, connection.id)
  if (kind.turned !== undefined) kind.turned(world, state, message)
}

function isPacket<M>(arrival: Arrival<M>): arrival is Packet<M> {
  return arrival.type === 'packet'
}

function end<P extends Protocol>(
  world: World<P>,
  place: Place<P['message']>,
  connection: Connection<P['message']>,
  side: Side,
  reason: 'closed' | 'refused',
): void {
  connection.state = 'closed'
  connection.closed[side] = true
  forget(world, connection, side)
  kindAt(world, place).closed(world, living(place), connection.id, side, reason)
}

function living({ host, kind, state }: Place<unknown>): object {
  if (state === null) throw new Error(`${host}: no ${kind} runs`)
  return state
}
