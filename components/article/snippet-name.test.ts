import { expect, it } from 'vitest'
import { snippetName } from './snippet-name'

it('names a snippet by its kind and its first line that is no comment', () => {
  expect(snippetName('redis.conf', ['# Checked before', '# each write', 'min-replicas-to-write 1'])).toBe(
    'redis.conf min-replicas-to-write 1',
  )
  expect(snippetName('js', ['// ioredis', '', 'async function wait() {'])).toBe('js async function wait() {')
  expect(snippetName(null, ['(error) NOREPLICAS'])).toBe('(error) NOREPLICAS')
  expect(snippetName('bash', ['# nothing else'])).toBe('bash')
})
