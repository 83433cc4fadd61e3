import { describe, expect, it } from 'vitest'
import { type ScenarioName, scenarioFiles } from '@/content/scenarios'
import type { Figures } from '@/lib/sim/verdict/figures'
import { isScenarioName, namedFigures, namedRun, namedScenario } from './scenarios'

const names = Object.keys(scenarioFiles) as readonly ScenarioName[]

/** What each scenario is there to show. */
const shows: Readonly<Partial<Record<ScenarioName, (figures: Figures) => void>>> = {
  'healthy-crash': ({ lost, promotedAt, killedAt }) => {
    expect(lost).toBe(0)
    expect(promotedAt).toBeGreaterThan(killedAt ?? Number.POSITIVE_INFINITY)
  },
  'slow-link-crash': ({ lost, firstLostAt, lastLostAt, killedAt }) => {
    // 200 writes a second behind 100 ms: the last tenth of a second before the crash.
    expect(lost).toBe(20)
    expect(firstLostAt).toBeGreaterThanOrEqual((killedAt ?? 0) - 100)
    expect(lastLostAt).toBeLessThan(killedAt ?? 0)
  },
  'slow-link-crash-aof': ({ lost, discarded }) => {
    expect(lost).toBe(namedFigures('slow-link-crash').lost)
    expect(discarded).toBe(lost)
  },
  'slow-link-crash-wait': ({ lost, waitConfirmed, waitConfirmedLost }) => {
    expect([lost, waitConfirmedLost]).toEqual([0, 0])
    expect(waitConfirmed).toBeGreaterThan(0)
  },
  'split-brain': ({ lost, lostDuringCut, lostAfterHeal, discarded, demotedAfterReturn }) => {
    expect(lost).toBe((lostDuringCut ?? 0) + (lostAfterHeal ?? 0))
    expect(lostAfterHeal).toBeGreaterThan(0)
    expect(discarded).toBe(lost)
    expect(demotedAfterReturn).toBeGreaterThan(10_000)
  },
  'split-brain-gated': ({ lost, refusedNoReplicas, refusedAfterCut }) => {
    expect(lost).toBeLessThan(namedFigures('split-brain').lost ?? 0)
    expect(refusedNoReplicas).toBeGreaterThan(0)
    // max-lag 10: M − 1 to M + 2 seconds (R54).
    expect(refusedAfterCut).toBeGreaterThan(9000)
    expect(refusedAfterCut).toBeLessThan(12_000)
  },
  'gate-hole': ({ lost, refusedNoReplicas }) => {
    expect(refusedNoReplicas).toBe(0)
    expect(lost).toBeGreaterThan(namedFigures('gate-closed').lost ?? 0)
  },
  'gate-closed': ({ refusedNoReplicas }) => expect(refusedNoReplicas).toBeGreaterThan(0),
  'late-but-talking': ({ lost, refusedNoReplicas }) => {
    expect(refusedNoReplicas).toBe(0)
    expect(lost).toBeGreaterThan(0)
  },
  'minority-sentinel': ({ lost, twoPrimariesFor }) => {
    expect(lost).toBeGreaterThan(0)
    expect(twoPrimariesFor).toBeGreaterThan(0)
  },
  'old-primary-restarts': ({ lost, restartedAt, firstLostAt }) => {
    expect(lost).toBeGreaterThan(0)
    expect(firstLostAt).toBeGreaterThan(restartedAt ?? Number.POSITIVE_INFINITY)
  },
  'empty-restart': ({ lost, discarded, promotedAt }) => {
    expect(promotedAt).toBeNull()
    // Wiped on both replicas.
    expect(discarded).toBe(2 * (lost ?? 0))
    expect(lost).toBeGreaterThan(0)
  },
  'manual-failover': ({ lost, detectedAt, promotedAt }) => {
    expect(detectedAt).toBeNull()
    expect(promotedAt).not.toBeNull()
    expect(lost).toBeGreaterThan(0)
  },
  'priority-over-offset': ({ lost, lostDuringCut }) => {
    expect(lost).toBeGreaterThan(0)
    expect(lostDuringCut).toBe(lost)
  },
  'two-sentinels': ({ promotedAt, detectedAt, lost }) => {
    expect(detectedAt).not.toBeNull()
    expect([promotedAt, lost]).toEqual([null, 0])
  },
  'wait-one-of-two': ({ waitReturned, waitTook }) => {
    expect(waitReturned).toBe(1)
    expect(waitTook).toBeGreaterThan(3000)
  },
  'wait-wrong-replica': ({ waitConfirmedLost }) => expect(waitConfirmedLost).toBeGreaterThan(0),
}

describe.each(names)('%s', (name) => {
  it('is called what its file is called, and shows what it is there for', () => {
    expect(namedScenario(name).name).toBe(name)
    const show = shows[name]
    if (show === undefined) throw new Error('say in this file what the scenario shows')
    show(namedFigures(name))
  })
})

it('is read and run once', () => {
  expect(namedScenario('wait-one-of-two')).toBe(namedScenario('wait-one-of-two'))
  expect(namedRun('wait-one-of-two')).toBe(namedRun('wait-one-of-two'))
})

it('knows its names', () => {
  expect(isScenarioName('split-brain')).toBe(true)
  expect(isScenarioName('toString')).toBe(false)
})
