import { expect, it } from 'vitest'
import { loadSubject } from '../subject'
import { unseenOnLoopback } from './unseen'

it.each([
  ['healthy-crash', null],
  ['slow-link-crash', null],
  ['wait-wrong-replica', null],
  ['split-brain', 'figures'],
  ['blip-partial', 'figures'],
  ['one-way-from-primary', 'everything'],
  ['semisync-timeout', 'everything'],
])('%s: %s', (name, unseen) => {
  expect(unseenOnLoopback(loadSubject(name))).toBe(unseen)
})
