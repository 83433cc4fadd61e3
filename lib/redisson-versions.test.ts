import { expect, it } from 'vitest'
import { redissonVersions } from './redisson-versions'
import { redissonOf } from './sim/kinds/redisson/versions'

it('L9, L11, L18: what is read off the runs is what the releases are known for', () => {
  const rows = redissonVersions()
  expect(rows.map(({ since, count, oneOfTwo, none, watchdog }) => [since, count, oneOfTwo, none, watchdog])).toEqual([
    ['3.0.0', 'none', 'granted', 'granted', 'goes-on'],
    ['3.12.5', 'list', 'granted', 'granted', 'goes-on'],
    ['3.16.7', 'list', 'stuck', 'stuck', 'ends'],
    ['3.17.5', 'list', 'granted', 'stuck', 'ends'],
    ['3.18.1', 'asked', 'granted', 'stuck', 'ends'],
    ['3.20.0', 'asked', 'granted', 'undone', 'ends'],
    ['3.20.1', 'asked', 'granted', 'retried', 'ends'],
    ['3.25.0', 'asked', 'granted', 'stuck', 'ends'],
    ['3.27.0', 'kept', 'granted', 'stuck', 'ends'],
    ['3.44.0', 'kept', 'granted', 'stuck', 'goes-on'],
    ['3.47.0', 'kept', 'granted', 'retried', 'goes-on'],
  ])
})

it('the last row holds for the latest release that was read', () => {
  const { retryAttempts, resentIn } = redissonOf('3.48.0')
  expect(redissonOf('4.7.0')).toEqual({ ...redissonOf('3.47.0'), retryAttempts, resentIn })
})
