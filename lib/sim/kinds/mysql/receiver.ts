import { copied } from '../../core/copy'
import type { ConnectionId } from '../../core/end'
import type { Tagged } from '../../core/model'
import { SECOND } from '../../core/time'
import { close, connect, send } from '../../core/transport'
import { clock, emit, placeAt, placeOf, timer } from '../../core/world'
import type { Message } from '../messages'
import type { ClusterWorld } from '../protocol'
import { REGISTRATION, RELAY_WRITE } from './constants'
import { has, include } from './gtid'
import type { MysqlState, Receiver } from './state'

/** Can't connect, the last attempt. */
const CANNOT_CONNECT = 2003

/** `START REPLICA` of the thread that receives: its semi-sync setting counts as it is now (Y12). */
export function startReceiver(world: ClusterWorld, server: MysqlState): void {
  const { receiver, conf } = server
  if (receiver.state !== 'stopped') return
  receiver.semisync = conf.rpl_semi_sync_replica_enabled === 'ON'
  receiver.errno = 0
  connectNow(world, server)
}

/** It stops, by itself with an error, or because somebody stops it. */
export function stopReceiver(world: ClusterWorld, server: MysqlState, errno: number | null): void {
  const { receiver } = server
  if (receiver.state === 'stopped') return
  hangUp(world, receiver)
  receiver.state = 'stopped'
  receiver.errno = errno ?? 0
  receiver.incoming = []
  tell(world, server, 'stopped', errno)
}

/** Y26: at once after a link that broke. */
function connectNow(world: ClusterWorld, server: MysqlState): void {
  server.receiver.attempts = 0
  tryAgain(world, server)
}

function tryAgain(world: ClusterWorld, server: MysqlState): void {
  const { receiver, channel, place, conf } = server
  if (channel.of === null) return
  receiver.attempt += 1
  receiver.attempts += 1
  receiver.state = 'connecting'
  if (receiver.attempts === 1) tell(world, server, 'connecting', null)
  receiver.connection = connect(world, placeAt(world, place), placeOf(world, channel.of, 'mysql'))
  // An attempt that nobody answers lasts as long as the patience with a link (Y26).
  timer(world, place, world.now + conf.replica_net_timeout * SECOND, 'attempt', receiver.attempt)
}

/** The timers of a receiver, each with the number of the attempt that it was set in. */
export function register(world: ClusterWorld, server: MysqlState, attempt: number): void {
  const { receiver, host, executed, received } = server
  if (attempt !== receiver.attempt || receiver.connection === null) return
  receiver.state = 'requested'
  const known = copied(executed)
  for (const one of server.relay) include(known, one)
  for (const { transaction } of receiver.incoming) include(known, transaction)
  for (const origin of Object.keys(received)) delete received[origin]
  for (const one of server.relay) include(received, one)
  const { semisync } = receiver
  send(world, receiver.connection, 0, { type: 'dump', host, known, semisync, heartbeat: heartbeatOf(server) })
}

export function attemptOver(world: ClusterWorld, server: MysqlState, attempt: number): void {
  const { receiver } = server
  if (attempt === receiver.attempt && receiver.state !== 'up') attemptFailed(world, server)
}

export function retry(world: ClusterWorld, server: MysqlState, attempt: number): void {
  if (attempt === server.receiver.attempt) tryAgain(world, server)
}

export function silence(world: ClusterWorld, server: MysqlState, attempt: number): void {
  const { receiver } = server
  if (attempt !== receiver.attempt) return
  if (world.now >= patience(server)) lose(world, server)
  else clock(world, server.place, patience(server), 'silence', attempt)
}

/** The connection to the source is there. */
export function connected(world: ClusterWorld, { receiver, place }: MysqlState, connection: ConnectionId): void {
  if (connection === receiver.connection) timer(world, place, world.now + REGISTRATION, 'register', receiver.attempt)
}

/** The connection to the source has ended, or was refused. */
export function disconnected(world: ClusterWorld, server: MysqlState): void {
  if (server.receiver.state === 'up') lose(world, server)
  else attemptFailed(world, server)
}

function lose(world: ClusterWorld, server: MysqlState): void {
  hangUp(world, server.receiver)
  tell(world, server, 'lost', null)
  connectNow(world, server)
}

function attemptFailed(world: ClusterWorld, server: MysqlState): void {
  const { receiver, channel, place } = server
  hangUp(world, receiver)
  if (receiver.attempts >= channel.retryCount) stopReceiver(world, server, CANNOT_CONNECT)
  else timer(world, place, world.now + channel.connectRetry * SECOND, 'retry', receiver.attempt)
}

/** What comes from the source. */
export const fromSource = {
  'binlog-event'(world: ClusterWorld, server: MysqlState, message: Tagged<Message, 'binlog-event'>, connection: ConnectionId) {
    const { receiver, place } = server
    if (!heard(world, server, connection)) return
    const { transaction, position, ask } = message
    if (receiver.incoming.length === 0) timer(world, place, world.now + RELAY_WRITE, 'relay')
    receiver.incoming.push({ transaction, position, ask, cause: world.cause })
  },
  heartbeat(world: ClusterWorld, server: MysqlState, { position, ask }: Tagged<Message, 'heartbeat'>, connection: ConnectionId) {
    if (heard(world, server, connection) && ask) acknowledge(world, server.receiver, position)
  },
}

/** Y9: written to the relay log, to the system and no further; then acknowledged. Nothing is applied yet. */
export function writeRelay(world: ClusterWorld, server: MysqlState): void {
  const { receiver, host, received, executed } = server
  const { incoming } = receiver
  receiver.incoming = []
  for (const { transaction, position, ask, cause } of incoming) {
    world.cause = cause
    const { gtid, write } = transaction
    if (!has(executed, transaction) && !has(received, transaction)) {
      include(received, transaction)
      server.relay.push(transaction)
      emit(world, { at: world.now, host, type: 'relay-written', by: cause, gtid, write, acked: ask })
    }
    if (ask) acknowledge(world, receiver, position)
  }
}

function acknowledge(world: ClusterWorld, { connection }: Receiver, position: number): void {
  if (connection !== null) send(world, connection, 0, { type: 'semisync-ack', position })
}

/** The source is there; false where this is not the link any more. */
function heard(world: ClusterWorld, server: MysqlState, connection: ConnectionId): boolean {
  const { receiver, place } = server
  if (connection !== receiver.connection) return false
  receiver.lastIo = world.now
  if (receiver.state !== 'up') {
    receiver.state = 'up'
    tell(world, server, 'up', null)
    clock(world, place, patience(server), 'silence', receiver.attempt)
  }
  return true
}

/** When it gives the link up, unless something comes. */
export function patience({ receiver, conf }: MysqlState): number {
  return receiver.lastIo + conf.replica_net_timeout * SECOND
}

/** Microseconds of silence after which the source shall say something. */
export function heartbeatOf({ channel, conf }: MysqlState): number {
  return (channel.heartbeat ?? conf.replica_net_timeout / 2) * SECOND
}

function hangUp(world: ClusterWorld, receiver: Receiver): void {
  if (receiver.connection !== null) close(world, receiver.connection, 0)
  receiver.connection = null
  receiver.attempt += 1
}

function tell(
  world: ClusterWorld,
  { host, channel }: MysqlState,
  state: 'connecting' | 'up' | 'lost' | 'stopped',
  errno: number | null,
): void {
  const source = channel.of ?? ''
  emit(world, { at: world.now, host, type: 'receiver', by: world.cause, source, state, errno })
}
