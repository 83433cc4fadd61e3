import { expect, it } from 'vitest'
import { coded } from './stamped-log'

it('reads what MariaDB tells of semi-sync, under the codes of MySQL', () => {
  const log = [
    "2026-11-27 19:52:11 5 [Note] Start binlog_dump to slave_server(2), pos(binlog.000001, 4), using_gtid(1), gtid('')",
    '2026-11-27 19:52:14 7 [Warning] Timeout waiting for reply of binlog (file: binlog.000001, pos: 9100), semi-sync up to file binlog.000001, position 8900.',
    '2026-11-27 19:52:14 7 [Note] Semi-sync replication switched OFF.',
    '2026-11-27 19:52:16 0 [Note] Semi-sync replication switched ON with slave (server_id: 2) at (binlog.000001, 9300)',
    '2026-11-27 19:52:20 0 [Note] /usr/sbin/mariadbd: ready for connections.',
  ]
  expect(coded(log.join('\n')).map(({ code }) => code)).toEqual(['MY-011153', 'MY-011155', 'MY-011156', 'MY-010931'])
})
