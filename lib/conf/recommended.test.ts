import { describe, expect, it } from 'vitest'
import { figures } from '@/lib/reading/figures/figures'
import { run } from '@/lib/sim/run'
import { RECOMMENDED } from './recommended'

const servers = Object.values(RECOMMENDED.hosts).flatMap(({ redis }) => (redis ? [redis.conf] : []))
const sentinels = Object.values(RECOMMENDED.hosts).flatMap(({ sentinel }) => (sentinel ? [sentinel.conf] : []))

describe('the recommended configuration', () => {
  it('obeys the rule of the articles: max-lag + 2 s ≤ down-after', () => {
    expect([servers.length, sentinels.length]).toEqual([3, 3])
    for (const redis of servers) {
      for (const sentinel of sentinels) {
        const lag = redis['min-replicas-max-lag'] ?? Number.NaN
        expect((lag + 2) * 1000).toBeLessThanOrEqual(sentinel['down-after-milliseconds'] ?? Number.NaN)
      }
    }
  })

  it('is the same on every server and sentinel', () => {
    for (const conf of servers) expect(conf).toEqual(servers[0])
    for (const conf of sentinels) expect(conf).toEqual(sentinels[0])
  })

  it.each(Array.from({ length: 20 }, (_, seed) => seed + 1))(
    'ends the old primary before the new one begins (seed %i)',
    (seed) => {
      const { firstRefusedSentAt, lastLostSentAt, replicaPromotedAt } = figures(run({ ...RECOMMENDED, seed }))
      expect(replicaPromotedAt).not.toBeNull()
      expect(firstRefusedSentAt).toBeLessThan(replicaPromotedAt ?? 0)
      expect(lastLostSentAt).toBeLessThan(replicaPromotedAt ?? 0)
    },
  )
})
