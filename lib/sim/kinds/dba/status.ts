import type { Reply } from '../../reply'
import { gtidText } from '../mysql/gtid'
import { clientsOf } from '../mysql/mode'
import type { MysqlState } from '../mysql/state'
import { waiting } from '../mysql/wait'

/** `SHOW STATUS LIKE`: names and values (Y2). */
export function statusLike(server: MysqlState, pattern: string): Reply {
  const like = new RegExp(`^${pattern.replaceAll('%', '.*').replaceAll('_', '.')}$`, 'i')
  const { counters, semisync, receiver } = server
  const rows: readonly (readonly [string, string | number])[] = [
    ['replica_status', receiver.state === 'up' && receiver.semisync ? 'ON' : 'OFF'],
    ['source_clients', clientsOf(server)],
    ['source_no_times', counters.times],
    ['source_no_tx', counters.no],
    ['source_status', semisync ? 'ON' : 'OFF'],
    ['source_tx_wait_time', counters.waited],
    ['source_tx_waits', counters.waits],
    ['source_wait_sessions', waiting(server).length],
    ['source_yes_tx', counters.yes],
  ]
  return rows.map(([name, value]) => [`Rpl_semi_sync_${name}`, String(value)]).filter(([name = '']) => like.test(name))
}

const IO_RUNNING: Readonly<Record<MysqlState['receiver']['state'], string>> = {
  connecting: 'Connecting',
  up: 'Yes',
  requested: 'Yes',
  stopped: 'No',
}

/** `SHOW REPLICA STATUS`: names and values; nothing on a server that follows nobody. */
export function replicaStatus({ channel, receiver, applier, relay, executed }: MysqlState): Reply {
  if (channel.of === null) return []
  return [
    ['Source_Host', channel.of],
    ['Replica_IO_Running', IO_RUNNING[receiver.state]],
    ['Replica_SQL_Running', applier.running ? 'Yes' : 'No'],
    ['Last_IO_Errno', String(receiver.errno)],
    ['Last_SQL_Errno', String(applier.errno)],
    ['Unapplied_Transactions', String(relay.length)],
    ['Executed_Gtid_Set', gtidText(executed)],
  ]
}
