import type { Connection } from './connection'
import type { ConnectionId, Side } from './end'
import type { Kind, Protocol, Wiring, World } from './model'
import { type Layout, newPaths } from './path'
import { newPlace, type Place } from './place'
import { push } from './queue'
import { integerIn, newStream, type Stream } from './random'
import { type Micros, SECOND } from './time'

/** A world in which nothing has happened and nobody lives. */
export function newWorld<P extends Protocol>(layout: Layout, wiring: Wiring<P>): World<P> {
  const { seed, hosts } = layout
  return {
    seed,
    hosts,
    wallPhase: integerIn(newStream(seed, 'wall clock'), 0, SECOND - 1),
    now: 0,
    sequence: 0,
    dispatched: 0,
    emitted: 0,
    sent: 0,
    cause: null,
    queue: [],
    paths: newPaths(layout),
    places: [],
    connections: [],
    streams: {},
    serials: {},
    writes: [],
    changes: [],
    wiring,
  }
}

/** A place for a process of this kind. */
export function addPlace<P extends Protocol>(world: World<P>, host: string, kind: string): Place<P['message']> {
  const place = newPlace<P['message']>(world.places.length, host, world.hosts.indexOf(host), kind)
  world.places.push(place)
  return place
}

/** The place of a process. A scenario that was read names nothing that does not exist: if it does after all, the run stops here. */
export function placeOf<P extends Protocol>(world: World<P>, host: string, ...kinds: readonly string[]): Place<P['message']> {
  const place = world.places.find((one) => one.host === host && kinds.includes(one.kind))
  if (place === undefined) throw new Error(`no ${kinds} on host ${host}`)
  return place
}

/** What runs, or ran, at a place. */
export function kindAt<P extends Protocol>({ wiring }: World<P>, { index, host, kind }: Place<P['message']>): Kind<P> {
  const known = wiring.crew[index]
  if (known === undefined) throw new Error(`${host}: the kind ${kind} was not loaded`)
  return known
}

/** The place with this index. */
export function placeAt<P extends Protocol>(world: World<P>, index: number): Place<P['message']> {
  return world.places[index] as Place<P['message']>
}

/** The connection with this number; null when both sides are done with it. */
export function connectionOf<P extends Protocol>(world: World<P>, id: ConnectionId): Connection<P['message']> | null {
  return world.connections[id] ?? null
}

/** One side is done with a connection; once both are, or nobody was at the other, it is no more. */
export function forget<P extends Protocol>(world: World<P>, connection: Connection<P['message']>, side: Side): void {
  const place = placeAt(world, connection.ends[side])
  place.connections = place.connections.filter((id) => id !== connection.id)
  if (connection.closed[0] && connection.closed[1]) world.connections[connection.id] = null
}

/** Puts an event into the journal: it is the cause of what follows in this turn. */
export function emit<P extends Protocol>(world: World<P>, event: P['event']): void {
  world.cause = world.emitted
  world.emitted += 1
  if (world.wiring.journal !== null) world.wiring.journal.push(event)
}

/** The last of some events: that after which all of them had happened. */
export function latest(events: readonly (number | null)[]): number | null {
  return events.reduce((last, event) => (event !== null && (last === null || event > last) ? event : last), null)
}

/** Rings at the process of this place, under this name; void when it dies before. */
export function timer<P extends Protocol>(world: World<P>, place: number, at: Micros, name: string, argument = 0): void {
  setTimer(world, place, at, name, argument, world.cause)
}

/** A timer that rings because time has come, and for no other cause. */
export function clock<P extends Protocol>(world: World<P>, place: number, at: Micros, name: string, argument = 0): void {
  setTimer(world, place, at, name, argument, null)
}

function setTimer<P extends Protocol>(
  world: World<P>,
  place: number,
  at: Micros,
  name: string,
  argument: number,
  cause: number | null,
): void {
  const { incarnation: generation } = placeAt(world, place)
  push(world.queue, {
    type: 'timer',
    at,
    seq: nextSequence(world),
    generation,
    of: place,
    side: 0,
    number: argument,
    cause,
    item: name,
  })
}

/** The number of the next entry of the queue. */
export function nextSequence<P extends Protocol>(world: World<P>): number {
  const seq = world.sequence
  world.sequence = seq + 1
  return seq
}

/** A stream of chance that outlives whoever draws from it. */
export function streamOf<P extends Protocol>(world: World<P>, name: string): Stream {
  const stream = world.streams[name] ?? newStream(world.seed, name)
  world.streams[name] = stream
  return stream
}

/** The next number of a series, from 0. */
export function serial<P extends Protocol>(world: World<P>, series: string): number {
  const number = world.serials[series] ?? 0
  world.serials[series] = number + 1
  return number
}

/** Whole seconds of the wall clock, the same on every host (R1). */
export function unixtime<P extends Protocol>(world: World<P>, at: Micros = world.now): number {
  return Math.floor((at + world.wallPhase) / SECOND)
}
