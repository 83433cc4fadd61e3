import { describe, expect, it } from 'vitest'
import { parseScenario } from '../scenario/parse'
import type { Status } from './fault'
import { type Actions, byVerb, FAULTS, targetOf, VERBS, type Verb, verbOf } from './faults'

/** One action of each verb. */
const EXAMPLES: Actions = {
  partition: { atMs: 5, partition: [['r1'], ['r2']] },
  cut: { atMs: 5, cut: { from: 'r1', to: 'r2' } },
  heal: { atMs: 5, heal: true },
  kill: { atMs: 5, kill: 'r1' },
  start: { atMs: 5, start: 'r1' },
  pause: { atMs: 5, pause: 'r1' },
  resume: { atMs: 5, resume: 'r1' },
  run: { atMs: 5, run: { on: 'r1', command: 'PING' } },
}

/** What makes r1 so. */
const BEFORE: Readonly<Record<Status, readonly object[]>> = {
  running: [],
  paused: [{ atMs: 1, pause: 'r1' }],
  dead: [{ atMs: 1, kill: 'r1' }],
}

const read = (actions: readonly object[]) =>
  parseScenario({
    version: 1,
    name: 'one fault',
    seed: 1,
    durationMs: 10,
    hosts: { r1: { redis: {} }, r2: { redis: { replicaOf: 'r1' } } },
    actions,
  }).actions

describe.each(VERBS)('%s', (verb) => {
  const action = EXAMPLES[verb]
  const { needs, leaves } = FAULTS[verb]

  it.each<Status>(['running', 'paused', 'dead'])(
    'is done to a process that is %s, or refused there, as its row says',
    (status) => {
      const actions = [...BEFORE[status], action]
      if (needs === null || needs.includes(status)) expect(read(actions)).toEqual(actions)
      else expect(() => read(actions)).toThrow(`expected one that is ${needs.join(' or ')}`)
    },
  )

  it('leaves a process as its row says', () => {
    const [needed = 'running'] = needs ?? []
    const after = leaves ?? needed
    const follows = (next: Verb) => () => read([...BEFORE[needed], action, { ...EXAMPLES[next], atMs: 7 }])
    for (const next of VERBS) {
      if (FAULTS[next].needs?.includes(after) ?? true) expect(follows(next)).not.toThrow()
      else expect(follows(next)).toThrow(`r1 is ${after}`)
    }
  })

  it('is told by its verb, and names the processes to which it is done', () => {
    expect(verbOf(action)).toBe(verb)
    expect(targetOf(action)).toBe(needs === null ? null : 'r1')
  })
})

it('a table by verb gets the action whole', () => {
  const at = ({ atMs }: { readonly atMs: number }): number | string => atMs
  const table = {
    partition: at,
    cut: at,
    heal: at,
    kill: ({ kill }: Actions['kill']) => kill,
    start: at,
    pause: at,
    resume: at,
    run: at,
  }
  expect(byVerb(table, EXAMPLES.kill)).toBe('r1')
  expect(byVerb(table, EXAMPLES.heal)).toBe(5)
})
