import { expect, it } from 'vitest'
import { serverName } from './server-name'

it('names Redis where a recording has its version alone', () => {
  expect(serverName('7.0.15')).toBe('Redis 7.0.15')
  expect(serverName('MySQL 9.7.4')).toBe('MySQL 9.7.4')
})
