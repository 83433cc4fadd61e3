import { expect, test } from 'vitest'
import { readingMinutes } from './reading-time'

const times = (text: string, count: number) => Array.from({ length: count }, () => text).join(' ')

test('English is counted by words', () => {
  expect(readingMinutes(times('word', 230 * 4))).toBe(4)
})

test('汉字 are counted one by one, and Latin words among them as words', () => {
  expect(readingMinutes('写'.repeat(350 * 3))).toBe(3)
  expect(readingMinutes(`${'写'.repeat(350 * 2)} ${times('Redis', 230)}`)).toBe(3)
})

test('punctuation, tags and addresses are not read', () => {
  const unread = times('<Demo scenario="split-brain" controls="a b c d e f" />，。 [#an-id]', 300)
  expect(readingMinutes(unread)).toBe(1)
  expect(readingMinutes(times('[word](https://example.com/a/long/address/of/many/words)', 230 * 2))).toBe(2)
})

test('what an article imports and runs is not read', () => {
  const unread = "import { run } from '@/lib/run'\n\nexport const cut = run(splitBrain)\n".repeat(100)
  expect(readingMinutes(unread + times('word', 230 * 2))).toBe(2)
})

test('the shortest text takes a minute', () => {
  expect(readingMinutes('')).toBe(1)
})
