import type { ConnectionId } from '../../core/end'
import { MILLISECOND, micros } from '../../core/time'
import { close, connect, send, settledConnection } from '../../core/transport'
import { clock, placeAt, placeOf, timer } from '../../core/world'
import type { ClusterWorld } from '../protocol'
import { open } from './calls'
import { tellOfServer } from './outcome'
import { type LockState, newNode } from './state'

/** A sentinel that does not answer for this long is passed over until the next time. */
const SENTINEL_TIMEOUT = 300 * MILLISECOND

/** It stands connected to its servers, with its first look at a sentinel at a phase of its own. */
export function settleNodes(world: ClusterWorld, lock: LockState): void {
  for (const node of lock.nodes) {
    node.connection = settledConnection(world, placeAt(world, lock.place), placeOf(world, node.server, 'redis'))
    node.open = true
  }
}

/** When it asks a sentinel next: so long after it asked last (L19). */
export function scheduleScan(world: ClusterWorld, { place, sentinels, conf, scans }: LockState): void {
  if (sentinels.length > 0) clock(world, place, world.now + micros(conf.scanInterval), 'scan', scans)
}

/** Asks one sentinel who the primary is; another only the next time. */
export function scan(world: ClusterWorld, lock: LockState): void {
  lock.asking = connect(world, placeAt(world, lock.place), placeOf(world, sentinelOf(lock), 'sentinel'))
  send(world, lock.asking, 0, { type: 'get-master-addr' })
  timer(world, lock.place, world.now + SENTINEL_TIMEOUT, 'unanswered', lock.scans)
}

function sentinelOf({ sentinels, sentinel }: LockState): string {
  return sentinels[sentinel % sentinels.length] ?? ''
}

/** The sentinel did not answer. */
export function passOver(world: ClusterWorld, lock: LockState): void {
  lock.sentinel += 1
  scanned(world, lock)
}

function scanned(world: ClusterWorld, lock: LockState): void {
  if (lock.asking !== null) close(world, lock.asking, 0)
  lock.asking = null
  lock.scans += 1
  scheduleScan(world, lock)
}

/** A sentinel has named the primary: another one than before is connected to, and the old connection given up (L19). */
export function named(world: ClusterWorld, lock: LockState, connection: ConnectionId, primary: string): void {
  if (lock.asking !== connection) return
  const sentinel = sentinelOf(lock)
  scanned(world, lock)
  const [node] = lock.nodes
  if (node === undefined || node.server === primary) return
  tellOfServer(world, lock, { type: 'resolve', sentinel, primary })
  if (node.open) tellOfServer(world, lock, { type: 'disconnect', server: node.server, reason: 'not-primary' })
  if (node.connection !== null) close(world, node.connection, 0)
  // Its own list has lost the one that is primary now, and the old primary is frozen in it (L9).
  lock.listed = Math.max(0, lock.replicas - 1)
  const next = newNode(primary)
  lock.nodes = [next]
  open(world, lock, next)
}

/** A connection that it asked for is there. */
export function opened(world: ClusterWorld, lock: LockState, connection: ConnectionId): void {
  const node = lock.nodes.find((other) => other.connection === connection)
  if (node === undefined) return
  node.open = true
  tellOfServer(world, lock, { type: 'connect', server: node.server })
}
