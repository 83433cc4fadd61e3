import { emit } from '../../core/world'
import type { ClusterWorld } from '../protocol'
import { pass } from './commit'
import type { MysqlState } from './state'
import { endWait, waiting } from './wait'

/** Semi-sync clients: dead ones, too, until they are off the list (Y2, Y22). */
export function clientsOf({ dumps }: MysqlState): number {
  return dumps.filter(({ semisync }) => semisync).length
}

/** Whether the mode is on once the setting is, or the server is up (Y18, Y21). */
export function startsOn(server: MysqlState): boolean {
  const { rpl_semi_sync_source_wait_no_replica: alone, rpl_semi_sync_source_wait_for_replica_count: count } = server.conf
  return server.conf.rpl_semi_sync_source_enabled === 'ON' && (alone === 'ON' || clientsOf(server) >= count)
}

export function switchOn(world: ClusterWorld, server: MysqlState): void {
  if (server.semisync) return
  server.semisync = true
  emit(world, { at: world.now, host: server.host, type: 'semisync-on', by: world.cause })
}

/** The whole server falls back: everybody who waits goes on (Y14, Y17). */
export function switchOff(world: ClusterWorld, server: MysqlState, reason: 'timeout' | 'no-replica' | 'disabled'): void {
  if (!server.semisync) return
  server.semisync = false
  server.counters.times += 1
  emit(world, { at: world.now, host: server.host, type: 'semisync-off', by: world.cause, reason })
  const { cause } = world
  for (const group of waiting(server)) {
    world.cause = cause
    endWait(world, server, group, reason === 'timeout' ? 'timeout' : 'switched-off')
    pass(world, server, group)
  }
}

/** T is over for a group (Y13). */
export function timedOut(world: ClusterWorld, server: MysqlState, serial: number): void {
  if (waiting(server).some((group) => group.serial === serial)) switchOff(world, server, 'timeout')
}

/** As many replicas as have to have acknowledged this position (Y11). */
export function reported(world: ClusterWorld, server: MysqlState, position: number): void {
  if (server.conf.rpl_semi_sync_source_enabled === 'OFF') return
  // By position, not by time or number (Y18).
  if (position >= server.binlog.length) switchOn(world, server)
  server.acked = Math.max(server.acked, position)
  const { cause } = world
  for (const group of waiting(server)) {
    if (group.end > server.acked) continue
    world.cause = cause
    endWait(world, server, group, 'ack')
    pass(world, server, group)
  }
}
