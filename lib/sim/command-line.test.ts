import { expect, it } from 'vitest'
import { splitLine } from './command-line'

// As redis-cli 7.0.15 splits them.
it.each([
  ['SET a b', ['SET', 'a', 'b']],
  ['  SET\ta \n b ', ['SET', 'a', 'b']],
  ['SET "a b" c', ['SET', 'a b', 'c']],
  ["SET 'a b' c", ['SET', 'a b', 'c']],
  ['SET "" \'\'', ['SET', '', '']],
  ['SET a"b c" d', ['SET', 'ab c', 'd']],
  ['SET "\\x41\\x4g\\X41" x', ['SET', 'Ax4gX41', 'x']],
  ['SET "\\n\\r\\t\\b\\a\\q\\"\\\\" x', ['SET', '\n\r\t\b\x07q"\\', 'x']],
  ["SET '\\'\\n' x", ['SET', "'\\n", 'x']],
  ['SET a\\b x', ['SET', 'a\\b', 'x']],
  ['', []],
])('%j', (line, words) => {
  expect(splitLine(line)).toEqual(words)
})

it.each(['SET "a', "SET 'a", 'SET "a"b', "SET 'a'b", 'SET "a\\"', "SET 'a\\'", 'SET a" b', 'SET "a""b"'])(
  'Invalid argument(s): %s',
  (line) => {
    expect(splitLine(line)).toBeNull()
  },
)
