import { describe, expect, it } from 'vitest'
import { judge } from '@/lib/reading/verdict/verdict'
import { cluster } from '@/tests/kernel/cluster'
import '@/tests/kernel/tale'
import { answers, Prompt } from './testing/prompt'

describe('DEL', () => {
  it('removes keys of any kind, each once, and says how many were there', () => {
    const lines = ['SET k v', 'SADD s a', 'RPUSH l a', 'DEL k s k never', 'EXISTS k s l', 'GET k', 'DEL k', 'DBSIZE']
    expect(answers(...lines)).toEqual(['OK', 1, 1, 2, 1, null, 0, 1])
  })

  it('leaves nothing of what was there: the key begins anew', () => {
    const lines = ['SET n 41', 'DEL n', 'INCR n', 'DEL n', 'SADD n a', 'DEL n', 'LPUSH n x', 'LLEN n']
    expect(answers(...lines)).toEqual(['OK', 1, 1, 1, 1, 1, 1, 1])
  })

  it.each([
    ['a key that nobody wrote', [], 'DEL k', null],
    ['a key that was removed', ['SET k 0', 'DEL k'], 'DEL k', 1],
    ['a key that was removed twice', ['SET k 0', 'DEL k', 'SET k 2', 'DEL k'], 'DEL k', 3],
    ['keys of which one was removed', ['SET k 0', 'DEL k'], 'DEL never k', 1],
    ['keys that were removed one after the other', ['SET a 0', 'SET b 1', 'DEL b', 'DEL a'], 'DEL a b', 3],
    ['keys of which the first was removed again', ['SET a 0', 'SET b 1', 'DEL a', 'SET a 3', 'DEL b', 'DEL a'], 'DEL b a', 5],
  ])('R11: finds nothing to do for %s, and names the write that made it so', (_, before, line, madeBy) => {
    const prompt = new Prompt()
    for (const one of before) prompt.execute(one)
    expect(prompt.effect(line)).toEqual({ reply: 0, changes: 0, madeBy })
  })

  it('R11: adds a byte to the stream only where it removes something', () => {
    const { run } = cluster({ replicas: 1 })
      .client('c1', 'r1', null)
      .at(3000)
      .type('c1', 'DEL k')
      .at(3010)
      .type('c1', 'SET k v')
      .at(3020)
      .type('c1', 'DEL k')
      .at(3030)
      .type('c1', 'DEL k')
      .run()
    const told = run.events.flatMap((event) =>
      event.type === 'execute' || event.type === 'apply' || event.type === 'unchanged' ? [[event.type, event.write]] : [],
    )
    expect(told).toEqual([
      ['unchanged', 0],
      ['execute', 1],
      ['apply', 1],
      ['execute', 2],
      ['apply', 2],
      ['unchanged', 3],
    ])
    expect(run.events.filter((event) => event.type === 'unchanged').map(({ madeBy }) => madeBy)).toEqual([null, 2])
  })

  it('is lost with the primary that removed the key; what finds it gone there is lost with it, what never was there is not', () => {
    const one = cluster({ replicas: 1 })
      .client('c1', 'r1', null)
      .at(3000)
      .type('c1', 'SET k v')
      .at(3050)
      .partition(['r1', 'c1'], ['r2'])
      .at(3100)
      .type('c1', 'DEL k')
      .at(3200)
      .type('c1', 'DEL k')
      .at(3300)
      .type('c1', 'DEL never')
      .at(4000)
      .kill('r1')
      .at(4100)
      .type('r2', 'REPLICAOF NO ONE')
      .run()
    expect(judge(one.run).writes.map(({ fate }) => fate)).toEqual(['safe', 'lost', 'lost', 'safe'])
  })
})
