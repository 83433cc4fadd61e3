import type { ConnectionId } from '../../core/end'
import { emit } from '../../core/world'
import type { ClusterWorld } from '../protocol'
import { clientsOf, reported, switchOff } from './mode'
import { bytesAt, type Dump, dumpOn, type MysqlState } from './state'

/** An ACK has come; one on a socket that is not on the list waits there (Y20). */
export function handleAck(world: ClusterWorld, server: MysqlState, position: number, connection: ConnectionId): void {
  const dump = dumpOn(server, connection)
  if (dump === undefined || dump.leaving) return
  if (dump.listed) {
    hear(world, server, dump, position)
    look(world, server)
  } else dump.unread = position
}

/** The socket of a replica has ended: the thread that sends to it does not see that (Y22), the one that reads ACKs wakes up (Y20). */
export function lostSocket(world: ClusterWorld, server: MysqlState, connection: ConnectionId): void {
  const dump = dumpOn(server, connection)
  if (dump === undefined) return
  dump.socket = 'ended'
  if (dump.listed) look(world, server)
}

/** The thread has polled long enough. */
export function beat(world: ClusterWorld, server: MysqlState): void {
  if (server.beatAt === world.now) look(world, server)
}

/** The thread looks at its list, and changes it if there is reason to. */
function look(world: ClusterWorld, server: MysqlState): void {
  server.polledAt = world.now
  if (server.beatAt !== null) changeNow(world, server)
}

function changeNow(world: ClusterWorld, server: MysqlState): void {
  server.beatAt = null
  const before = server.dumps.length
  server.dumps = server.dumps.filter(({ leaving }) => !leaving)
  const { rpl_semi_sync_source_wait_no_replica: alone, rpl_semi_sync_source_wait_for_replica_count: count } = server.conf
  // Y23: only now, and only where it is set.
  if (server.dumps.length < before && alone === 'OFF' && clientsOf(server) < count) switchOff(world, server, 'no-replica')
  for (const dump of server.dumps) {
    if (!dump.semisync || dump.listed) continue
    dump.listed = true
    if (dump.unread >= 0) hear(world, server, dump, dump.unread)
  }
}

/** It counts what as many replicas as have to, different ones, have acknowledged (Y11). */
function hear(world: ClusterWorld, server: MysqlState, dump: Dump, position: number): void {
  const { host, dumps, conf } = server
  dump.acked = Math.max(dump.acked, position)
  const count = acknowledging(dumps, position)
  emit(world, {
    at: world.now,
    host,
    type: 'ack-received',
    by: world.cause,
    replica: dump.host,
    position: bytesAt(position),
    count,
  })
  let enough = -1
  for (const { acked } of dumps)
    if (acked > enough && acknowledging(dumps, acked) >= conf.rpl_semi_sync_source_wait_for_replica_count) enough = acked
  if (enough >= 0) reported(world, server, enough)
}

/** How many have acknowledged as much; one that is back, and whose old thread is not off the list yet, counts once. */
function acknowledging(dumps: readonly Dump[], position: number): number {
  let count = 0
  for (const dump of dumps)
    if (dump.acked >= position && dumps.find(({ host, acked }) => host === dump.host && acked >= position) === dump) count += 1
  return count
}
