import { send } from '../../core/transport'
import { clock, emit } from '../../core/world'
import type { ClusterWorld } from '../protocol'
import { BEAT } from './constants'
import { has } from './gtid'
import type { Transaction } from './messages'
import { type Dump, dumpOn, type MysqlState } from './state'

/** What is on the disk goes to every replica. */
export function feed(world: ClusterWorld, server: MysqlState): void {
  for (const dump of [...server.dumps]) if (!dump.leaving && !gone(world, server, dump)) sendTo(world, server, dump)
}

/** The first send to a replica that is gone succeeds, and nobody gets it; with the second that is noticed (Y22). */
function gone(world: ClusterWorld, server: MysqlState, dump: Dump): boolean {
  if (dump.socket === 'open') return false
  if (dump.socket === 'reset') notice(world, server, dump)
  else {
    dump.socket = 'reset'
    dump.lastSent = world.now
  }
  return true
}

/** Sends a replica what it has not been sent and does not know; how many transactions. */
export function sendTo(world: ClusterWorld, server: MysqlState, dump: Dump): number {
  const { binlog, synced, conf, semisync } = server
  const lacks = (one: Transaction | undefined) => one !== undefined && one.origin !== dump.host && !has(dump.known, one)
  let last = synced
  while (last > dump.sent && !lacks(binlog[last - 1])) last -= 1
  // Y8: on, for the end of a group; off, for the last that there is.
  const asks = dump.semisync && conf.rpl_semi_sync_source_enabled === 'ON' && (semisync || last === binlog.length)
  let missing = 0
  for (let position = dump.sent + 1; position <= last; position += 1) {
    const transaction = binlog[position - 1]
    if (transaction === undefined || !lacks(transaction)) continue
    missing += 1
    const { write } = transaction
    send(world, dump.connection, 1, { type: 'binlog-event', transaction, write, position, ask: asks && position === last })
  }
  dump.sent = synced
  if (missing > 0) dump.lastSent = world.now
  return missing
}

/** One that has nothing to get is told so, and asked how far it is. */
export function sendHeartbeat(world: ClusterWorld, { binlog, conf }: MysqlState, dump: Dump): void {
  dump.lastSent = world.now
  const ask = dump.semisync && conf.rpl_semi_sync_source_enabled === 'ON'
  send(world, dump.connection, 1, { type: 'heartbeat', position: binlog.length, ask })
}

/** Nothing has been sent to a replica for a while. */
export function heartbeat(world: ClusterWorld, server: MysqlState, connection: number): void {
  const dump = dumpOn(server, connection)
  if (dump === undefined || dump.leaving) return
  if (world.now - dump.lastSent >= dump.heartbeat && !gone(world, server, dump)) sendHeartbeat(world, server, dump)
  if (!dump.leaving) nextHeartbeat(world, server, dump)
}

export function nextHeartbeat(
  world: ClusterWorld,
  { place }: MysqlState,
  { lastSent, heartbeat: period, connection }: Dump,
): void {
  if (period > 0) clock(world, place, lastSent + period, 'heartbeat', connection)
}

/** The thread of a replica ends; one that acknowledges has to be taken off the list (Y20). */
export function notice(world: ClusterWorld, server: MysqlState, dump: Dump): void {
  const { host } = server
  const left = server.dumps.filter((one) => one.semisync && one !== dump && !one.leaving)
  emit(world, { at: world.now, host, type: 'replica-noticed-dead', by: world.cause, replica: dump.host, clients: left.length })
  dump.leaving = true
  if (dump.semisync) changeList(world, server)
  else server.dumps = server.dumps.filter((one) => one !== dump)
}

/** The list is to change at the next beat of the thread that reads ACKs, or when it hears one before (Y20). */
export function changeList(world: ClusterWorld, server: MysqlState): void {
  if (server.beatAt !== null) return
  const beats = Math.floor((world.now - server.polledAt) / BEAT) + 1
  server.beatAt = server.polledAt + beats * BEAT
  clock(world, server.place, server.beatAt, 'beat')
}
