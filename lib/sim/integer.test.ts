import { expect, it } from 'vitest'
import { integer } from './integer'

it.each(['0', '1', '-1', '10', '9007199254740993', '9223372036854775807', '-9223372036854775808'])('%s is one', (text) => {
  expect(String(integer(text))).toBe(text)
})

it.each(['', '-', '-0', '00', '01', '+1', ' 1', '1 ', '1e3', '0x1', '1.0', '9223372036854775808', '-9223372036854775809', '１'])(
  '"%s" is none',
  (text) => {
    expect(integer(text)).toBeNull()
  },
)
