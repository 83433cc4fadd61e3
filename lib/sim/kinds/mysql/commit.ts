import { send } from '../../core/transport'
import { emit, timer } from '../../core/world'
import type { ClusterWorld } from '../protocol'
import { ENGINE_COMMIT, FSYNC, PREPARE } from './constants'
import { feed } from './dump'
import { include } from './gtid'
import type { Transaction } from './messages'
import { bytesAt, type Commit, type Group, type MysqlState, type WaitPoint } from './state'
import { awaits } from './wait'

// Y3, stage by stage. A group goes through each alone, and what comes meanwhile gathers into the next (Y6).

/** A transaction has come to its commit. */
export function commit(world: ClusterWorld, server: MysqlState, one: Commit): void {
  server.queue.push(one)
  startFlush(world, server)
}

/** Whether nothing is on its way through the commit. */
export function isIdle({ queue, flushing, stages }: MysqlState): boolean {
  const working = Object.values(stages).some(({ gathered, group }) => group !== null || gathered.length > 0)
  return !working && flushing === null && queue.length === 0
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
  server.stages.AFTER_SYNC.gathered.push(...group)
  feed(world, server)
  enter(world, server, 'AFTER_SYNC')
  startFlush(world, server)
}

/** One group holds the lock of a stage, waiting or not (Y6). */
function enter(world: ClusterWorld, server: MysqlState, point: WaitPoint): void {
  const stage = server.stages[point]
  const { gathered: commits } = stage
  if (stage.group !== null || commits.length === 0) return
  server.groups += 1
  const group = { point, commits, end: commits.at(-1)?.end ?? 0, serial: server.groups, waiting: false, since: world.now }
  stage.group = group
  stage.gathered = []
  if (server.conf.rpl_semi_sync_source_wait_point !== point || !awaits(world, server, group)) pass(world, server, group)
}

/** A group has waited, or need not. */
export function pass(world: ClusterWorld, server: MysqlState, group: Group): void {
  if (group.point === 'AFTER_SYNC') timer(world, server.place, world.now + ENGINE_COMMIT, 'engine')
  else finish(world, server, group)
}

/** ⑤ */
export function engineCommit(world: ClusterWorld, server: MysqlState): void {
  const { AFTER_SYNC: stage, AFTER_COMMIT: next } = server.stages
  const { group } = stage
  if (group === null) return
  stage.group = null
  server.committed = group.end
  for (const one of group.commits) {
    tell(world, server, one, one.connection === null ? 'applied' : 'engine-commit')
    if (one.connection === null) server.relay.shift()
  }
  next.gathered.push(...group.commits)
  enter(world, server, 'AFTER_COMMIT')
  enter(world, server, 'AFTER_SYNC')
}

/** ⑦ */
function finish(world: ClusterWorld, server: MysqlState, { commits }: Group): void {
  server.stages.AFTER_COMMIT.group = null
  for (const { connection, write, by } of commits) {
    if (connection === null) server.applier.applying -= 1
    else {
      world.cause = by
      send(world, connection, 1, { type: 'reply', reply: 'OK', write })
      server.freed.push(connection)
    }
  }
  enter(world, server, 'AFTER_COMMIT')
}

type Step = 'binlog-written' | 'binlog-synced' | 'engine-commit' | 'applied'

function tell(world: ClusterWorld, { host }: MysqlState, one: Commit, type: Step): void {
  const { transaction, write, end } = one
  const gtid = transaction?.gtid ?? ''
  emit(world, { at: world.now, host, type, by: one.by, gtid, write, position: bytesAt(end) })
  one.by = world.cause
}
