import { emit } from '../../core/world'
import type { ClusterWorld } from '../protocol'
import { commit } from './commit'
import { APPLIER_WORKERS } from './constants'
import { has } from './gtid'
import type { MysqlState } from './state'

/** The error of an INSERT of a key that is there (Y42). */
export const DUPLICATE = 1062

export function startApplier(world: ClusterWorld, server: MysqlState): void {
  const { applier } = server
  if (applier.running) return
  applier.running = true
  applier.errno = 0
  tell(world, server, 'started', null)
}

/** What it has begun to apply it finishes. */
export function stopApplier(world: ClusterWorld, server: MysqlState, errno: number | null): void {
  const { applier } = server
  if (!applier.running) return
  applier.running = false
  applier.errno = errno ?? 0
  tell(world, server, 'stopped', errno)
}

/** Takes the next transactions of the relay log, as many as there are workers; they go through a commit of their own. */
export function applyNext(world: ClusterWorld, server: MysqlState): void {
  const { applier, relay, executed, rows } = server
  if (!applier.running || applier.applying > 0 || server.locking !== null) return
  while (relay[0] !== undefined && has(executed, relay[0])) relay.shift()
  if (relay.length === 0) return
  for (const transaction of relay.slice(0, APPLIER_WORKERS)) {
    const { write, row } = transaction
    if (rows[row] !== undefined) break
    rows[row] = 0
    applier.applying += 1
    commit(world, server, { write, row, connection: null, transaction, end: 0, by: world.cause })
  }
  if (applier.applying === 0) stopApplier(world, server, DUPLICATE)
}

function tell(world: ClusterWorld, { host }: MysqlState, state: 'started' | 'stopped', errno: number | null): void {
  emit(world, { at: world.now, host, type: 'applier', by: world.cause, state, errno })
}
