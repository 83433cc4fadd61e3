import type { ConnectionId } from '../../../core/end'
import type { Tagged } from '../../../core/model'
import { send } from '../../../core/transport'
import { emit, unixtime } from '../../../core/world'
import type { EventOf } from '../../../journal'
import type { Message } from '../../messages'
import type { ClusterWorld } from '../../protocol'
import { failoverOnAck } from '../failover'
import { promote } from '../role'
import { forgetSecondHistory, isSynced, newIdentity, type ServerState } from '../state'
import { newAttached, putOnline, replicaAt, startFeeding } from './attached'
import { covers, itemsFrom, newBacklog } from './backlog'
import { childDone, startChild } from './child'

type Psync = Tagged<Message, 'psync'>
type Decision = Pick<EventOf<'psync'>, 'outcome' | 'reason' | 'limit'>

/** Answers `PSYNC` (R28–R32, R40). */
export function handlePsync(world: ClusterWorld, server: ServerState, message: Psync, connection: ConnectionId): void {
  const decision = message.failover ? takeOver(world, server, message) : decide(server, message.replid, message.offset)
  emit(world, {
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
    send(world, connection, 1, { type: 'no-primary-link' })
    return
  }
  const replica = newAttached(connection, message.host, unixtime(world), world.cause)
  server.replicas.push(replica)
  if (decision.outcome === 'continue') {
    const items = server.backlog === null ? [] : itemsFrom(server.backlog, message.offset)
    send(world, connection, 1, { type: 'continue', replid: server.replid, items })
    replica.pending = null
    putOnline(world, server, replica)
    return
  }
  if (server.backlog === null) startStream(world, server)
  if (server.child === null && (server.conf['repl-diskless-sync'] === 'no' || server.conf['repl-diskless-sync-delay'] === 0))
    startChild(world, server)
}

/** Takes note of `REPLCONF ACK`: no answer, no recount (R49). */
export function handleAck(
  world: ClusterWorld,
  server: ServerState,
  { type: _, ...heard }: Tagged<Message, 'ack'>,
  connection: ConnectionId,
): void {
  const replica = replicaAt(server, connection)
  if (replica === undefined) return
  replica.ackOffset = heard.offset
  if (heard.fsynced !== undefined) replica.fsynced = heard.fsynced
  replica.ackTime = unixtime(world)
  emit(world, { at: world.now, host: server.host, type: 'ack', by: world.cause, replica: replica.host, ...heard })
  // The ACK may come before the child has been reaped: then it is reaped now (R41).
  if (replica.state === 'transfer' && replica.snapshot === null) childDone(world, server)
  if (replica.state === 'online' && replica.pending !== null) startFeeding(world, replica)
  failoverOnAck(world, server)
}

/** `PSYNC … FAILOVER`: a replica of the same history becomes the primary and then answers; anything else refuses (R155, R156). */
function takeOver(world: ClusterWorld, server: ServerState, { replid, offset }: Psync): Decision {
  if (server.role === 'primary' || replid !== server.replid) return { outcome: 'refused', reason: 'replid', limit: -1 }
  promote(world, server, 'failover', null)
  return decide(server, replid, offset)
}

function decide(server: ServerState, replid: string | null, offset: number): Decision {
  if (!isSynced(server) || server.failover !== null) return { outcome: 'refused', reason: 'no-link', limit: -1 }
  if (replid === null) return { outcome: 'full', reason: 'first-sync', limit: -1 }
  if (replid !== server.replid && replid !== server.replid2) return { outcome: 'full', reason: 'replid', limit: -1 }
  const limit = replid === server.replid ? server.offset + 1 : server.secondOffset
  if (replid !== server.replid && offset > server.secondOffset) return { outcome: 'full', reason: 'second-offset', limit }
  if (server.backlog === null || !covers(server.backlog, offset)) return { outcome: 'full', reason: 'backlog', limit }
  return { outcome: 'continue', reason: 'ok', limit }
}

/** The first replica ever: the server takes a new identity and begins to count (R28). */
function startStream(world: ClusterWorld, server: ServerState): void {
  if (server.role === 'primary') {
    server.replid = newIdentity(world, server.host)
    forgetSecondHistory(server)
  }
  server.backlog = newBacklog(server.conf['repl-backlog-size'], server.offset)
}
