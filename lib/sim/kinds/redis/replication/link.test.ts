import { describe, expect, it } from 'vitest'
import { cluster } from '@/tests/kernel/cluster'
import { expectRange, spread } from '@/tests/kernel/spread'
import { seconds } from '@/tests/kernel/story'

describe('R1, R21: repl-timeout, in whole seconds, looked at once a second', () => {
  const brief = cluster({ replicas: 1, conf: { 'repl-timeout': 5, 'repl-ping-replica-period': 1 } })
  const split = brief.at(10_000).partition(['r1'], ['r2']).until(20_000)

  it('a primary drops a replica whose last ACK is more than 5 s old: 5 … 7 s after it', () => {
    const delay = spread(200, (seed) => {
      const story = split.run(seed)
      const acked = story.all('ack', ({ at }) => at < 10_000_000).at(-1) ?? { at: 0 }
      const lost = story.first('replica-lost')
      expect(lost.reason).toBe('timeout')
      return seconds(acked, lost)
    })
    expectRange(delay, [5, 7.01], { mean: [5.8, 6.2] })
  })

  it('a replica drops a primary that has been silent for more than 5 s, and tries again at once', () => {
    const delay = spread(200, (seed) => {
      const story = split.run(seed)
      const lost = story.first('link-lost')
      expect(lost.reason).toBe('timeout')
      expect(story.first('link', { state: 'connecting' }, 10_000).at).toBe(lost.at)
      return seconds(10_000, lost)
    })
    expectRange(delay, [4, 7], { mean: [5.2, 5.8] })
  })

  it('drops nobody who talks, however slowly', () => {
    const story = brief.link('r1', 'r2', 4000).until(60_000).run()
    expect([...story.all('replica-lost'), ...story.all('link-lost')]).toEqual([])
  })

  it('a default timeout of 60 s outlasts a partition of 25 s: no connection is lost', () => {
    const story = cluster({ replicas: 1 }).at(3000).partition(['r1'], ['r2']).at(28_000).heal().until(120_000).run()
    expect([...story.all('replica-lost'), ...story.all('link-lost')]).toEqual([])
    expect(story.all('ack', {}, 60_000).length).toBeGreaterThan(50)
  })
})

describe('R22: a broken link', () => {
  const restart = cluster({ replicas: 1 }).at(5000).kill('r1').at(9500).start('r1').until(20_000)

  it('is tried again at once, then once per replicationCron until it succeeds', () => {
    const tries = spread(100, (seed) => {
      const story = restart.run(seed)
      const lost = story.first('link-lost')
      expect(seconds(5000, lost)).toBeCloseTo(0.0001, 6)
      const attempts = story.all('link', { state: 'connecting' }, 5000).filter(({ at }) => at < 9_500_000)
      expect(attempts[0]?.at).toBe(lost.at)
      const waits = attempts.slice(2).map((attempt, index) => seconds(attempts[index + 1] ?? 0, attempt))
      for (const wait of waits) expect(wait).toBeCloseTo(1.006, 1)
      return attempts.length
    })
    expectRange(tries, [5, 6], { mean: [5.2, 5.8] })
  })

  it('leaves the replica’s data available meanwhile (R44)', () => {
    const story = cluster({ replicas: 1 })
      .client('c1', 'r1', { command: 'SET k v', untilMs: 1000 })
      .at(2000)
      .kill('r1')
      .at(3000)
      .type('r2', 'GET k')
      .until(4000)
      .run()
    expect(story.replies).toEqual(['v'])
  })
})

describe('R23: the handshake', () => {
  it('takes four round trips before the answer to PSYNC', () => {
    const story = cluster({ replicas: 1 }).link('r1', 'r2', 50).at(3000).kill('r2').at(4000).start('r2').until(6000).run()
    expect(seconds(4000, story.first('link', { state: 'handshake' }))).toBeCloseTo(0.1, 6)
    expect(seconds(4000, story.first('psync'))).toBeCloseTo(0.35, 6)
    expect(seconds(4000, story.first('continue'))).toBeCloseTo(0.4, 6)
  })
})

describe('R4: a frozen process', () => {
  it('counts no loops: its replicationCron comes nine serverCrons after it wakes, not at once', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const test = cluster({ replicas: 1 }).seed(seed)
      const ack = test.run().first('ack', { replica: 'r2' }, 3000).at / 1000
      const frozen = test
        .at(ack + 20)
        .pause('r2')
        .at(ack + 3000)
        .resume('r2')
        .run()
      const next = frozen.first('ack', { replica: 'r2' }, ack + 1).at / 1000
      expect(next - ack - 3000).toBeGreaterThan(890)
      expect(next - ack - 3000).toBeLessThan(1020)
    }
  })
})
