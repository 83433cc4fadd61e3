import { describe, expect, it } from 'vitest'
import { parseCommand } from '../client/writer'
import { DataSet, type ReadCommand, type WriteCommand } from './data'
import type { Command } from './messages'

const WRONG_TYPE = { error: 'WRONGTYPE Operation against a key holding the wrong kind of value' }

/** A data set that executes what is typed, and answers. */
class Prompt {
  private readonly commands: Command[] = []
  readonly data = new DataSet(this.commands, [])

  type(line: string): unknown {
    const { name, args, isWrite } = parseCommand(line)
    if (!isWrite) return this.data.read(name as ReadCommand, args)
    const answer = this.data.replyTo(name as WriteCommand, args)
    const refused = typeof answer === 'object' && answer !== null
    if (!refused) {
      this.commands.push({ type: 'command', name, args, write: this.commands.length })
      this.data.add(this.commands.length - 1)
    }
    return answer
  }
}

function answers(...lines: readonly string[]): unknown[] {
  const prompt = new Prompt()
  return lines.map((line) => prompt.type(line))
}

describe('commands on a data set', () => {
  it.each([
    ['SET and GET', ['GET k', 'SET k a', 'GET k', 'SET k b', 'GET k'], [null, 'OK', 'a', 'OK', 'b']],
    ['INCR', ['INCR n', 'INCR n', 'SET n 41', 'INCR n', 'GET n'], [1, 2, 'OK', 42, '42']],
    ['INCR on text', ['SET n x', 'INCR n', 'GET n'], ['OK', { error: 'ERR value is not an integer or out of range' }, 'x']],
    ['SADD and SCARD', ['SCARD s', 'SADD s a b a', 'SADD s b c', 'SCARD s'], [0, 2, 1, 3]],
    ['lists', ['LLEN l', 'RPUSH l a b', 'LPUSH l c', 'LLEN l'], [0, 2, 3, 3]],
    ['keys', ['DBSIZE', 'SET a 1', 'INCR b', 'DBSIZE', 'EXISTS a b c a'], [0, 'OK', 1, 2, 3]],
    ['SET over anything', ['SADD s a', 'SET s x', 'GET s'], [1, 'OK', 'x']],
  ])('%s', (_, lines, expected) => {
    expect(answers(...lines)).toEqual(expected)
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
    expect(prompt.data.replace([0])).toBe(2)
    expect(prompt.type('GET a')).toBe('1')
    expect(prompt.type('DBSIZE')).toBe(1)
    expect(prompt.data.numbers).toEqual([0])
    expect(prompt.data.replace([0, 1, 2])).toBe(0)
    expect(prompt.type('DBSIZE')).toBe(2)
  })
})
