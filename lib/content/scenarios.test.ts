import { describe, expect, it } from 'vitest'
import { type ScenarioName, scenarioFiles } from '@/content/scenarios'
import type { Figures } from '@/lib/reading/figures/figures'
import { isScenarioName, namedFigures, namedRun, namedScenario } from './scenarios'

const names = Object.keys(scenarioFiles) as readonly ScenarioName[]

/** What each scenario is there to show. */
const shows: Readonly<Partial<Record<ScenarioName, (figures: Figures) => void>>> = {
  'healthy-crash': ({ lost, replicaPromotedAt, serverKilledAt }) => {
    expect(lost).toBe(0)
    expect(replicaPromotedAt).toBeGreaterThan(serverKilledAt ?? Number.POSITIVE_INFINITY)
  },
  'slow-link-crash': ({ lost, firstLostSentAt, lastLostSentAt, serverKilledAt }) => {
    // 200 writes a second behind 100 ms: the last tenth of a second before the crash.
    expect(lost).toBe(20)
    expect(firstLostSentAt).toBeGreaterThanOrEqual((serverKilledAt ?? 0) - 100)
    expect(lastLostSentAt).toBeLessThan(serverKilledAt ?? 0)
  },
  'slow-link-crash-aof': ({ lost, discarded }) => {
    expect(lost).toBe(namedFigures('slow-link-crash').lost)
    expect(discarded).toBe(lost)
  },
  'slow-link-crash-wait': ({ lost, waitConfirmed, waitConfirmedLost }) => {
    expect([lost, waitConfirmedLost]).toEqual([0, 0])
    expect(waitConfirmed).toBeGreaterThan(0)
  },
  'split-brain': ({ lost, lostDuringCut, lostAfterHeal, discarded, primaryDemotedAfterReturn }) => {
    expect(lost).toBe((lostDuringCut ?? 0) + (lostAfterHeal ?? 0))
    expect(lostAfterHeal).toBeGreaterThan(0)
    expect(discarded).toBe(lost)
    expect(primaryDemotedAfterReturn).toBeGreaterThan(10_000)
  },
  'split-brain-gated': ({ lost, refusedNoReplicas, firstRefusedAfterCut }) => {
    expect(lost).toBeLessThan(namedFigures('split-brain').lost ?? 0)
    expect(refusedNoReplicas).toBeGreaterThan(0)
    // max-lag 10: M − 1 to M + 2 seconds (R54).
    expect(firstRefusedAfterCut).toBeGreaterThan(9000)
    expect(firstRefusedAfterCut).toBeLessThan(12_000)
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
  'minority-sentinel': ({ lost, twoPrimariesFor, sentinelSwitchedAt, clientMovedAt, clientHungUpOnAt, primaryDemotedAt }) => {
    expect(lost).toBeGreaterThan(0)
    expect(twoPrimariesFor).toBeGreaterThan(0)
    // c2 finds the new primary only when it asks again, half a second after a sentinel first names it.
    expect(clientMovedAt).toBeGreaterThan((sentinelSwitchedAt ?? Number.POSITIVE_INFINITY) + 400)
    expect(clientHungUpOnAt).toBeGreaterThanOrEqual(primaryDemotedAt ?? Number.POSITIVE_INFINITY)
  },
  'old-primary-restarts': ({ lost, serverRestartedAt, firstLostSentAt }) => {
    expect(lost).toBeGreaterThan(0)
    expect(firstLostSentAt).toBeGreaterThan(serverRestartedAt ?? Number.POSITIVE_INFINITY)
  },
  'empty-restart': ({ lost, discarded, replicaPromotedAt }) => {
    expect(replicaPromotedAt).toBeNull()
    // Wiped on both replicas.
    expect(discarded).toBe(2 * (lost ?? 0))
    expect(lost).toBeGreaterThan(0)
  },
  'manual-failover': ({ lost, sentinelsAgreedAt, replicaPromotedAt }) => {
    expect(sentinelsAgreedAt).toBeNull()
    expect(replicaPromotedAt).not.toBeNull()
    expect(lost).toBeGreaterThan(0)
  },
  'priority-over-offset': ({ lost, lostDuringCut }) => {
    expect(lost).toBeGreaterThan(0)
    expect(lostDuringCut).toBe(lost)
  },
  'two-sentinels': ({ replicaPromotedAt, sentinelsAgreedAt, lost }) => {
    expect(sentinelsAgreedAt).not.toBeNull()
    expect([replicaPromotedAt, lost]).toEqual([null, 0])
  },
  'wait-one-of-two': ({ waitReturned, waitTook }) => {
    expect(waitReturned).toBe(1)
    expect(waitTook).toBeGreaterThan(3000)
  },
  'wait-wrong-replica': ({ waitConfirmedLost }) => expect(waitConfirmedLost).toBeGreaterThan(0),
}

describe.each(names)('%s', (name) => {
  it(`${name} is called what its file is called, and shows what it is there for`, () => {
    expect(namedScenario(name).name).toBe(name)
    const show = shows[name]
    if (show === undefined) throw new Error('say in this file what the scenario shows')
    show(namedFigures(name))
  })
})

it('the crash without the slow link is the same crash otherwise', () => {
  const { name: _fast, network: healthy, ...crash } = namedScenario('healthy-crash')
  const { name: _slow, network: slow, ...sameCrash } = namedScenario('slow-link-crash')
  expect(crash).toEqual(sameCrash)
  expect({ ...slow, links: [] }).toEqual({ ...healthy, links: [] })
})

it('is read and run once', () => {
  expect(namedScenario('wait-one-of-two')).toBe(namedScenario('wait-one-of-two'))
  expect(namedRun('wait-one-of-two')).toBe(namedRun('wait-one-of-two'))
})

it('knows its names', () => {
  expect(isScenarioName('split-brain')).toBe(true)
  expect(isScenarioName('toString')).toBe(false)
})
