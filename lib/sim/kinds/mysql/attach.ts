import type { ConnectionId } from '../../core/end'
import type { Tagged } from '../../core/model'
import { close } from '../../core/transport'
import { emit } from '../../core/world'
import type { Message } from '../messages'
import type { ClusterWorld } from '../protocol'
import { changeList, nextHeartbeat, notice, sendHeartbeat, sendTo } from './dump'
import { type GtidSet, gtidText, without } from './gtid'
import type { Dump, MysqlState } from './state'

/** A replica asks for the binlog. */
export function handleDump(
  world: ClusterWorld,
  server: MysqlState,
  message: Tagged<Message, 'dump'>,
  connection: ConnectionId,
): void {
  const { host, executed } = server
  // Y26: the old thread of the same replica ends.
  for (const old of server.dumps.filter((one) => one.host === message.host && !one.leaving)) {
    close(world, old.connection, 1)
    notice(world, server, old)
  }
  const dump = newDump(server, message, connection)
  server.dumps.push(dump)
  const errant = gtidText(without(message.known, executed))
  // Nothing refuses it (Y41). A source that lacks transactions of its own would refuse, which takes a lost disk.
  if (errant !== '') emit(world, { at: world.now, host, type: 'errant', by: world.cause, replica: dump.host, gtids: errant })
  attached(world, server, dump)
}

/** A replica that knows so much, with its socket not looked at yet where there are others (Y20). */
export function newDump(
  server: MysqlState,
  {
    host,
    known,
    semisync,
    heartbeat,
  }: { readonly host: string; readonly known: GtidSet; readonly semisync: boolean; readonly heartbeat: number },
  connection: ConnectionId,
): Dump {
  const listed = semisync && !server.dumps.some((one) => one.listed)
  const progress = { sent: 0, lastSent: 0, unread: -1, acked: -1 }
  return { connection, host, known, semisync, heartbeat, socket: 'open', leaving: false, listed, ...progress }
}

function attached(world: ClusterWorld, server: MysqlState, dump: Dump): void {
  const { cause } = world
  const missing = sendTo(world, server, dump)
  if (missing === 0) sendHeartbeat(world, server, dump)
  world.cause = cause
  emit(world, {
    at: world.now,
    host: server.host,
    type: 'replica-attached',
    by: cause,
    replica: dump.host,
    semisync: dump.semisync,
    missing,
  })
  if (dump.listed) server.polledAt = world.now
  else if (dump.semisync) changeList(world, server)
  nextHeartbeat(world, server, dump)
}
