import { describe, expect, it } from 'vitest'
import { readActionLine } from '../scenario/action-line'
import { parseScenario } from '../scenario/parse'
import { type Actions, byVerb, statusesOf, targetOf, VERBS, type Verb, verbOf } from './faults'
import { FORMS } from './forms'
import type { Status } from './process-fault'

/** The first example of a verb. */
const example = (verb: Verb) => readActionLine(`at 5 ${FORMS[verb].line.word} ${FORMS[verb].examples[0]}`.trim())

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
  const action = example(verb)
  const { needs, leaves } = statusesOf(verb) ?? { needs: null, leaves: null }

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
    const follows = (next: Verb) => () => read([...BEFORE[needed], action, { ...example(next), atMs: 7 }])
    for (const next of VERBS) {
      if (statusesOf(next)?.needs.includes(after) ?? true) expect(follows(next)).not.toThrow()
      else expect(follows(next)).toThrow(`r1 is ${after}`)
    }
  })

  it('is told by its verb, and names the processes to which it is done', () => {
    expect(verbOf(action)).toBe(verb)
    expect(targetOf(action)).toBe(needs === null ? null : 'r1')
  })
})

it('a table by verb gets the action whole', () => {
  const table = {
    heal: ({ atMs }: Actions['heal']) => String(atMs),
    kill: ({ kill }: Actions['kill']) => kill,
  }
  expect(byVerb(table, { atMs: 5, kill: 'r1' })).toBe('r1')
  expect(byVerb(table, { atMs: 5, heal: true })).toBe('5')
})
