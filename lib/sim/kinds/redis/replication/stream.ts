import { send } from '../../../core/transport'
import { emit } from '../../../core/world'
import type { ClusterWorld } from '../../protocol'
import type { Hello } from '../../sentinel/messages'
import type { StreamItem } from '../messages'
import { GETACK_BYTES, HELLO_PUBLISH_BYTES, PING_BYTES, SELECT_BYTES } from '../sizes'
import type { ServerState } from '../state'
import { append } from './backlog'

/** Appends one item to the stream and sends it to every attached replica (R15). Without a backlog there is no stream (R8). */
function feed(world: ClusterWorld, server: ServerState, bytes: number, kind: StreamItem['kind'], hello: Hello | null): void {
  const item = appended(server, bytes, kind, -1, hello)
  if (item !== null) relay(world, server, item)
}

/** Lengthens the stream by one item. */
function appended(
  server: ServerState,
  bytes: number,
  kind: StreamItem['kind'],
  write: number,
  hello: Hello | null,
): StreamItem | null {
  const { backlog, offset } = server
  if (backlog === null) {
    if (server.rules.countsForAof && server.aof && kind === 'write') server.offset += 1
    return null
  }
  const item: StreamItem = { type: 'stream', kind, start: offset, end: offset + bytes, write, hello }
  server.offset = item.end
  append(backlog, item)
  return item
}

/** A `SELECT` stands before the first command of a stream (R10). */
function feedDueSelect(world: ClusterWorld, server: ServerState): void {
  if (server.selected || server.backlog === null) return
  server.selected = true
  feed(world, server, SELECT_BYTES, 'select', null)
}

/** A write has been executed: the journal hears of it, and its copies leave (R15). */
export function feedWrite(world: ClusterWorld, server: ServerState, bytes: number, write: number): void {
  feedDueSelect(world, server)
  const item = appended(server, bytes, 'write', write, null)
  emit(world, { at: world.now, host: server.host, type: 'execute', by: world.cause, write, offset: server.offset })
  if (item !== null) relay(world, server, item)
}

export function feedPing(world: ClusterWorld, server: ServerState): void {
  feed(world, server, PING_BYTES, 'ping', null)
}

export function feedGetack(world: ClusterWorld, server: ServerState): void {
  feed(world, server, GETACK_BYTES, 'getack', null)
}

export function feedHello(world: ClusterWorld, server: ServerState, hello: Hello): void {
  feedDueSelect(world, server)
  feed(world, server, HELLO_PUBLISH_BYTES, 'publish', hello)
}

/** Passes an item of the stream on to the attached replicas. */
export function relay(world: ClusterWorld, server: ServerState, item: StreamItem): void {
  for (const replica of server.replicas) {
    if (replica.state === 'waiting') continue
    if (replica.pending === null) send(world, replica.connection, 1, item)
    else replica.pending.push(item)
  }
}
