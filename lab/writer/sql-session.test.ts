import { expect, it } from 'vitest'
import { replyOf } from './sql-session'

it.each([
  ['INSERT INTO t VALUES (1)', { affectedRows: 1, insertId: 0 }, 'OK'],
  ['SELECT COUNT(*) FROM t', [[3]], 3],
  ['SELECT @@gtid_executed', [[null]], null],
  ['SELECT * FROM t WHERE id=3', [[3]], [3]],
  ['SELECT * FROM t WHERE id=3', [], []],
  ['SELECT * FROM t', [[3], [4]], [3, 4]],
  ["SHOW STATUS LIKE 'a'", [['a', 'ON']], [['a', 'ON']]],
])('%s: %j is answered as %j', (statement, result, reply) => {
  expect(replyOf(statement, result)).toEqual(reply)
})
