import type { ConnectionId } from '../../core/end'
import { MILLISECOND, type Micros } from '../../core/time'
import { close, connect, send } from '../../core/transport'
import { emit, placeAt, placeOf, timer } from '../../core/world'
import type { ClusterWorld } from '../protocol'
import { abandon, type ClientState, type Discovery } from './state'

/** Between two attempts of a client that was refused or found no primary. */
const RETRY_DELAY: Micros = 100 * MILLISECOND
/** A sentinel that does not answer for this long is passed over; "a short timeout" in the protocol (R126). */
const SENTINEL_TIMEOUT: Micros = 300 * MILLISECOND
/** The same for a server that does not accept. */
const CONNECT_TIMEOUT: Micros = 500 * MILLISECOND

/** Looks for a connection again: at once after one that broke, a little later after one that was refused or led nowhere. */
export function startSession(world: ClusterWorld, client: ClientState, after: 'start' | 'closed' | 'refused' | 'timeout'): void {
  client.attempt += 1
  const { discovery } = client
  if (after === 'refused') timer(world, client.place, world.now + RETRY_DELAY, 'retry', client.attempt)
  else if (discovery === null) connectTo(world, client, client.spec.connect)
  else {
    discovery.asked = 0
    askNext(world, client, discovery)
  }
}

/** Asks the next sentinel who the primary is; after a whole round without an answer, waits and starts over (R126). */
export function askNext(world: ClusterWorld, client: ClientState, discovery: Discovery): void {
  closeSession(world, client)
  client.attempt += 1
  const { sentinels } = discovery
  if (discovery.asked === sentinels.length) {
    startSession(world, client, 'refused')
    return
  }
  discovery.asked += 1
  discovery.position = (discovery.position + 1) % sentinels.length
  const sentinel = sentinels[discovery.position] as string
  const connection = connect(world, placeAt(world, client.place), placeOf(world, sentinel, 'sentinel'))
  client.session = { type: 'asking', connection, sentinel }
  send(world, connection, 0, { type: 'get-master-addr' })
  timer(world, client.place, world.now + SENTINEL_TIMEOUT, 'sentinel', client.attempt)
}

/** A sentinel has named the primary: connects to it. */
export function primaryNamed(world: ClusterWorld, client: ClientState, connection: ConnectionId, primary: string): void {
  const { session, discovery } = client
  if (discovery === null || session.type !== 'asking' || session.connection !== connection) return
  // The same sentinel is asked first the next time.
  discovery.position -= 1
  emit(world, { at: world.now, host: client.host, type: 'resolve', by: world.cause, sentinel: session.sentinel, primary })
  closeSession(world, client)
  client.attempt += 1
  connectTo(world, client, primary)
  timer(world, client.place, world.now + CONNECT_TIMEOUT, 'connect', client.attempt)
}

/** The server's ROLE is known: anything but a primary leads back to the sentinels. */
export function verified(world: ClusterWorld, client: ClientState, isPrimary: boolean): void {
  const { session } = client
  if (session.type !== 'verifying') return
  client.attempt += 1
  if (isPrimary) ready(world, client, session.connection, session.server)
  else leave(world, client, 'not-primary', 'refused')
}

/** A write met a replica: for a client that asks the sentinels this is no longer the primary. */
export function metReplica(world: ClusterWorld, client: ClientState): void {
  if (client.discovery !== null) leave(world, client, 'readonly', 'closed')
}

/** The connection may be used from now on. */
export function ready(world: ClusterWorld, client: ClientState, connection: ConnectionId, server: string): void {
  client.session = { type: 'ready', connection, server }
  emit(world, { at: world.now, host: client.host, type: 'connect', by: world.cause, server })
}

function connectTo(world: ClusterWorld, client: ClientState, server: string): void {
  const connection = connect(world, placeAt(world, client.place), placeOf(world, server, 'redis', 'mysql'))
  client.session = { type: 'connecting', connection, server }
}

function leave(world: ClusterWorld, client: ClientState, reason: 'readonly' | 'not-primary', after: 'closed' | 'refused'): void {
  const { session } = client
  if (session.type !== 'verifying' && session.type !== 'ready') return
  closeSession(world, client)
  emit(world, { at: world.now, host: client.host, type: 'disconnect', by: world.cause, server: session.server, reason })
  startSession(world, client, after)
}

function closeSession(world: ClusterWorld, client: ClientState): void {
  if (client.session.type !== 'idle') close(world, client.session.connection, 0)
  abandon(client)
}
