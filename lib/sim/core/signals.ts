import { abandon, sever } from './loss'
import type { Protocol, World } from './model'
import type { Place } from './place'
import { catchUp } from './process'
import { connectionOf, kindAt } from './world'

/** SIGKILL: the process is gone, with everything it had not yet delivered. What it had written to its files stays. */
export function kill<P extends Protocol>(world: World<P>, place: Place<P['message']>): void {
  const { connections, inbox, state } = place
  const { lingers = 0 } = kindAt(world, place)
  if (state !== null) place.files = kindAt(world, place).files(state)
  place.status = 'dead'
  place.incarnation += 1
  place.state = null
  place.connections = []
  place.inbox = []
  place.overdue = []
  for (const { arrival } of inbox) if (arrival.type === 'packet') world.wiring.wire?.lost(arrival.number, world.now)
  for (const id of connections) {
    const connection = connectionOf(world, id)
    if (connection !== null) sever(world, connection, connection.ends[0] === place.index ? 0 : 1, lingers)
  }
}

/** Starts a process again after its death, from its files. */
export function start<P extends Protocol>(world: World<P>, place: Place<P['message']>): void {
  place.status = 'running'
  const { files } = place
  place.files = null
  place.state = kindAt(world, place).started(world, place, world.wiring.specs[place.index], files)
}

/** SIGSTOP. */
export function pause<P extends Protocol>(world: World<P>, place: Place<P['message']>): void {
  place.status = 'paused'
  place.pausedAt = world.now
}

/** SIGCONT. */
export function resume<P extends Protocol>(world: World<P>, place: Place<P['message']>): void {
  place.status = 'running'
  place.resumedAt = world.now
  catchUp(world, place)
}

/** The host has lost its power: its process is gone, and with it what the system had not yet written to the disk, even if it had died before. */
export function losePower<P extends Protocol>(world: World<P>, place: Place<P['message']>): void {
  const { connections } = place
  kill(world, place)
  // Nobody is left to say so: a peer hears of it when something of its own arrives (R74).
  for (const id of connections) {
    const connection = connectionOf(world, id)
    if (connection !== null) abandon(world, connection)
  }
  const { fsynced } = kindAt(world, place)
  if (fsynced !== undefined) place.files = fsynced(place.files)
}
