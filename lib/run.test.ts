import { expect, it } from 'vitest'
import gateHole from '@/content/scenarios/gate-hole.json'
import slowLinkCrash from '@/content/scenarios/slow-link-crash.json'
import splitBrain from '@/content/scenarios/split-brain.json'
import { figures } from '@/lib/reading/figures/figures'
import { run as simulated } from '@/lib/sim/run'
import { parseScenario } from '@/lib/sim/scenario/parse'
import { addressOf, run } from './run'
import { withDirective, withSetting } from './variant'

it('has the figures of the run, each with its key and kind', () => {
  const { lost, networkHealedAt, serverKilledAt } = run(splitBrain)
  const { lost: count, networkHealedAt: at } = figures(simulated(parseScenario(splitBrain)))
  expect(lost).toMatchObject({ key: 'lost', kind: 'count', value: count })
  expect(networkHealedAt).toMatchObject({ key: 'networkHealedAt', kind: 'time', value: at })
  expect(serverKilledAt.value).toBeNull()
  expect(lost.run).toBe(run(splitBrain))
})

it('finds the first moment of a kind', () => {
  expect(run(splitBrain).moment('heal')).toMatchObject({ at: 18_100_000, old: 'r1' })
  expect(run(splitBrain).moment('kill')).toBeNull()
})

it('is made once, by what the scenario says', () => {
  expect(run(structuredClone(splitBrain))).toBe(run(splitBrain))
  expect(run({ ...splitBrain, seed: 8 })).not.toBe(run(splitBrain))
  const gated = () => run(withDirective(splitBrain, 'min-replicas-to-write', 1))
  expect(gated()).toBe(gated())
  expect(gated()).not.toBe(run(splitBrain))
})

it('is addressed by the scenario that it was made from, and by what was changed in it', () => {
  expect(addressOf(run(gateHole))).toBe('gate-hole')
  expect(addressOf(run(withDirective(gateHole, 'save', '3600 1')))).toBe('gate-hole~save-3600_1')
  const far = withSetting(withSetting(slowLinkCrash, 'replication-latency', 20), 'write-rate', 12.5)
  expect(addressOf(far)).toBe('slow-link-crash~replication-latency-20~write-rate-12.5')
})

it('is refused where the scenario is none', () => {
  expect(() => run({ ...splitBrain, hosts: { r1: {} } })).toThrow('hosts.r1: nothing runs on it')
})
