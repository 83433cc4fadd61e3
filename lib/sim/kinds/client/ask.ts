import type { ConnectionId } from '../../core/end'
import { enqueue, firstOf } from '../../core/fifo'
import { micros } from '../../core/time'
import { close, send } from '../../core/transport'
import { clock, emit } from '../../core/world'
import type { ClusterWorld } from '../protocol'
import type { Command } from '../redis/messages'
import { startSession } from './session'
import { abandon, type ClientState, type Pending } from './state'

/** Sends a command whose answer is waited for. */
export function ask(
  world: ClusterWorld,
  client: ClientState,
  connection: ConnectionId,
  pending: Pending,
  command: Command,
): void {
  enqueue(client.pending, pending)
  send(world, connection, 0, command)
  watch(world, client)
}

/** An answer is overdue: a client with a timeout gives its connection up, and looks for another. */
export function giveUpWhenOverdue(world: ClusterWorld, client: ClientState): void {
  client.watching = false
  const { session, spec } = client
  const oldest = firstOf(client.pending)
  const overdue = oldest !== undefined && spec.timeoutMs !== undefined && world.now - oldest.since >= micros(spec.timeoutMs)
  if (!overdue || session.type === 'idle' || session.type === 'asking') {
    watch(world, client)
    return
  }
  close(world, session.connection, 0)
  abandon(client)
  const { host } = client
  emit(world, { at: world.now, host, type: 'disconnect', by: world.cause, server: session.server, reason: 'timeout' })
  startSession(world, client, 'timeout')
}

function watch(world: ClusterWorld, client: ClientState): void {
  const oldest = firstOf(client.pending)
  const { timeoutMs } = client.spec
  if (client.watching || timeoutMs === undefined || oldest === undefined) return
  client.watching = true
  clock(world, client.place, oldest.since + micros(timeoutMs), 'overdue')
}
