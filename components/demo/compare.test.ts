import { describe, expect, it } from 'vitest'
import { namedScenario } from '@/lib/content/scenarios'
import { SETTINGS, type SettingId } from '@/lib/settings/settings'
import { differencesFrom, sidesOf } from '@/lib/settings/values'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import { words as catalogue } from '@/lib/words/words'
import { assertFair } from './compare'
import { controlIds } from './controls/named'
import { sideSettings } from './controls/side-settings'

describe('a comparison', () => {
  it.each([
    ['split-brain', 'split-brain-gated'],
    ['gate-hole', 'gate-closed'],
    ['slow-link-crash', 'slow-link-crash-wait'],
    ['slow-link-crash', 'healthy-crash'],
    ['orders-crash', 'orders-crash-wait'],
  ] as const)('of %s and %s is fair', (without, with_) => {
    expect(() => assertFair(namedScenario(without), namedScenario(with_))).not.toThrow()
  })

  it('is refused when more than a setting differs', () => {
    const scenario = namedScenario('split-brain')
    expect(() => assertFair(scenario, { ...scenario, seed: 8 })).toThrow('differ in more')
    expect(() => assertFair(scenario, { ...scenario, actions: [] })).toThrow('differ in more')
    expect(() => assertFair(scenario, namedScenario('healthy-crash'))).toThrow('differ in more')
  })

  it('names the settings that differ, each as it stands there', () => {
    const without = namedScenario('split-brain')
    const with_ = namedScenario('split-brain-gated')
    expect(differencesFrom(without, with_)).toMatchObject([{ id: 'min-replicas-to-write', value: 0 }])
    expect(differencesFrom(with_, without)).toMatchObject([{ id: 'min-replicas-to-write', value: 1 }])
  })
})

describe('the sides of a comparison', () => {
  const words = catalogue('en').demo
  const sides = (one: Scenario, other: Scenario, named: readonly SettingId[] = []) =>
    sidesOf([one, other], named).map((settings) => sideSettings(words, settings))
  const plain = namedScenario('split-brain')
  const gated = namedScenario('split-brain-gated')

  it('are named by the settings as they are there, in the syntax of Redis', () => {
    expect(sides(plain, gated)).toEqual([['min-replicas-to-write 0'], ['min-replicas-to-write 1']])
    expect(sides(namedScenario('gate-hole'), namedScenario('gate-closed'))).toEqual([
      ['min-replicas-to-write 1'],
      ['min-replicas-to-write 2'],
    ])
    expect(sides(namedScenario('slow-link-crash'), namedScenario('slow-link-crash-wait'))).toEqual([['no WAIT'], ['WAIT 2 1000']])
  })

  it('are named so too when a control has moved, whatever it is set to', () => {
    const named = ['min-replicas-to-write'] as const
    const off = SETTINGS['min-replicas-to-write'].write(gated, 0)
    expect(sides(plain, off, named)).toEqual([['min-replicas-to-write 0'], ['min-replicas-to-write 0']])
    const lag = SETTINGS['min-replicas-max-lag'].write(gated, 3)
    expect(sides(plain, lag, named)).toEqual([
      ['min-replicas-to-write 0', 'min-replicas-max-lag 10'],
      ['min-replicas-to-write 1', 'min-replicas-max-lag 3'],
    ])
    const wait = namedScenario('slow-link-crash-wait')
    const fewer = SETTINGS['wait-replicas'].write(wait, 1)
    expect(sides(fewer, wait)).toEqual([['WAIT 1 1000'], ['WAIT 2 1000']])
    expect(sides(fewer, SETTINGS['wait-timeout'].write(wait, 200))).toEqual([['WAIT 1 1000'], ['WAIT 2 200']])
  })
})

describe('the controls of a demo', () => {
  it('are named in an attribute', () => {
    expect(controlIds('min-replicas-to-write  min-replicas-max-lag')).toEqual(['min-replicas-to-write', 'min-replicas-max-lag'])
    expect(controlIds(undefined)).toEqual([])
  })

  it('must exist, and be at most two', () => {
    expect(() => controlIds('max-lag')).toThrow('no control "max-lag"')
    expect(() => controlIds('write-rate wait-replicas heal-after')).toThrow('at most 2')
  })
})
