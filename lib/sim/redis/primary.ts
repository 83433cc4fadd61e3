import type { EventOf, LinkLoss } from '../journal'
import { AttachedReplica } from './attached-replica'
import { Backlog } from './backlog'
import { failoverOnAck } from './failover'
import { refreshGoodReplicas } from './gate'
import type { ClusterConnection, ClusterWorld, Hello, Message, Snapshot, StreamItem } from './messages'
import { promote } from './role'
import { GETACK_BYTES, HELLO_PUBLISH_BYTES, PING_BYTES, SELECT_BYTES } from './sizes'
import type { ServerState } from './state'

/** Streaming a small data set to the replicas, from the fork to the last byte: R39 measured 10–100 ms for an empty one. */
export const TRANSFER_MICROS = 20_000

/** Appends one item to the stream and sends it to every attached replica (R15). Without a backlog there is no stream (R8). */
export function feed(
  world: ClusterWorld,
  server: ServerState,
  kind: StreamItem['kind'],
  bytes: number,
  write = -1,
  hello: Hello | null = null,
): void {
  const backlog = server.backlog
  if (backlog === null) return
  if (!server.selected && (kind === 'write' || kind === 'publish')) {
    server.selected = true
    feed(world, server, 'select', SELECT_BYTES)
  }
  const item: StreamItem = { type: 'stream', kind, start: server.offset, end: server.offset + bytes, write, hello }
  server.offset = item.end
  backlog.append(item)
  relay(world, server, item)
}

export function feedPing(world: ClusterWorld, server: ServerState): void {
  feed(world, server, 'ping', PING_BYTES)
}

export function feedGetack(world: ClusterWorld, server: ServerState): void {
  feed(world, server, 'getack', GETACK_BYTES)
}

export function feedHello(world: ClusterWorld, server: ServerState, hello: Hello): void {
  feed(world, server, 'publish', HELLO_PUBLISH_BYTES, -1, hello)
}

/** Passes an item of the stream on to the attached replicas. */
export function relay(world: ClusterWorld, server: ServerState, item: StreamItem): void {
  for (const replica of server.replicas) {
    if (replica.state === 'waiting') continue
    if (replica.pending === null) world.send(replica.connection, 1, item)
    else replica.pending.push(item)
  }
}

type Psync = Extract<Message, { type: 'psync' }>

/** Answers `PSYNC` (R28–R32, R40). */
export function handlePsync(world: ClusterWorld, server: ServerState, connection: ClusterConnection, message: Psync): void {
  const decision = message.failover ? takeOver(world, server, message) : decide(server, message.replid, message.offset)
  world.emit({
    at: world.now,
    host: server.host,
    type: 'psync',
    by: world.cause,
    replica: message.host,
    replid: message.replid ?? '?',
    offset: message.offset,
    ...decision,
  })
  if (decision.outcome === 'refused') {
    world.send(connection, 1, { type: 'no-primary-link' })
    return
  }
  const replica = new AttachedReplica(connection, message.host, server.deployment.unixtime(world.now))
  server.replicas.push(replica)
  if (decision.outcome === 'continue') {
    world.send(connection, 1, { type: 'continue', replid: server.replid, items: server.backlog?.from(message.offset) ?? [] })
    replica.pending = null
    putOnline(world, server, replica)
    return
  }
  if (server.backlog === null) startStream(server)
  if (server.child === null && (server.conf['repl-diskless-sync'] === 'no' || server.conf['repl-diskless-sync-delay'] === 0))
    startChild(world, server)
}

interface Decision {
  readonly outcome: 'continue' | 'full' | 'refused'
  readonly reason: 'ok' | 'first-sync' | 'replid' | 'second-offset' | 'backlog' | 'no-link'
  readonly limit: number
}

/** `PSYNC … FAILOVER`: a replica of the same history becomes the primary and then answers; anything else refuses (R155, R156). */
function takeOver(world: ClusterWorld, server: ServerState, { replid, offset }: Psync): Decision {
  if (server.role === 'primary' || replid !== server.replid) return { outcome: 'refused', reason: 'replid', limit: -1 }
  promote(world, server, 'failover', null)
  return decide(server, replid, offset)
}

function decide(server: ServerState, replid: string | null, offset: number): Decision {
  if (!server.synced || server.failover !== null) return { outcome: 'refused', reason: 'no-link', limit: -1 }
  if (replid === null) return { outcome: 'full', reason: 'first-sync', limit: -1 }
  if (replid !== server.replid && replid !== server.replid2) return { outcome: 'full', reason: 'replid', limit: -1 }
  const limit = replid === server.replid ? server.offset + 1 : server.secondOffset
  if (replid !== server.replid && offset > server.secondOffset) return { outcome: 'full', reason: 'second-offset', limit }
  if (server.backlog === null || !server.backlog.covers(offset)) return { outcome: 'full', reason: 'backlog', limit }
  return { outcome: 'continue', reason: 'ok', limit }
}

/** The first replica ever: the server takes a new identity and begins to count (R28). */
function startStream(server: ServerState): void {
  if (server.role === 'primary') {
    server.replid = server.deployment.identity(server.host)
    server.forgetSecondHistory()
  }
  server.backlog = new Backlog(server.conf['repl-backlog-size'], server.offset)
}

/** Forks a child that writes one snapshot for all waiting replicas (R39, R40). */
export function startChild(world: ClusterWorld, server: ServerState): void {
  const waiting = server.replicas.filter((replica) => replica.state === 'waiting')
  if (waiting.length === 0) return
  const diskless = server.conf['repl-diskless-sync'] === 'yes'
  const snapshot = takeSnapshot(world, server, diskless ? 'resync' : 'both')
  server.children += 1
  server.child = server.children
  server.selected = false
  for (const replica of waiting) {
    replica.state = 'transfer'
    replica.snapshot = snapshot
    world.send(replica.connection, 1, { type: 'full-resync', replid: server.replid, offset: server.offset })
  }
  const sent = world.now + TRANSFER_MICROS
  if (diskless) world.timer(server.slot, sent, 'sent')
  world.timer(server.slot, server.nextTurn(sent), 'reaped', server.child)
}

/** Freezes the data set; one that is not for a resync alone becomes the file on its disk, and the save points count anew (R75). */
export function takeSnapshot(world: ClusterWorld, server: ServerState, purpose: EventOf<'snapshot'>['for']): Snapshot {
  const snapshot = server.deployment.snapshot(server.data.numbers, server.replid, server.offset)
  world.emit({
    at: world.now,
    host: server.host,
    type: 'snapshot',
    by: world.cause,
    snapshot: snapshot.id,
    replid: snapshot.replid,
    offset: snapshot.offset,
    for: purpose,
  })
  if (purpose !== 'resync') {
    server.deployment.disk(server.host).rdb = snapshot
    server.lastSave = server.deployment.unixtime(world.now)
    server.changesSinceSave = 0
  }
  return snapshot
}

/** Diskless: the last byte of the snapshot has left; the primary learns of it when the child is reaped. */
export function snapshotSent(world: ClusterWorld, server: ServerState): void {
  for (const replica of server.replicas) sendSnapshot(world, replica, true)
}

function sendSnapshot(world: ClusterWorld, replica: AttachedReplica, diskless: boolean): void {
  if (replica.snapshot === null) return
  world.send(replica.connection, 1, { type: 'rdb', snapshot: replica.snapshot, diskless })
  replica.snapshot = null
}

/** The child has been reaped: its replicas are online; a diskless one gets the stream after its next ACK (R41). */
export function childDone(world: ClusterWorld, server: ServerState): void {
  server.child = null
  const disk = server.conf['repl-diskless-sync'] === 'no'
  for (const replica of server.replicas.filter(({ state }) => state === 'transfer')) {
    sendSnapshot(world, replica, !disk)
    putOnline(world, server, replica)
    if (disk) startFeeding(world, replica)
  }
  if (disk) startChild(world, server)
}

function putOnline(world: ClusterWorld, server: ServerState, replica: AttachedReplica): void {
  replica.state = 'online'
  replica.ackTime = server.deployment.unixtime(world.now)
  world.emit({ at: world.now, host: server.host, type: 'replica-online', by: world.cause, replica: replica.host })
  refreshGoodReplicas(world, server)
}

function startFeeding(world: ClusterWorld, replica: AttachedReplica): void {
  const pending = replica.pending ?? []
  replica.pending = null
  for (const item of pending) world.send(replica.connection, 1, item)
}

/** Takes note of `REPLCONF ACK`: no answer, no recount (R49). */
export function handleAck(world: ClusterWorld, server: ServerState, connection: ClusterConnection, offset: number): void {
  const replica = server.replicaOf(connection)
  if (replica === undefined) return
  replica.ackOffset = offset
  replica.ackTime = server.deployment.unixtime(world.now)
  world.emit({ at: world.now, host: server.host, type: 'ack', by: world.cause, replica: replica.host, offset: replica.ackOffset })
  // The ACK may come before the child has been reaped: then it is reaped now (R41).
  if (replica.state === 'transfer' && replica.snapshot === null) childDone(world, server)
  if (replica.state === 'online' && replica.pending !== null) startFeeding(world, replica)
  failoverOnAck(world, server)
}

/** A replica's connection is gone: recount at once (R50). */
export function loseReplica(world: ClusterWorld, server: ServerState, replica: AttachedReplica, reason: LinkLoss): void {
  server.replicas = server.replicas.filter((other) => other !== replica)
  if (server.replicas.length === 0) server.noReplicasSince = server.deployment.unixtime(world.now)
  world.emit({ at: world.now, host: server.host, type: 'replica-lost', by: world.cause, replica: replica.host, reason })
  refreshGoodReplicas(world, server)
}

/** Closes the connections of all attached replicas, after a change of history (R32, R33, R42). */
export function dropReplicas(world: ClusterWorld, server: ServerState): void {
  for (const replica of server.replicas) {
    world.close(replica.connection, 1)
    loseReplica(world, server, replica, 'reset')
  }
}
