import { describe, expect, it } from 'vitest'
import { isError } from '../../../reply'
import { parseCommand } from '../../client/command'
import { effectOf, hold, newDataSet, replaceData } from '../data'
import type { Command } from '../messages'
import { answers, Prompt, writeExamples } from './testing/prompt'

const WRONG_TYPE = { error: 'WRONGTYPE Operation against a key holding the wrong kind of value' }

// What holds of every write, on whatever another one has left.
describe.each(writeExamples(1))('%s', (line) => {
  const situations = [[], ...[...writeExamples(1), ...writeExamples(2)].map((before) => [before])]

  it.each(situations.map((before) => [before.join() || 'nothing', before] as const))(
    'after %s does what it says, and until then nothing',
    (_, before) => {
      const prompt = new Prompt()
      for (const one of before) prompt.type(one)
      const values = structuredClone(prompt.values)
      const { reply, changes } = prompt.effect(line)
      expect(prompt.values).toEqual(values)
      if (isError(reply)) expect(changes).toBe(0)
      else {
        prompt.execute(line)
        if (changes === 0) expect(prompt.values).toEqual(values)
      }
    },
  )
})

describe('commands on a data set', () => {
  it.each([
    ['SET and GET', ['GET k', 'SET k a', 'GET k', 'SET k b', 'GET k'], [null, 'OK', 'a', 'OK', 'b']],
    ['INCR', ['INCR n', 'INCR n', 'SET n 41', 'INCR n', 'GET n'], [1, 2, 'OK', 42, '42']],
    ['INCR on text', ['SET n x', 'INCR n', 'GET n'], ['OK', { error: 'ERR value is not an integer or out of range' }, 'x']],
    [
      'INCR at 2⁵³',
      ['SET n 9007199254740990', 'INCR n', 'INCR n', 'INCR n'],
      ['OK', 9007199254740991, '9007199254740992', '9007199254740993'],
    ],
    [
      'INCR to the end',
      ['SET n 9223372036854775806', 'INCR n', 'INCR n', 'GET n'],
      ['OK', '9223372036854775807', { error: 'ERR increment or decrement would overflow' }, '9223372036854775807'],
    ],
    ['INCR from below', ['SET n -9223372036854775808', 'INCR n', 'SET n -1', 'INCR n'], ['OK', '-9223372036854775807', 'OK', 0]],
    ['SADD and SCARD', ['SCARD s', 'SADD s a b a', 'SADD s b c', 'SCARD s'], [0, 2, 1, 3]],
    ['lists', ['LLEN l', 'RPUSH l a b', 'LPUSH l c', 'LLEN l'], [0, 2, 3, 3]],
    ['keys', ['DBSIZE', 'SET a 1', 'INCR b', 'DBSIZE', 'EXISTS a b c a'], [0, 'OK', 1, 2, 3]],
    ['SET over anything', ['SADD s a', 'SET s x', 'GET s'], [1, 'OK', 'x']],
  ])('%s', (_, lines, expected) => {
    expect(answers(...lines)).toEqual(expected)
  })

  // Each measured on redis-server 7.0.15.
  it.each([
    '1e3',
    '0x10',
    '007',
    '+5',
    '5.0',
    '" 5"',
    '"5 "',
    '""',
    '-0',
    '-',
    '--5',
    '9223372036854775808',
    '99999999999999999999',
  ])('INCR finds no integer in %s', (text) => {
    expect(answers(`SET n ${text}`, 'INCR n')).toEqual(['OK', { error: 'ERR value is not an integer or out of range' }])
  })

  // `rdb_changes_since_last_save` and the bytes of the stream, on redis-server 7.0.15.
  it.each([
    ['SET k v', 1],
    ['INCR n', 1],
    ['SADD s a b c', 3],
    ['SADD s a', 0],
    ['SADD s a b a d', 1],
    ['RPUSH l a b', 2],
    ['LPUSH l x', 1],
    ['INCR k', 0],
    ['SADD k x', 0],
  ])('R11: after SET k v and SADD s a b, %s is so many changes: %i', (line, changes) => {
    const prompt = new Prompt()
    if (line !== 'SADD s a b c') for (const before of ['SET k v', 'SADD s a b']) prompt.type(before)
    expect(prompt.effect(line).changes).toBe(changes)
  })

  it('a write that changes nothing names the write that made it so', () => {
    const prompt = new Prompt()
    for (const line of ['SADD s a', 'SADD s b', 'SADD s c']) prompt.type(line)
    expect(prompt.effect('SADD s b a')).toEqual({ reply: 0, changes: 0, madeBy: 1 })
  })

  it('R11: of several writes that made it so, it names the one that was executed last, though it was sent first', () => {
    const sent = ['SADD s a', 'SADD s b'].map(
      (line, write): Command => ({ type: 'command', ...parseCommand(line), write, bytes: 0 }),
    )
    const data = newDataSet()
    for (const write of [1, 0]) hold(data, write)
    expect(effectOf(data, sent, 'SADD', ['s', 'a', 'b'])).toEqual({ reply: 0, changes: 0, madeBy: 0 })
    expect(effectOf(data, sent, 'SADD', ['s', 'b']).madeBy).toBe(1)
  })

  it('the wrong type is refused and changes nothing', () => {
    const wrong = ['INCR s', 'RPUSH s x', 'GET s', 'LLEN s', 'SADD l x', 'SCARD l', 'INCR l']
    const seen = answers('SADD s a', 'RPUSH l a', ...wrong, 'SCARD s', 'LLEN l')
    expect(seen).toEqual([1, 1, ...wrong.map(() => WRONG_TYPE), 1, 1])
  })
})

describe('a data set that becomes another', () => {
  it('counts what it held and the other lacks, and answers from the other', () => {
    const prompt = new Prompt()
    for (const line of ['SET a 1', 'SET a 2', 'SET b 1']) prompt.type(line)
    expect(prompt.type('GET a')).toBe('2')
    expect(replaceData(prompt.data, [0])).toBe(2)
    expect(prompt.type('GET a')).toBe('1')
    expect(prompt.type('DBSIZE')).toBe(1)
    expect(prompt.data.writes).toEqual([0])
    expect(replaceData(prompt.data, [0, 1, 2])).toBe(0)
    expect(prompt.type('DBSIZE')).toBe(2)
  })
})
