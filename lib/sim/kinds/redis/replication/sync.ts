import type { ConnectionId } from '../../../core/end'
import type { Tagged } from '../../../core/model'
import { emit } from '../../../core/world'
import type { Message } from '../../messages'
import type { ClusterWorld } from '../../protocol'
import { replaceData } from '../data'
import { abortFailover, finishFailover } from '../failover'
import type { StreamItem } from '../messages'
import { startAof, stopAof } from '../persistence/aof'
import { publishHello } from '../served-client'
import { forgetSecondHistory, identityOf, type PrimaryLink, type ServerState, take } from '../state'
import { dropReplicas } from './attached'
import { append, newBacklog } from './backlog'
import { confirm, enter, hangUp, say } from './link'
import { relay } from './stream'

type OverLink<M> = (world: ClusterWorld, server: ServerState, link: PrimaryLink, message: M) => void

/** A handler of what the primary sends over the replication link. */
function overLink<M extends Message>(
  handle: OverLink<M>,
): (world: ClusterWorld, server: ServerState, message: M, connection: ConnectionId) => void {
  return (world, server, message, connection) => {
    const { link } = server
    if (link === null || link.connection !== connection) return
    link.lastIo = world.now
    handle(world, server, link, message)
  }
}

/** What a replica does with what its primary sends. */
export const fromPrimary = {
  stream: overLink(applyItem),
  // Only a sign of life (R20).
  newline: overLink(() => {}),
  'repl-pong': overLink((world, _server, link) => say(world, link, { type: 'replconf' })),
  'replconf-ok': overLink(askToContinue),
  continue: overLink(continueHistory),
  'full-resync': overLink((world, server, link) => {
    enter(world, server, link, 'sync')
    finishFailover(world, server)
  }),
  rdb: overLink(loadSnapshot),
  'no-primary-link': overLink((world, server, link) => {
    hangUp(world, link)
    abortFailover(world, server)
  }),
}

/** The connection to the primary is there: the handshake begins. */
export function openPrimaryLink(world: ClusterWorld, server: ServerState, link: PrimaryLink): void {
  link.lastIo = world.now
  enter(world, server, link, 'handshake')
  say(world, link, { type: 'repl-ping' })
}

function askToContinue(world: ClusterWorld, server: ServerState, link: PrimaryLink): void {
  say(world, link, {
    type: 'psync',
    host: server.host,
    replid: server.hasHistory ? server.replid : null,
    offset: server.hasHistory ? server.offset + 1 : -1,
    failover: server.failover !== null,
  })
}

/** `+CONTINUE`: adopts the primary's id; its own replicas must resync when the id is new to them (R32). */
function continueHistory(
  world: ClusterWorld,
  server: ServerState,
  link: PrimaryLink,
  { replid, items }: Tagged<Message, 'continue'>,
): void {
  if (replid !== server.replid) {
    server.replid2 = server.replid
    server.secondOffset = server.offset + 1
    server.replid = replid
    dropReplicas(world, server)
  }
  server.backlog ??= newBacklog(server.conf['repl-backlog-size'], server.offset)
  const { host } = server
  emit(world, { at: world.now, host, type: 'continue', by: world.cause, primary: link.primary, ...identityOf(server) })
  enter(world, server, link, 'up')
  finishFailover(world, server)
  const { cause } = world
  for (const item of items) {
    world.cause = cause
    applyItem(world, server, link, item)
  }
}

/** The snapshot has arrived: the old data set goes, whatever it held (R42). */
function loadSnapshot(
  world: ClusterWorld,
  server: ServerState,
  link: PrimaryLink,
  { snapshot, diskless }: Tagged<Message, 'rdb'>,
): void {
  dropReplicas(world, server)
  stopAof(world, server)
  const discarded = replaceData(server.data, snapshot.writes)
  server.replid = snapshot.replid
  forgetSecondHistory(server)
  server.offset = snapshot.offset
  server.hasHistory = true
  server.backlog = newBacklog(server.conf['repl-backlog-size'], snapshot.offset)
  server.disk.rdb = snapshot
  emit(world, {
    at: world.now,
    host: server.host,
    type: 'load',
    by: world.cause,
    primary: link.primary,
    snapshot: snapshot.id,
    replid: snapshot.replid,
    offset: snapshot.offset,
    discarded,
  })
  if (server.conf.appendonly === 'yes') startAof(world, server)
  enter(world, server, link, 'up')
  // From disk the stream follows the file unasked (R41, R48).
  if (diskless) confirm(world, server, link, server.offset)
}

/** Applies one item of the stream and passes the very bytes on (R14). */
function applyItem(world: ClusterWorld, server: ServerState, link: PrimaryLink, item: StreamItem): void {
  if (item.start !== server.offset) throw new Error(`${server.host} at ${server.offset} was sent ${item.start}`)
  server.offset = item.end
  if (server.backlog !== null) append(server.backlog, item)
  if (item.kind === 'write') {
    take(world, server, item.write)
    emit(world, { at: world.now, host: server.host, type: 'apply', by: world.cause, write: item.write, offset: item.end })
  }
  if (server.replicas.length > 0) relay(world, server, item)
  // The 37 bytes of the request itself are not yet counted (R64).
  if (item.kind === 'getack') confirm(world, server, link, item.start)
  if (item.hello !== null) publishHello(world, server, item.hello)
}
