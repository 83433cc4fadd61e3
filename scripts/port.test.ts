import { expect, test } from 'vitest'
import { BadInput } from '../lib/terminal/failure.mjs'
import { readPort, refusalOf } from './port.mjs'

test.each([
  [undefined, 4173],
  ['', 4173],
  ['0', 0],
  ['8080', 8080],
  ['65535', 65535],
])('PORT=%s is %d', (text, port) => {
  expect(readPort(text)).toBe(port)
})

test.each(['abc', '-1', '70000', '65536', '1.5', '1e3', '0x50', ' 80', '99999999999'])('refuses PORT=%j', (text) => {
  expect(() => readPort(text)).toThrow(BadInput)
  expect(() => readPort(text)).toThrow(`PORT: expected a whole number from 0 to 65535, got ${JSON.stringify(text)}`)
})

test('a port that this user may not have is a matter of what was asked for', () => {
  const refused = Object.assign(new Error('listen EACCES'), { code: 'EACCES', syscall: 'listen' })
  expect(refusalOf(80, refused)).toBeInstanceOf(BadInput)
  expect(refusalOf(80, refused)).toMatchObject({ message: expect.stringContaining('PORT: 80 is not allowed for this user') })
  const other = new Error('other')
  expect(refusalOf(80, other)).toBe(other)
})
