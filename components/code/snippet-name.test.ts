import { expect, it } from 'vitest'
import { snippetName } from './snippet-name'

it('names a snippet by its kind and its first lines that are no comments', () => {
  expect(
    snippetName('redis.conf', [
      '# Checked before',
      '# each write',
      'min-replicas-to-write 1',
      '# seconds',
      'min-replicas-max-lag 3',
      'appendonly yes',
    ]),
  ).toBe('redis.conf min-replicas-to-write 1 min-replicas-max-lag 3')
  expect(snippetName('js', ['// ioredis', '', 'async function wait() {'])).toBe('js async function wait() {')
  expect(snippetName(null, ['(error) NOREPLICAS'])).toBe('(error) NOREPLICAS')
  expect(snippetName('bash', ['# nothing else'])).toBe('bash')
})
