import type { OWN_LINES } from '../../lists/own-lines'

const THREAD = { up: 'Yes', connecting: 'Connecting', lost: 'Connecting', stopped: 'No' } as const

const error = (name: string, errno: number | null): string => (errno === null ? '' : `, ${name}: ${errno}`)
const kindOf = (semisync: boolean): string => (semisync ? 'semi-sync' : 'asynchronous')

/** The lines of the log for servers of MySQL, in the words of its error log and of `SHOW REPLICA STATUS`. */
export const MYSQL_LINES: typeof OWN_LINES = {
  'binlog-written': ({ gtid }) => `binlog: ${gtid}`,
  'binlog-synced': ({ gtid }) => `binlog fsync: ${gtid}`,
  'engine-commit': ({ gtid }) => `COMMIT: ${gtid}`,
  'relay-written': ({ gtid, acked }) => `relay log: ${gtid}${acked ? ', ACK' : ''}`,
  applied: ({ gtid }) => `applied: ${gtid}`,
  'ack-received': ({ replica, count }) => `ACK: ${replica} (${count})`,
  'wait-start': ({ point }) => point,
  'wait-end': ({ point, reason, waited }) => `${point}: ${reason}, ${waited / 1000} ms`,
  'semisync-off': () => 'Semi-sync replication switched OFF.',
  'semisync-on': () => 'Semi-sync replication switched ON',
  'replica-attached': ({ replica, semisync }) => `Start ${kindOf(semisync)} binlog_dump to replica (${replica})`,
  'replica-noticed-dead': ({ replica }) => `Stop binlog_dump to replica (${replica})`,
  receiver: ({ source, state, errno }) => `Replica_IO_Running: ${THREAD[state]} (${source})${error('Last_IO_Errno', errno)}`,
  applier: ({ state, errno }) => `Replica_SQL_Running: ${state === 'started' ? 'Yes' : 'No'}${error('Last_SQL_Errno', errno)}`,
  'mysql-up': () => 'ready for connections',
  promoted: ({ executed }) => `super_read_only=OFF, gtid_executed: ${executed || '(empty)'}`,
  'read-only': () => 'super_read_only=ON',
  repointed: ({ of }) => (of === null ? 'RESET REPLICA ALL' : `CHANGE REPLICATION SOURCE TO SOURCE_HOST='${of}'`),
  errant: ({ replica, gtids }) => `GTID_SUBTRACT(${replica}): ${gtids}`,
  variable: ({ name, value }) => `SET GLOBAL ${name}=${value}`,
}
