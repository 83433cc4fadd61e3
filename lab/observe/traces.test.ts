import { describe, expect, it } from 'vitest'
import { traceOf } from './traces'

const write = (line: string, number: number) => ({ words: line.split(' '), write: number })
const first = write('SET k a', 0)
const second = write('set k b', 1)
const member = write('SADD s a', 2)
const element = write('RPUSH l a', 3)
const writes = [first, second, member, element]

describe('a write is found again', () => {
  it('by its value, or by that of a later write that stands in its place', () => {
    const trace = traceOf('SET')
    expect(trace?.ask(['k', 'a'])).toEqual(['GET', 'k'])
    expect(trace?.holds('a', first, writes)).toBe(true)
    expect(trace?.holds('b', first, writes)).toBe(true)
    expect(trace?.holds('a', second, writes)).toBe(false)
    expect(trace?.holds(null, first, writes)).toBe(false)
  })

  it('by its member, or by its element', () => {
    expect(traceOf('sadd')?.ask(['s', 'a'])).toEqual(['SISMEMBER', 's', 'a'])
    expect([1, 0].map((reply) => traceOf('sadd')?.holds(reply, member, writes))).toEqual([true, false])
    expect(traceOf('LPUSH')?.ask(['l', 'a'])).toEqual(['LPOS', 'l', 'a'])
    expect([0, null].map((reply) => traceOf('RPUSH')?.holds(reply, element, writes))).toEqual([true, false])
  })

  it('by nothing at all after an INCR; what only reads is no write', () => {
    expect(traceOf('INCR')).toBeNull()
    expect(traceOf('GET')).toBeUndefined()
  })
})
