import { expect, it } from 'vitest'
import { countsIn } from './semisync-counters'

it('finds both counters in a status', () => {
  const status = [
    ['Rpl_semi_sync_source_no_tx', '2'],
    ['Rpl_semi_sync_source_status', 'OFF'],
    ['Rpl_semi_sync_source_yes_tx', '31'],
  ]
  expect(countsIn(status)).toEqual({ yesTx: 31, noTx: 2 })
})

it('counts nothing where there was no answer', () => {
  expect(countsIn(null)).toEqual({ yesTx: 0, noTx: 0 })
})
