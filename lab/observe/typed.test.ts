import { expect, it } from 'vitest'
import { answeredWhenTyped, sentWhenTyped } from './typed'

const write = { action: 3, host: 'r1', on: 'r1.redis', command: 'SET a b', words: ['SET', 'a', 'b'], since: 1000 }

it('a write that is typed at a server counts as a write of its host', () => {
  expect(sentWhenTyped(write)).toEqual([
    {
      at: 1000,
      host: 'r1',
      type: 'send',
      by: null,
      workload: null,
      server: 'r1',
      write: 3,
      key: 'a',
      words: ['SET', 'a', 'b'],
      due: 1000,
    },
  ])
  expect(answeredWhenTyped(write, 1500, 'OK', false)).toEqual([
    { at: 1500, host: 'r1', type: 'answer', by: null, write: 3, error: null },
    {
      at: 1500,
      host: 'r1',
      type: 'reply',
      by: null,
      action: 3,
      on: 'r1.redis',
      command: 'SET a b',
      name: 'SET',
      args: ['a', 'b'],
      took: 500,
      reply: 'OK',
    },
  ])
})

it('is refused by the first word of the error', () => {
  const [answer] = answeredWhenTyped(write, 1500, { error: 'READONLY You can’t write' }, false)
  expect(answer).toMatchObject({ type: 'answer', error: 'READONLY' })
})

it('has no answer when the connection broke', () => {
  const events = answeredWhenTyped(write, 1500, { error: 'NOCONN Connection closed' }, true)
  expect(events.map(({ type }) => type)).toEqual(['reply'])
})

it('what only reads is no write', () => {
  const read = { ...write, command: 'GET a', words: ['GET', 'a'] }
  expect(sentWhenTyped(read)).toEqual([])
  expect(answeredWhenTyped(read, 1500, 'b', false).map(({ type }) => type)).toEqual(['reply'])
})
