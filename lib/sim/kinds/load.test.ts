import { describe, expect, it } from 'vitest'
import { type ScenarioName, scenarioFiles } from '@/content/scenarios'
import { namedRun, namedScenario } from '@/lib/content/scenarios'
import { SETTING_IDS, SETTINGS } from '@/lib/settings/settings'
import { cluster } from '@/tests/kernel/cluster'
import { source } from '@/tests/kernel/source'
import type { Scenario } from '../scenario/scenario'
import { wiredRun } from '../simulate'
import { loadKinds } from './load'
import { kindsOf } from './needed'

const names = Object.keys(scenarioFiles) as readonly ScenarioName[]
const pair = cluster({ replicas: 1 }).client('c1', 'r1').until(1000)

describe('the kinds that a scenario names', () => {
  it('are those of its hosts', () => {
    expect([...kindsOf(pair.scenario)]).toEqual(['redis', 'client'])
    expect([...kindsOf(cluster({ replicas: 1, sentinels: 3 }).scenario)]).toEqual(['redis', 'sentinel'])
  })

  it.each([
    ['r1', ['redis', 'client', 'operator']],
    ['s1', ['redis', 'client', 'sentinel', 'operator']],
    ['c1', ['redis', 'client']],
    ['both.client', ['redis', 'client']],
    ['both.redis', ['redis', 'client', 'operator']],
  ])('have an operator where somebody types to a server or a sentinel: %s', (on, kinds) => {
    const shaped = on === 's1' ? pair.host('s1', { sentinel: { monitor: 'r1', quorum: 1, conf: {} } }) : pair
    const both = { redis: { conf: {} }, client: { connect: 'r1' } } as const
    const { scenario } = (on.startsWith('both') ? shaped.host('both', both) : shaped).type(on, 'PING')
    expect(kindsOf(scenario)).toEqual(new Set(kinds))
  })

  it('have one where somebody types on the connection of a client what only people type', () => {
    expect(kindsOf(pair.type('c1', 'CLIENT KILL TYPE normal').scenario)).toContain('operator')
  })

  it('have somebody who knows MySQL where a statement is typed, to a server of it or by a client', () => {
    const plain = source({ replicas: 1 }).scenario
    expect(kindsOf(plain)).toEqual(new Set(['mysql', 'client']))
    for (const on of ['m2', 'c1'])
      expect(kindsOf(source({ replicas: 1 }).type(on, 'SELECT COUNT(*) FROM t').scenario)).toEqual(
        new Set(['mysql', 'client', 'dba']),
      )
  })

  it('follow what a disk has where the power fails, or where the server knows WAITAOF', () => {
    expect(kindsOf(pair.scenario)).not.toContain('durable')
    expect(kindsOf({ ...pair.scenario, server: 'redis-8.0' })).toEqual(new Set(['redis', 'client', 'durable']))
    const dark: Scenario = { ...pair.scenario, actions: [{ atMs: 5, powerOff: 'r1' }] }
    expect(kindsOf(dark)).toEqual(new Set(['redis', 'client', 'durable']))
  })

  it.each(names)('stay the same under every setting: %s', (name) => {
    const scenario = namedScenario(name)
    for (const setting of SETTING_IDS.map((id) => SETTINGS[id]).filter(({ applies }) => applies(scenario))) {
      const { min, max } = setting.range(scenario)
      for (const value of [min, max]) {
        if (setting.check(scenario, value) !== null) continue
        expect(kindsOf(setting.write(scenario, value))).toEqual(kindsOf(scenario))
      }
    }
  })
})

describe('the kinds that are loaded', () => {
  it.each(names)('are enough for the run, which is the same with them as with all: %s', async (name) => {
    const scenario = namedScenario(name)
    const kinds = await loadKinds([scenario])
    expect(Object.keys(kinds)).toEqual([...kindsOf(scenario)])
    expect(JSON.stringify(wiredRun(scenario, kinds).events) === JSON.stringify(namedRun(name).events)).toBe(true)
  })

  it('are those of all scenarios that are compared', async () => {
    const { scenario } = cluster({ replicas: 1, sentinels: 1 })
    expect(Object.keys(await loadKinds([pair.scenario, scenario])).toSorted()).toEqual(['client', 'redis', 'sentinel'])
  })

  it('are asked for by name when one is missing', async () => {
    const kinds = await loadKinds([pair.scenario])
    const typed = pair.at(500).type('r1', 'PING').scenario
    expect(() => wiredRun(typed, kinds)).toThrow('the scenario needs the kind operator, which was not loaded')
  })
})
