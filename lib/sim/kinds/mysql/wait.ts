import { micros } from '../../core/time'
import { emit, timer } from '../../core/world'
import type { ClusterWorld } from '../protocol'
import { TIMEOUT_LATENESS } from './constants'
import type { WaitEnd } from './events'
import { bytesAt, type Group, type MysqlState } from './state'

/** A group has come to where a source waits for its replicas; false where it need not (Y15). */
export function awaits(world: ClusterWorld, server: MysqlState, group: Group): boolean {
  const { conf, host, semisync, acked } = server
  if (conf.rpl_semi_sync_source_enabled === 'OFF') return false
  if (!semisync || acked >= group.end) {
    over(world, server, group, semisync ? 'ahead' : 'off')
    return false
  }
  group.waiting = true
  server.counters.waits += units(group)
  world.cause = group.commits.at(-1)?.by ?? null
  const { point } = group
  const writes = writesOf(group)
  emit(world, { at: world.now, host, type: 'wait-start', by: world.cause, writes, point, position: bytesAt(group.end) })
  // Changing T later does not change it (Y17).
  timer(world, server.place, world.now + micros(conf.rpl_semi_sync_source_timeout) + TIMEOUT_LATENESS, 'timeout', group.serial)
  return true
}

/** A group waits no longer. */
export function endWait(world: ClusterWorld, server: MysqlState, group: Group, reason: 'ack' | 'timeout' | 'switched-off'): void {
  group.waiting = false
  server.counters.waited += world.now - group.since
  over(world, server, group, reason)
}

/** The groups that wait: one, unless the point has been changed meanwhile. */
export function waiting({ stages: { AFTER_SYNC, AFTER_COMMIT } }: MysqlState): readonly Group[] {
  return [AFTER_SYNC.group, AFTER_COMMIT.group].filter((group): group is Group => group?.waiting === true)
}

/** Y2: under AFTER_SYNC the counters count groups, under AFTER_COMMIT transactions. */
function over(world: ClusterWorld, { counters, host }: MysqlState, group: Group, reason: WaitEnd): void {
  counters[reason === 'ack' || reason === 'ahead' ? 'yes' : 'no'] += units(group)
  const { point } = group
  const waited = reason === 'ahead' || reason === 'off' ? 0 : world.now - group.since
  emit(world, { at: world.now, host, type: 'wait-end', by: world.cause, writes: writesOf(group), point, reason, waited })
  for (const one of group.commits) one.by = world.cause
}

function units({ point, commits }: Group): number {
  return point === 'AFTER_SYNC' ? 1 : commits.length
}

function writesOf({ commits }: Group): readonly number[] {
  return commits.map(({ write }) => write)
}
