import { expect, it } from 'vitest'
import { FOLLOWING } from '../observe/names'
import { asMariadb, fromMariadb, mariadbLine } from './mariadb'
import { myCnf } from './my-cnf'

it.each([
  [
    `CHANGE REPLICATION SOURCE TO SOURCE_HOST='10.99.2.2', SOURCE_PORT=3306, SOURCE_AUTO_POSITION=1, ${FOLLOWING}`,
    "CHANGE MASTER TO MASTER_HOST='10.99.2.2', MASTER_PORT=3306, MASTER_USE_GTID=slave_pos, MASTER_USER='lab'",
  ],
  ['SET GLOBAL super_read_only=OFF, read_only=OFF', 'SET GLOBAL read_only=OFF'],
  ['SET GLOBAL super_read_only=ON', 'SET GLOBAL read_only=ON'],
  ['SET GLOBAL rpl_semi_sync_source_wait_no_replica=OFF', 'SET GLOBAL rpl_semi_sync_master_wait_no_slave=OFF'],
  ["SHOW STATUS LIKE 'Rpl_semi_sync_source_status'", "SHOW STATUS LIKE 'Rpl_semi_sync_master_status'"],
  ["SHOW GLOBAL STATUS LIKE 'Rpl\\_semi\\_sync\\_source\\_%'", "SHOW GLOBAL STATUS LIKE 'Rpl\\_semi\\_sync\\_master\\_%'"],
  ['STOP REPLICA SQL_THREAD', 'STOP REPLICA SQL_THREAD'],
  ['INSERT INTO t VALUES (3)', 'INSERT INTO t VALUES (3)'],
])('MariaDB takes %s', (statement, taken) => {
  expect(asMariadb(statement)).toBe(taken)
})

it('answers have the names of MySQL', () => {
  expect(fromMariadb([['Rpl_semi_sync_master_status', 'ON'], 3, null])).toEqual([['Rpl_semi_sync_source_status', 'ON'], 3, null])
  expect(fromMariadb({ error: '1290 …' })).toEqual({ error: '1290 …' })
})

it('what a scenario leaves open means what it does with MySQL; a count but one is refused', () => {
  const conf = { rpl_semi_sync_source_enabled: 'ON', rpl_semi_sync_source_wait_for_replica_count: 1 } as const
  const lines = myCnf(2, { replicaOf: 'm1', conf }, '/tmp/m2', { address: '10.99.2.2', port: 3306 }, 'MariaDB').split('\n')
  expect(lines).toEqual(
    expect.arrayContaining(['read_only=ON', 'rpl_semi_sync_master_wait_point=AFTER_SYNC', 'rpl_semi_sync_master_enabled=ON']),
  )
  expect(lines.join(' ')).not.toMatch(/gtid_mode|plugin|source|super/)
  expect(() => mariadbLine('rpl_semi_sync_source_wait_for_replica_count', 2)).toThrow('its source waits for one replica')
})
