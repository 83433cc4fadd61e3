import { expect, test } from 'vitest'
import { printable } from './terminal.mjs'

test.each([
  ['a\u001b[2J', 'a\\u001b[2J'],
  ['two\nlines\r\tb', 'two\\u000alines\\u000d\\u0009b'],
  ['\u007f\u0085\u009b31m', '\\u007f\\u0085\\u009b31m'],
  ['\u202Egnp.exe\u2066\u200F', '\\u202egnp.exe\\u2066\\u200f'],
  ['\u2028\u2029\uFEFF\u00AD', '\\u2028\\u2029\\ufeff\\u00ad'],
  ['\u{E0041}', '\\udb40\\udc41'],
  ['\uD800', '\\ud800'],
  ['r1 → 主节点 “é” 😀 \\n', 'r1 → 主节点 “é” 😀 \\n'],
])('%j is shown as %j', (text, shown) => {
  expect(printable(text)).toBe(shown)
})

test('JSON stays JSON of the same value', () => {
  const value = { 'k\u202E\u009b': ['\u{E0041}\u2028', 'a\nb', '主'] }
  const line = printable(JSON.stringify(value))
  expect(JSON.parse(line)).toEqual(value)
  expect(line).toMatch(/^[\x20-\x7e主]+$/)
})
