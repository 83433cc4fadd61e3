import { expect, it } from 'vitest'
import { myCnf } from './my-cnf'

const at = { address: '10.99.2.2', port: 3306 }

it('my.cnf has what the scenario says and what a replica needs', () => {
  const conf = { rpl_semi_sync_replica_enabled: 'ON', replica_net_timeout: 6 } as const
  expect(myCnf(2, { replicaOf: 'm1', conf }, '/tmp/m2', at).split('\n')).toEqual(
    expect.arrayContaining([
      '[mysqld]',
      'server_id=2',
      'bind_address=10.99.2.2',
      'datadir=/tmp/m2/data',
      'gtid_mode=ON',
      'sync_binlog=1',
      'super_read_only=ON',
      'rpl_semi_sync_replica_enabled=ON',
      'replica_net_timeout=6',
    ]),
  )
})

it('a source can be written to, and what the scenario says comes last', () => {
  expect(myCnf(1, { conf: {} }, '/tmp/m1', at)).not.toContain('super_read_only')
  const lines = myCnf(1, { replicaOf: 'm2', conf: { super_read_only: 'OFF' } }, '/tmp/m1', at)
    .trimEnd()
    .split('\n')
  expect(lines.filter((line) => line.startsWith('super_read_only')).at(-1)).toBe('super_read_only=OFF')
})
