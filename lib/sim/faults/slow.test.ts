import { describe, expect, it } from 'vitest'
import { type Cluster, cluster } from '@/tests/kernel/cluster'
import '@/tests/kernel/tale'
import type { Action } from './faults'

const typing = cluster({ replicas: 1, latencyMs: 2 }).client('c1', 'r1', null)
/** A write each 10 ms from 1 s on. */
const writing = (jitterMs = 0): Cluster =>
  cluster({ replicas: 1 })
    .link('r1', 'r2', 2, jitterMs)
    .client('c1', 'r1', { everyMs: 10, fromMs: 1000, untilMs: 1500 })
    .until(3000)

const slow = (atMs: number, latencyMs: number): Action => ({ atMs, slow: { between: ['r2', 'r1'], latencyMs } })

/** Of each write the time from the primary to the replica, milliseconds. */
function delays(test: Cluster, ...actions: readonly Action[]): readonly number[] {
  const story = test.with({ actions }).run()
  const left = new Map(story.all('execute').map(({ write, at }) => [write, at]))
  return story.all('apply').map(({ write, at }) => (at - (left.get(write) ?? 0)) / 1000)
}

describe('slow', () => {
  it('takes what leaves from then on so long, each way', () => {
    expect(typing).toTell(`
      at 3000 type c1 "PING"
      at 3100 slow c1 – r1 200 ms
      at 3200 type c1 "PING"
      at 4000 slow c1 – r1 0.5 ms
      at 4100 type c1 "PING"
      show slow
      ----
      3.0000–3.0040     c1> PING: "PONG"
      3.1000            — slow c1 – r1 200 ms
      3.2000–3.6000     c1> PING: "PONG"
      4.0000            — slow c1 – r1 0.5 ms
      4.1000–4.1010     c1> PING: "PONG"
    `)
  })

  it('leaves alone what is on its way already', () => {
    expect(delays(writing(), slow(1100.5, 100)).slice(8, 13)).toEqual([2, 2, 2, 100, 100])
  })

  it('keeps the order when it becomes faster: what leaves later waits for what left before it', () => {
    const seen = delays(writing(), slow(1100.5, 100), slow(1200.5, 2))
    expect(seen.slice(19, 33)).toEqual([100, 100, 90, 80, 70, 60, 50, 40, 30, 20, 10, 2, 2, 2])
  })

  it('leaves jitter on top as it was', () => {
    const seen = delays(writing(3), slow(900, 100))
    expect(Math.min(...seen)).toBeGreaterThanOrEqual(100)
    expect(Math.max(...seen)).toBeLessThanOrEqual(103)
    expect(new Set(seen).size).toBeGreaterThan(10)
  })

  it('is not over when the network heals', () => {
    expect(delays(writing(), slow(900, 100), { atMs: 950, heal: true })).toEqual(Array(50).fill(100))
  })

  it('lets a primary seem dead to the one sentinel that hears of it too late', () => {
    const watched = cluster({ replicas: 1, sentinels: 3, sentinelConf: { 'down-after-milliseconds': 2000 } })
    expect(watched).toTell(`
      at 3000 slow s1 – r1 3000 ms
      until 9000
      show slow, +sdown, +odown
      ----
      3.0000            — slow s1 – r1 3000 ms
      6.0258            s1 +sdown master r1
    `)
  })
})
