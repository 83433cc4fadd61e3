import { send } from '../../core/transport'
import { emit, timer } from '../../core/world'
import type { ClusterWorld } from '../protocol'
import { ENGINE_COMMIT, FSYNC, PREPARE } from './constants'
import { feed } from './dump'
import { include } from './gtid'
import type { Transaction } from './messages'
import { bytesAt, type Commit, type Group, type MysqlState } from './state'
import { awaits, type WaitPoint } from './wait'

// Y3, stage by stage. A group goes through each alone, and what comes meanwhile gathers into the next (Y6).

/** A transaction has come to its commit. */
export function commit(world: ClusterWorld, server: MysqlState, one: Commit): void {
  server.queue.push(one)
  startFlush(world, server)
}

/** Whether nothing is on its way through the commit. */
export function isIdle({ queue, flushing, toCommit, committing, toFinish, finishing }: MysqlState): boolean {
  return flushing === null && committing === null && finishing === null && queue.length + toCommit.length + toFinish.length === 0
}

function startFlush(world: ClusterWorld, server: MysqlState): void {
  if (server.flushing !== null || server.queue.length === 0) return
  server.flushing = []
  timer(world, server.place, world.now + PREPARE, 'flush')
}

/** ②: the group is written to the binlog, and each transaction gets its place there. */
export function flush(world: ClusterWorld, server: MysqlState): void {
  const group = server.queue
  server.queue = []
  server.flushing = group
  for (const one of group) {
    one.transaction ??= numbered(server, one)
    one.end = server.binlog.push(one.transaction)
    server.rows[one.row] = one.end
    include(server.executed, one.transaction)
    if (one.connection !== null) tell(world, server, one, 'binlog-written')
  }
  timer(world, server.place, world.now + FSYNC, 'sync')
}

function numbered(server: MysqlState, { write, row }: Commit): Transaction {
  const { host: origin } = server
  server.numbered += 1
  const { numbered: number } = server
  return { type: 'transaction', origin, number, gtid: `${origin}:${number}`, write, row }
}

/** ③: it is on the disk, and sent. */
export function sync(world: ClusterWorld, server: MysqlState): void {
  const group = server.flushing ?? []
  server.flushing = null
  server.synced = server.binlog.length
  for (const one of group) if (one.connection !== null) tell(world, server, one, 'binlog-synced')
  server.toCommit.push(...group)
  feed(world, server)
  enterCommit(world, server)
  startFlush(world, server)
}

/** ④: one group holds the lock of the stage, waiting or not. */
function enterCommit(world: ClusterWorld, server: MysqlState): void {
  if (server.committing !== null || server.toCommit.length === 0) return
  server.committing = groupOf(world, server, server.toCommit)
  server.toCommit = []
  enter(world, server, 'AFTER_SYNC', server.committing)
}

/** ⑤ */
export function engineCommit(world: ClusterWorld, server: MysqlState): void {
  const group = server.committing
  if (group === null) return
  server.committing = null
  server.committed = group.end
  for (const one of group.commits) {
    tell(world, server, one, one.connection === null ? 'applied' : 'engine-commit')
    if (one.connection === null) server.relay.shift()
  }
  server.toFinish.push(...group.commits)
  enterFinish(world, server)
  enterCommit(world, server)
}

/** ⑥ */
function enterFinish(world: ClusterWorld, server: MysqlState): void {
  if (server.finishing !== null || server.toFinish.length === 0) return
  server.finishing = groupOf(world, server, server.toFinish)
  server.toFinish = []
  enter(world, server, 'AFTER_COMMIT', server.finishing)
}

function enter(world: ClusterWorld, server: MysqlState, point: WaitPoint, group: Group): void {
  if (server.conf.rpl_semi_sync_source_wait_point !== point || !awaits(world, server, point, group)) pass(world, server, group)
}

/** A group has waited, or need not. */
export function pass(world: ClusterWorld, server: MysqlState, group: Group): void {
  if (group === server.committing) timer(world, server.place, world.now + ENGINE_COMMIT, 'engine')
  else finish(world, server, group)
}

/** ⑦ */
function finish(world: ClusterWorld, server: MysqlState, { commits }: Group): void {
  server.finishing = null
  for (const { connection, write, by } of commits) {
    if (connection === null) server.applier.applying -= 1
    else {
      world.cause = by
      send(world, connection, 1, { type: 'reply', reply: 'OK', write })
      server.freed.push(connection)
    }
  }
  enterFinish(world, server)
}

function groupOf(world: ClusterWorld, server: MysqlState, commits: readonly Commit[]): Group {
  server.groups += 1
  return { commits, end: commits.at(-1)?.end ?? 0, serial: server.groups, waiting: false, since: world.now }
}

type Step = 'binlog-written' | 'binlog-synced' | 'engine-commit' | 'applied'

function tell(world: ClusterWorld, { host }: MysqlState, one: Commit, type: Step): void {
  const { transaction, write, end } = one
  const gtid = transaction?.gtid ?? ''
  emit(world, { at: world.now, host, type, by: one.by, gtid, write, position: bytesAt(end) })
  one.by = world.cause
}
