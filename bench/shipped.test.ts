// What a page fetches for a demo: the kinds of process that its scenario names, and no others.
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { type ScenarioName, scenarioFiles } from '@/content/scenarios'
import { namedScenario } from '@/lib/content/scenarios'
import { LOCALES } from '@/lib/locale'
import { KINDS, type KindName } from '@/lib/sim/kinds/kinds'
import { kindsOf } from '@/lib/sim/kinds/needed'
import { parseScenario } from '@/lib/sim/scenario/parse'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import { cluster } from '@/tests/kernel/cluster'
import { recipe, recipeNames } from '@/tests/kernel/locks/recipes'
import { Demos } from './shipped'

/** Bytes in brotli of all scripts of a page on which the demo of any named scenario is alive. */
const MOST = 70_000
/** All clients that take locks, and the resource, are one file. */
const LOCKS = 11_710
/** Once a reader has done something: what follows it in the address; once he copies, what does that. */
const LINKS = 4_100
const COPYING = 3_000
/**
 * What comes on top with kinds that few have: where somebody types, to Redis or to MySQL, with what only people type; where it is asked what a
 * disk has; and with how runs with MySQL or locks are read, drawn and spoken of.
 */
const ON_TOP: Readonly<Partial<Record<KindName, number>>> = {
  operator: 2_300,
  durable: 2_300,
  mysql: 11_850,
  dba: 2_060,
  lock: LOCKS,
  redisson: LOCKS,
  redlock: LOCKS,
}

const named = (Object.keys(scenarioFiles) as readonly ScenarioName[]).map(namedScenario)
const pair = cluster({ replicas: 1 }).client('c1', 'r1')
const watched = cluster({ replicas: 1, sentinels: 3 }).client('c1', 'r1')
const semisync = parseScenario({
  version: 1,
  name: 'semisync',
  seed: 1,
  durationMs: 1000,
  hosts: { m1: { mysql: {} }, m2: { mysql: { replicaOf: 'm1' } }, c1: { client: { connect: 'm1' } } },
})

let demos: Demos
beforeAll(async () => {
  demos = await Demos.bundled()
})

function modulesOf(...scenarios: readonly Scenario[]): readonly string[] {
  return demos.shippedFor(scenarios, 'en').flatMap(({ modules }) => modules)
}

describe('a demo', () => {
  it.each(LOCALES)('ships no more than it may, in %s', (locale) => {
    const onTop = (scenario: Scenario) => [...kindsOf(scenario)].reduce((sum, kind) => sum + (ON_TOP[kind] ?? 0), 0)
    const largest = Math.max(...named.map((scenario) => demos.bytesFor([scenario], locale) - onTop(scenario)))
    expect(largest).toBeLessThanOrEqual(MOST)
    // All of it is counted.
    expect(largest).toBeGreaterThan(MOST * 0.9)
  })

  it('ships no lists before one is opened', () => {
    const modules = modulesOf(watched.scenario)
    expect(modules).toContain('components/demo/panels/card-panels.tsx')
    expect(modules.filter((file) => /(ledger-panel|log-panel|redis-lines)/.test(file))).toEqual([])
  })

  it('ships at once the kinds that most named scenarios have, and no others', () => {
    const share = (kind: KindName) => named.filter((scenario) => kindsOf(scenario).has(kind)).length / named.length
    const common = (Object.keys(KINDS) as readonly KindName[]).filter((kind) => share(kind) > 0.75)
    const shipped = modulesOf(watched.scenario).filter((file) => /^lib\/sim\/kinds\/\w+\/kind\.ts$/.test(file))
    expect(shipped.toSorted()).toEqual(common.map((kind) => `lib/sim/kinds/${kind}/kind.ts`).toSorted())
  })

  // No tool shortens the name of what is only said to be private.
  it('has private members that its minifier knows to be private', () => {
    const all = [semisync, { ...pair.scenario, server: 'redis-8.0' } as const, ...recipeNames().map(recipe)]
    const ours = modulesOf(...all, watched.at(1000).type('r1', 'PING').scenario).filter((file) =>
      /^(lib|components)\/.*\.tsx?$/.test(file),
    )
    expect(ours.length).toBeGreaterThan(100)
    expect(ours.filter((file) => /\bprivate (\w+ )?\w+[(:!?]/.test(readFileSync(file, 'utf8')))).toEqual([])
  })

  it('in which nobody types ships no operator', () => {
    expect(modulesOf(watched.scenario)).not.toContain('lib/sim/kinds/operator/kind.ts')
    expect(modulesOf(watched.at(1000).type('r1', 'PING').scenario)).toContain('lib/sim/kinds/operator/kind.ts')
  })

  it.each(LOCALES)('fetches MySQL with all that is read, drawn and said of it, and no more than that, in %s', (locale) => {
    const bytes = (scenario: Scenario) => demos.bytesFor([scenario], locale)
    const most = ON_TOP.mysql ?? 0
    const more = bytes(semisync) - bytes(pair.scenario)
    expect(more).toBeLessThanOrEqual(most)
    expect(more).toBeGreaterThan(most * 0.8)
    const own = [`lib/words/${locale}/demo/mysql.ts`, 'lib/reading/kinds/mysql/index.ts', 'components/demo/kinds/mysql.ts']
    const modulesFor = (scenario: Scenario) => demos.shippedFor([scenario], locale).flatMap(({ modules }) => modules)
    expect(modulesFor(semisync)).toEqual(expect.arrayContaining(own))
    expect(modulesFor(watched.scenario).filter((file) => own.includes(file))).toEqual([])
  })

  it('ships what only people type to MySQL where somebody does, and nothing of what they type to Redis', () => {
    const typed = 'lib/sim/kinds/dba/statements.ts'
    expect(modulesOf(semisync)).not.toContain(typed)
    const run = { on: 'm2', command: 'STOP REPLICA' }
    const asks: Scenario = { ...semisync, actions: [{ atMs: 500, run }] }
    const modules = modulesOf(asks)
    expect(modules).toEqual(expect.arrayContaining([typed, 'lib/sim/kinds/operator/prompt.ts']))
    expect(modules).not.toContain('lib/sim/kinds/redis/commands/typed.ts')
    expect(demos.bytesFor([asks], 'en') - demos.bytesFor([semisync], 'en')).toBeLessThanOrEqual(ON_TOP.dba ?? 0)
  })

  it('ships what a disk has, and WAITAOF, only where a scenario asks for it', () => {
    const asks: Scenario = { ...pair.scenario, server: 'redis-8.0' }
    const own = ['lib/sim/kinds/durable/kind.ts', 'lib/reading/kinds/durable/index.ts']
    expect(modulesOf(asks)).toEqual(expect.arrayContaining(own))
    expect(modulesOf(watched.scenario).filter((file) => file.includes('/durable/'))).toEqual([])
  })

  it('ships what only people type where somebody does', () => {
    const typed = 'lib/sim/kinds/redis/commands/typed.ts'
    expect(modulesOf(watched.scenario)).not.toContain(typed)
    expect(modulesOf(watched.at(1000).type('r1', 'PING').scenario)).toContain(typed)
  })

  it.each(LOCALES)('fetches clients that take locks with what is said of them, in %s', (locale) => {
    const more = demos.bytesFor([recipe('lock-lost-key')], locale) - demos.bytesFor([watched.scenario], locale)
    expect(more).toBeLessThanOrEqual(LOCKS)
    expect(more).toBeGreaterThan(LOCKS * 0.8)
    const own = [`lib/words/${locale}/demo/locks.ts`, 'lib/reading/kinds/locks/index.ts']
    const modulesFor = (scenario: Scenario) => demos.shippedFor([scenario], locale).flatMap(({ modules }) => modules)
    expect(modulesFor(recipe('lock-lost-key'))).toEqual(expect.arrayContaining(own))
    expect(modulesFor(watched.scenario).filter((file) => own.includes(file))).toEqual([])
  })

  it.each(LOCALES)('fetches what follows its address, and what copies links, apart, and no more than that, in %s', (locale) => {
    const modules = demos.shippedFor([watched.scenario], locale).flatMap((chunk) => chunk.modules)
    expect(modules.filter((file) => /(share|copying|demo[/]link)[/]/.test(file))).toEqual([])
    for (const [name, most] of [['links', LINKS] as const, ['copying', COPYING] as const]) {
      const bytes = demos.bytesOnTop(`components/islands/${name}/${locale.toLowerCase()}.ts`, locale)
      expect(bytes).toBeLessThanOrEqual(most)
      expect(bytes).toBeGreaterThan(most * 0.8)
    }
  })

  it('of two scenarios ships what either needs', () => {
    expect(modulesOf(pair.scenario, watched.scenario).toSorted()).toEqual(modulesOf(watched.scenario).toSorted())
  })
})
