// What a page fetches for a demo: the kinds of process that its scenario names, and no others.
import { beforeAll, describe, expect, it } from 'vitest'
import { type ScenarioName, scenarioFiles } from '@/content/scenarios'
import { namedScenario } from '@/lib/content/scenarios'
import { LOCALES } from '@/lib/locale'
import { KINDS, type KindName } from '@/lib/sim/kinds/kinds'
import { kindsOf } from '@/lib/sim/kinds/needed'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import { cluster } from '@/tests/kernel/cluster'
import { Demos } from './shipped'

/** Bytes in brotli of all scripts of a page on which the demo of any named scenario is alive. */
const MOST = 70_000
/** What comes on top where somebody types. */
const OPERATOR = 450

const named = (Object.keys(scenarioFiles) as readonly ScenarioName[]).map(namedScenario)
const pair = cluster({ replicas: 1 }).client('c1', 'r1')
const watched = cluster({ replicas: 1, sentinels: 3 }).client('c1', 'r1')

let demos: Demos
beforeAll(async () => {
  demos = await Demos.bundled()
})

function modulesOf(...scenarios: readonly Scenario[]): readonly string[] {
  return demos.shippedFor(scenarios, 'en').flatMap(({ modules }) => modules)
}

describe('a demo', () => {
  it.each(LOCALES)('ships no more than it may, in %s', (locale) => {
    const typing = (scenario: Scenario) => (kindsOf(scenario).has('operator') ? OPERATOR : 0)
    const largest = Math.max(...named.map((scenario) => demos.bytesFor([scenario], locale) - typing(scenario)))
    expect(largest).toBeLessThanOrEqual(MOST)
    // All of it is counted.
    expect(largest).toBeGreaterThan(MOST * 0.9)
  })

  it('ships no lists before one is opened', () => {
    const modules = modulesOf(watched.scenario)
    expect(modules).toContain('components/demo/panels/card-panels.tsx')
    expect(modules.filter((file) => /(ledger-panel|log-panel|redis-lines)/.test(file))).toEqual([])
  })

  it('ships at once the kinds that nearly every named scenario has, and no others', () => {
    const share = (kind: KindName) => named.filter((scenario) => kindsOf(scenario).has(kind)).length / named.length
    const common = (Object.keys(KINDS) as readonly KindName[]).filter((kind) => share(kind) > 0.8)
    const shipped = modulesOf(watched.scenario).filter((file) => /^lib\/sim\/kinds\/\w+\/kind\.ts$/.test(file))
    expect(shipped.toSorted()).toEqual(common.map((kind) => `lib/sim/kinds/${kind}/kind.ts`).toSorted())
  })

  it('in which nobody types ships no operator', () => {
    expect(modulesOf(watched.scenario)).not.toContain('lib/sim/kinds/operator/kind.ts')
    expect(modulesOf(watched.at(1000).type('r1', 'PING').scenario)).toContain('lib/sim/kinds/operator/kind.ts')
  })

  it('of two scenarios ships what either needs', () => {
    expect(modulesOf(pair.scenario, watched.scenario).toSorted()).toEqual(modulesOf(watched.scenario).toSorted())
  })
})
