import { type Connection, FIRST_SYN_RETRY, LINEAR_SYN_RETRIES, LONGEST_RETRANSMISSION } from './connection'
import { forward, later, pathOf } from './flow'
import type { Protocol, World } from './model'
import { delayOf } from './path'
import { hand } from './process'
import { placeAt } from './world'

export function attempt<P extends Protocol>(world: World<P>, connection: Connection<P['message']>): void {
  const path = pathOf(world, connection, 0)
  if (path.open && pathOf(world, connection, 1).open) {
    later(world, delayOf(path), 'arrival', connection, 0)
    return
  }
  connection.attempts += 1
  const doublings = Math.max(0, connection.attempts - LINEAR_SYN_RETRIES)
  later(world, Math.min(FIRST_SYN_RETRY * 2 ** doublings, LONGEST_RETRANSMISSION), 'attempt', connection, 0)
}

export function arrive<P extends Protocol>(world: World<P>, connection: Connection<P['message']>): void {
  const { status, listensFrom } = placeAt(world, connection.ends[1])
  const alive = status !== 'dead' && world.now >= listensFrom
  if (alive) accept(world, connection)
  later(world, delayOf(pathOf(world, connection, 1)), alive ? 'established' : 'refused', connection, 0)
}

export function accept<P extends Protocol>(world: World<P>, connection: Connection<P['message']>): void {
  const target = placeAt(world, connection.ends[1])
  connection.incarnations[1] = target.incarnation
  target.connections.push(connection.id)
}

export function refuse<P extends Protocol>(world: World<P>, connection: Connection<P['message']>): void {
  connection.closed[1] = true
  hand(world, placeAt(world, connection.ends[0]), connection, 0, { type: 'refused', cause: world.cause })
}

export function establish<P extends Protocol>(world: World<P>, connection: Connection<P['message']>): void {
  connection.state = 'open'
  const direction = connection.directions[0]
  const waiting = direction.waiting ?? []
  direction.waiting = null
  const { cause } = world
  for (const { number, cause: by, item } of waiting) forward(world, connection, 0, number, by, item)
  hand(world, placeAt(world, connection.ends[0]), connection, 0, { type: 'opened', cause })
}
