import { describe, expect, it } from 'vitest'
import { scenarioFiles } from '@/content/scenarios'
import { parseScenario } from '@/lib/sim/scenario/parse'
import { isSettingId, SETTING_IDS, SETTINGS, type SettingId } from './settings'

const scenarios = Object.values(scenarioFiles).map(parseScenario)
const splitBrain = parseScenario(scenarioFiles['split-brain'])

function edited(id: SettingId, value: number, name: keyof typeof scenarioFiles = 'split-brain') {
  return SETTINGS[id].write(parseScenario(scenarioFiles[name]), value)
}

describe.each(SETTING_IDS)('%s', (id) => {
  const setting = SETTINGS[id]
  const fitting = scenarios.filter((scenario) => setting.applies(scenario))

  it('applies somewhere', () => {
    expect(fitting.length).toBeGreaterThan(0)
  })

  it('reads back what it writes, and makes scenarios that can be run', () => {
    for (const scenario of fitting) {
      const { min, max } = setting.range(scenario)
      for (const value of [min, max, setting.read(scenario)].filter((value) => setting.check(scenario, value) === null)) {
        const next = setting.write(scenario, value)
        expect(parseScenario(next)).toEqual(next)
        expect(setting.applies(next) ? setting.read(next) : value).toBeCloseTo(value, 6)
      }
    }
  })

  it('refuses what lies outside, and what is no number', () => {
    for (const scenario of fitting) {
      const { min, max } = setting.range(scenario)
      expect(setting.check(scenario, min - 1)).toBe('too-small')
      expect(setting.check(scenario, max + 1)).toBe('too-large')
      expect(setting.check(scenario, Number.NaN)).toBe('not-a-number')
    }
  })

  it('leaves a scenario alone that has no place for it', () => {
    for (const scenario of scenarios.filter((other) => !setting.applies(other))) {
      expect(setting.write(scenario, setting.max)).toBe(scenario)
    }
  })
})

describe('where the values go', () => {
  it('sets the gate on every server, and counts the replicas there are', () => {
    const next = edited('min-replicas-to-write', 2)
    for (const host of ['r1', 'r2', 'r3']) expect(next.hosts[host]?.redis?.conf['min-replicas-to-write']).toBe(2)
    expect(SETTINGS['min-replicas-to-write'].range(splitBrain)).toEqual({ min: 0, max: 2 })
    expect(SETTINGS['min-replicas-to-write'].check(splitBrain, 0.5)).toBe('not-whole')
    expect(splitBrain.hosts.r1?.redis?.conf['min-replicas-to-write']).toBe(0)
  })

  it('sets down-after-milliseconds on every sentinel', () => {
    const next = edited('down-after-milliseconds', 5000)
    for (const host of ['s1', 's2', 's3']) expect(next.hosts[host]?.sentinel?.conf['down-after-milliseconds']).toBe(5000)
  })

  it('sets the priority of the last replica only', () => {
    const next = edited('replica-priority', 10)
    expect(next.hosts.r3?.redis?.conf['replica-priority']).toBe(10)
    expect(next.hosts.r2).toEqual(splitBrain.hosts.r2)
    expect(SETTINGS['replica-priority'].read(splitBrain)).toBe(100)
  })

  it('sets the latency between the primary and each replica', () => {
    expect(edited('replication-latency', 20).network.links).toEqual([
      { between: ['r1', 'r2'], latencyMs: 20, jitterMs: 0 },
      { between: ['r1', 'r3'], latencyMs: 20, jitterMs: 0 },
    ])
    expect(edited('replication-latency', 20, 'slow-link-crash').network.links).toHaveLength(2)
    // A link that is as every other has nothing of its own.
    expect(edited('replication-latency', 0.1, 'slow-link-crash').network.links).toEqual([])
    expect(SETTINGS['replication-latency'].read(splitBrain)).toBe(0.1)
    expect(SETTINGS['replication-latency'].read(parseScenario(scenarioFiles['slow-link-crash']))).toBe(100)
  })

  it('turns a rate into an interval', () => {
    expect(edited('write-rate', 200).workload[0]?.everyMs).toBe(5)
    expect(SETTINGS['write-rate'].read(splitBrain)).toBe(100)
  })

  it('adds, changes and removes the wait', () => {
    expect(edited('wait-replicas', 1).workload[0]?.wait).toEqual({ replicas: 1, timeoutMs: 1000 })
    expect(edited('wait-replicas', 0, 'slow-link-crash-wait').workload[0]).not.toHaveProperty('wait')
    expect(edited('wait-timeout', 50, 'slow-link-crash-wait').workload[0]?.wait).toEqual({ replicas: 2, timeoutMs: 50 })
  })

  it('moves the heal and the restart', () => {
    expect(SETTINGS['heal-after'].read(splitBrain)).toBe(15.1)
    expect(edited('heal-after', 5.3).actions[1]).toEqual({ atMs: 8300, heal: true })
    expect(SETTINGS['heal-after'].range(splitBrain).max).toBe(32)
    expect(edited('restart-after', 4000, 'empty-restart').actions[1]).toEqual({ atMs: 10_000, start: 'r1' })
    expect(SETTINGS['restart-after'].read(parseScenario(scenarioFiles['empty-restart']))).toBe(500)
  })

  it('refuses a restart behind the next kill', () => {
    const twice = parseScenario({
      ...scenarioFiles['empty-restart'],
      actions: [
        { atMs: 1000, kill: 'r1' },
        { atMs: 2000, start: 'r1' },
        { atMs: 3000, kill: 'r1' },
      ],
    })
    expect(SETTINGS['restart-after'].check(twice, 1500)).toBeNull()
    expect(SETTINGS['restart-after'].check(twice, 2500)).toBe('impossible')
  })
})

it('knows its own names', () => {
  expect(isSettingId('write-rate')).toBe(true)
  expect(isSettingId('toString')).toBe(false)
})
