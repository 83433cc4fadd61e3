import { describe, expect, it } from 'vitest'
import { RECOMMENDED } from '@/lib/conf/recommended'
import { figures } from '@/lib/reading/figures/figures'
import { run } from '@/lib/sim/run'
import { everyAnswer, outcomeId, USUAL } from './answers'
import { APPENDFSYNC, REDIS_DECISIONS, REPLICAS, SENTINEL_DECISIONS } from './decisions'
import { deployment } from './deployment'
import { faultScenario } from './faults'

const choices = everyAnswer().map((answers) => ({ id: outcomeId(answers), answers }))

describe.each(choices)('$id', ({ answers }) => {
  const hosts = Object.values(deployment(answers))
  const servers = hosts.flatMap(({ redis }) => (redis ? [redis.conf] : []))
  const sentinels = hosts.flatMap(({ sentinel }) => (sentinel ? [sentinel.conf] : []))

  it('obeys the rule of the articles: max-lag + 2 s ≤ down-after', () => {
    expect([servers.length, sentinels.length]).toEqual([REPLICAS[answers.replicas] + 1, 3])
    for (const redis of servers) {
      for (const sentinel of sentinels) {
        const lag = redis['min-replicas-max-lag'] ?? Number.NaN
        expect((lag + 2) * 1000).toBeLessThanOrEqual(sentinel['down-after-milliseconds'] ?? Number.NaN)
      }
    }
  })

  it('asks for no more replicas than there are, and for all where a lost write is worse', () => {
    const asked = servers[0]?.['min-replicas-to-write'] ?? Number.NaN
    expect(REPLICAS[answers.replicas] - asked).toBe(answers.worse === 'lost' ? 0 : 1)
  })
})

describe('a setting', () => {
  const decisions = Object.entries({ ...REDIS_DECISIONS, ...SENTINEL_DECISIONS, appendfsync: APPENDFSYNC })

  it.each(decisions)('%s differs only by the answers that decide it', (_name, { by, value }) => {
    for (const { answers } of choices) {
      const alike = Object.fromEntries(by.map((question) => [question, answers[question]]))
      expect(value({ ...USUAL, ...alike })).toBe(value(answers))
    }
  })

  it.each(decisions)('%s differs by each of them', (_name, { by, value }) => {
    for (const question of by) {
      const others = by.filter((other) => other !== question)
      const differs = everyAnswer(others).some(
        (answers) => new Set(everyAnswer([question]).map((each) => value({ ...answers, [question]: each[question] }))).size > 1,
      )
      expect(differs, question).toBe(true)
    }
  })
})

it('the usual answers come to what every article recommends', () => {
  for (const [name, host] of Object.entries(deployment(USUAL))) expect(RECOMMENDED.hosts[name]).toEqual(host)
})

describe('a primary that is cut off alone', () => {
  const gated = everyAnswer(['replicas', 'worse', 'failover']).filter(
    ({ replicas, worse }) => replicas !== 'one' || worse === 'lost',
  )

  it.each(gated.map((answers) => ({ id: outcomeId(answers), answers })))(
    'refuses its first write before another is promoted: $id',
    ({ answers }) => {
      for (const seed of [1, 2, 3]) {
        const { firstRefusedSentAt, lastLostSentAt, replicaPromotedAt } = figures(
          run({ ...faultScenario(answers, 'cut-off'), seed }),
        )
        expect(replicaPromotedAt).not.toBeNull()
        expect(firstRefusedSentAt).toBeLessThan(replicaPromotedAt ?? 0)
        expect(lastLostSentAt).toBeLessThan(replicaPromotedAt ?? 0)
      }
    },
  )
})
