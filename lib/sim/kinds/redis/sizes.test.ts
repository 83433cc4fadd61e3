import { describe, expect, it } from 'vitest'
import { commandBytes, GETACK_BYTES, HELLO_PUBLISH_BYTES, PING_BYTES, SELECT_BYTES } from './sizes'

/** The protocol itself: `*n`, then each argument with its length. */
function resp(...args: readonly string[]): string {
  return `*${args.length}\r\n${args.map((arg) => `$${new TextEncoder().encode(arg).length}\r\n${arg}\r\n`).join('')}`
}

const encodedLength = (text: string) => new TextEncoder().encode(text).length

describe('R9: sizes in the replication stream', () => {
  it.each([
    ['SELECT 0', SELECT_BYTES, 23, ['SELECT', '0']],
    ['ping', PING_BYTES, 14, ['ping']],
    ['REPLCONF GETACK *', GETACK_BYTES, 37, ['REPLCONF', 'GETACK', '*']],
  ] as const)('%s is %i bytes', (_, constant, stated, args) => {
    expect([constant, encodedLength(resp(...args))]).toEqual([stated, stated])
  })

  it('a hello of a sentinel is 49 bytes and its payload of 75', () => {
    const id = 'f'.repeat(40)
    const payload = ['10.0.0.9', 26379, id, 0, 'm', '10.0.0.1', 6379, 0].join(',')
    expect(payload).toHaveLength(75)
    expect(encodedLength(resp('PUBLISH', '__sentinel__:hello', payload))).toBe(49 + 75)
    expect(HELLO_PUBLISH_BYTES).toBe(124)
  })

  it.each([
    ['SET', ['foo', 'bar'], 31],
    ['INCR', ['c'], 21],
    ['SET', ['foo', 'bar', 'EX', '100'], null],
    ['RPUSH', ['list', ...'abcdefghijkl'], null],
    ['SET', ['w:0', 'x'.repeat(10)], null],
    ['SET', ['w:0', 'x'.repeat(99)], null],
    ['SET', ['w:0', 'x'.repeat(1000)], null],
    ['SET', ['w:0', 'x'.repeat(100_000)], null],
    ['SET', ['名', '值é'], null],
  ] as const)('%s with %j', (name, args, stated) => {
    const bytes = commandBytes(name, args)
    expect(bytes).toBe(encodedLength(resp(name, ...args)))
    if (stated !== null) expect(bytes).toBe(stated)
  })
})
