import { send } from '../../../core/transport'
import { latest, timer } from '../../../core/world'
import type { ClusterWorld } from '../../protocol'
import { takeSnapshot } from '../persistence/snapshot'
import { TRANSFER_MICROS } from '../sizes'
import { type AttachedReplica, nextTurn, type ServerState } from '../state'
import { putOnline, startFeeding } from './attached'

/** Forks a child that writes one snapshot for all waiting replicas (R39, R40). */
export function startChild(world: ClusterWorld, server: ServerState): void {
  const waiting = server.replicas.filter((replica) => replica.state === 'waiting')
  if (waiting.length === 0) return
  world.cause = latest(waiting.map(({ psyncBy }) => psyncBy))
  const diskless = server.conf['repl-diskless-sync'] === 'yes'
  const snapshot = takeSnapshot(world, server, diskless ? 'resync' : 'both')
  server.children += 1
  server.child = server.children
  server.selected = false
  for (const replica of waiting) {
    replica.state = 'transfer'
    replica.snapshot = snapshot
    send(world, replica.connection, 1, { type: 'full-resync', replid: server.replid, offset: server.offset })
  }
  const sent = world.now + TRANSFER_MICROS
  if (diskless) timer(world, server.place, sent, 'sent')
  timer(world, server.place, nextTurn(server, sent), 'reaped', server.child)
}

/** Diskless: the last byte of the snapshot has left; the primary learns of it when the child is reaped. */
export function snapshotSent(world: ClusterWorld, server: ServerState): void {
  for (const replica of server.replicas) sendSnapshot(world, replica, true)
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

function sendSnapshot(world: ClusterWorld, replica: AttachedReplica, diskless: boolean): void {
  if (replica.snapshot === null) return
  send(world, replica.connection, 1, { type: 'rdb', snapshot: replica.snapshot, diskless })
  replica.snapshot = null
}
