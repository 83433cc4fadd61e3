import { expect, it } from 'vitest'
import { readMysqlLog } from './mysql-log'

const ZERO = Date.UTC(2026, 10, 27, 12, 40, 0, 500)

it('reads times to the microsecond, and codes', () => {
  const log = `2026-11-27T12:40:02.003456Z 8 [Warning] [MY-011153] [Repl] Timeout waiting for reply of binlog (file: binlog.000001, pos: 439), semi-sync up to file , position 4.
2026-11-27T12:40:02.003501Z 8 [Note] [MY-011155] [Repl] Semi-sync replication switched OFF.
not a line of the log`
  expect(readMysqlLog(log, ZERO)).toEqual([
    { at: 1_503_456, code: 'MY-011153', text: expect.stringMatching(/^Timeout waiting .* position 4\.$/) },
    { at: 1_503_501, code: 'MY-011155', text: 'Semi-sync replication switched OFF.' },
  ])
})

it('counts from a time zero within a millisecond', () => {
  const [line] = readMysqlLog('2026-11-27T12:40:00.600000Z 0 [Note] [MY-011156] [Repl] on', ZERO + 0.25)
  expect(line?.at).toBe(99_750)
})
