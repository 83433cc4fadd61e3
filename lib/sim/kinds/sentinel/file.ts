import type { ConnectionId, Side } from '../../core/end'
import { integerIn } from '../../core/random'
import { send } from '../../core/transport'
import { timer } from '../../core/world'
import type { Message } from '../messages'
import type { ClusterWorld } from '../protocol'
import { LONGEST_FLUSH, SHORTEST_FLUSH } from './constants'
import type { SentinelState } from './state'

/** Begins to write the configuration file, because a vote was cast: it says nothing meanwhile (R100). */
export function flush(world: ClusterWorld, sentinel: SentinelState): void {
  if (sentinel.unsent !== null) return
  sentinel.unsent = []
  timer(world, sentinel.place, world.now + integerIn(sentinel.flushes, SHORTEST_FLUSH, LONGEST_FLUSH), 'flushed')
}

/** The configuration file is written: what has waited for that leaves. */
export function flushed(world: ClusterWorld, sentinel: SentinelState): void {
  const letters = sentinel.unsent ?? []
  sentinel.unsent = null
  for (const { connection, side, message, cause } of letters) {
    world.cause = cause
    send(world, connection, side, message)
  }
}

/** Sends a message, or keeps it until the configuration file is written. */
export function post(world: ClusterWorld, sentinel: SentinelState, connection: ConnectionId, side: Side, message: Message): void {
  if (sentinel.unsent === null) send(world, connection, side, message)
  else sentinel.unsent.push({ type: 'letter', connection, side, message, cause: world.cause })
}
