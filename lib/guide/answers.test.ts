import { describe, expect, it } from 'vitest'
import { everyAnswer, OUTCOME_IDS, outcomeId, USUAL } from './answers'

describe('the answers', () => {
  it('can be given in every way, the usual one first', () => {
    const all = everyAnswer()
    expect(all).toHaveLength(3 * 2 * 2 * 3 * 2)
    expect(all[0]).toEqual(USUAL)
    expect(everyAnswer(['worse'])).toEqual([USUAL, { ...USUAL, worse: 'lost' }])
  })

  it('have addresses that never change', () => {
    const ids = ['one-replica', 'two-replicas', 'three-replicas'].flatMap((replicas) =>
      ['keep-writing', 'no-loss'].flatMap((worse) =>
        ['', '-wait'].flatMap((wait) =>
          ['', '-quick', '-patient'].flatMap((failover) =>
            ['', '-power'].map((power) => `${replicas}-${worse}${wait}${failover}${power}`),
          ),
        ),
      ),
    )
    expect([...OUTCOME_IDS].sort()).toEqual(ids.sort())
    expect(outcomeId(USUAL)).toBe('two-replicas-keep-writing')
    expect(outcomeId({ replicas: 'one', worse: 'lost', wait: 'yes', failover: 'patient', power: 'yes' })).toBe(
      'one-replica-no-loss-wait-patient-power',
    )
  })
})
