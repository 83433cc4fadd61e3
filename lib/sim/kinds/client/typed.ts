import type { Order } from '../../core/model'
import type { Micros } from '../../core/time'
import { emit } from '../../core/world'
import { isError, type Reply } from '../../reply'
import type { ClusterWorld } from '../protocol'
import type { Command } from '../redis/messages'
import { commandOf, parseCommand } from './command'

/** A command that somebody typed, and that is not yet answered. */
export interface Typed {
  readonly type: 'typed'
  readonly order: Order
  readonly command: Command
  readonly since: Micros
}

/** Somebody on `host` types a command; `server` is null when it can be sent to no one. */
export function typed(world: ClusterWorld, host: string, server: string | null, order: Order): Typed {
  const at = world.now
  // SET GLOBAL of MySQL writes nothing.
  const sql = world.places.some((one) => one.host === server && one.kind === 'mysql')
  const command = commandOf(world, parseCommand(order.line, sql))
  const { write, args } = command
  if (write >= 0) emit(world, { at, host, type: 'send', by: world.cause, workload: null, server, write, key: args[0] ?? '' })
  return { type: 'typed', order, command, since: at }
}

/** The server's answer. */
export function answerTyped(world: ClusterWorld, host: string, one: Typed, reply: Reply): void {
  const { write } = one.command
  if (write >= 0) emit(world, { at: world.now, host, type: 'answer', by: world.cause, write, error: firstWord(reply) })
  replyTyped(world, host, one, reply)
}

/** What the person reads, be it the server's answer or not. */
export function replyTyped(world: ClusterWorld, host: string, { order, command, since }: Typed, reply: Reply): void {
  const at = world.now
  const { name, args } = command
  const { action, on, line } = order
  emit(world, { at, host, type: 'reply', by: world.cause, action, on, command: line, name, args, took: at - since, reply })
}

/** The code of an error reply; null for anything else. */
export function firstWord(reply: Reply): string | null {
  if (!isError(reply)) return null
  const end = reply.error.indexOf(' ')
  return end < 0 ? reply.error : reply.error.slice(0, end)
}
