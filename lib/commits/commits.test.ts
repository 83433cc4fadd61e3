import { describe, expect, it } from 'vitest'
import { type CommitRuns, commits } from './commits'
import { type Commit, DEATHS, SENT_AT } from './scenario'

const all = commits()

function of(commit: Commit): CommitRuns {
  const found = all.find((each) => each.commit === commit)
  if (found === undefined) throw new Error(`no ${commit}`)
  return found
}

const SEMI_SYNC = ['after-sync', 'after-commit'] as const

describe('the order of a commit', () => {
  it('is OK, replica, for Redis; WAIT adds a number at the end and moves nothing else', () => {
    const { acknowledged, counted, ...plain } = of('async').phases
    expect(plain.committed).toBeLessThan(plain.answered)
    expect(plain.answered).toBeLessThan(plain.applied)
    expect([acknowledged, counted]).toEqual([null, null])
    const wait = of('wait').phases
    expect({ ...wait, acknowledged: null, counted: null }).toEqual(of('async').phases)
    expect(wait.acknowledged).toBeGreaterThan(wait.applied)
    expect(wait.counted).toBeGreaterThan(wait.acknowledged ?? 0)
  })

  it.each(SEMI_SYNC)('is binlog, replica, ACK, OK, with %s (Y3, Y9)', (commit) => {
    const { written, flushed, sent, relayed, acknowledged, answered } = of(commit).phases
    const order = [written, flushed, sent, relayed, acknowledged, answered].map((at) => at ?? Number.NaN)
    expect(order).toEqual(order.toSorted((a, b) => a - b))
  })

  it('commits behind the ACK with AFTER_SYNC, and the replica shows it first (Y4)', () => {
    const { acknowledged, committed, applied } = of('after-sync').phases
    expect(committed).toBeGreaterThan(acknowledged ?? Number.NaN)
    expect(committed).toBeGreaterThan(applied)
  })

  it('commits before the replica has it with AFTER_COMMIT (Y5)', () => {
    const { committed, received } = of('after-commit').phases
    expect(committed).toBeLessThan(received)
  })
})

it.each(all)('others find it on both servers from when $commit says, and not before', ({ phases, onSource, onReplica }) => {
  for (const { at, found } of onSource) expect(found).toBe(at >= phases.committed)
  for (const { at, found } of onReplica) expect(found).toBe(at >= phases.applied)
  expect([onSource.length, onReplica.length]).toEqual([31, 31])
})

describe('each crash', () => {
  it.each<[Commit, readonly string[]]>([
    ['async', ['nothing source vanished', 'ok source lost', 'ok both kept old', 'ok both kept old', 'ok both kept old']],
    ['wait', ['nothing source vanished', 'ok source lost', 'ok both kept old', 'ok both kept old', 'counted both kept old']],
    [
      'after-sync',
      [
        'nothing nowhere gone',
        'nothing nowhere gone old',
        'nothing nowhere kept old',
        'nothing replica kept old',
        'ok both kept old',
      ],
    ],
    [
      'after-commit',
      [
        'nothing nowhere gone',
        'nothing source vanished old',
        'nothing source kept old',
        'nothing both kept old',
        'ok both kept old',
      ],
    ],
  ])('of %s leaves what it leaves', (commit, left) => {
    const told = of(commit).outcomes.map(({ told, seen, fate, old }) => `${told} ${seen} ${fate}${old ? ' old' : ''}`)
    expect(told).toEqual(left)
  })

  it('is of a run of its own, in which the server dies then', () => {
    expect(of('wait').outcomes.map(({ death }) => death)).toEqual(Object.keys(DEATHS))
    expect(SENT_AT + Math.max(...Object.values(DEATHS))).toBeLessThan(2000)
  })

  it('rolls back only what the binlog does not have (Y31), and Redis replaces all that the new primary lacks', () => {
    for (const commit of SEMI_SYNC) {
      const { phases, outcomes } = of(commit)
      for (const { death, old } of outcomes) expect(old).toBe(DEATHS[death] > (phases.written ?? Number.NaN))
    }
    for (const commit of ['async', 'wait'] as const) {
      for (const { fate, old } of of(commit).outcomes) expect(old).toBe(fate === 'kept')
    }
  })
})
