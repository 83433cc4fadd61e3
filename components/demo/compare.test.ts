import { describe, expect, it } from 'vitest'
import { namedScenario } from '@/lib/content/scenarios'
import { assertFair } from './compare'
import { controlIds } from './demo'
import { differencesFrom } from './simulate'

describe('a comparison', () => {
  it.each([
    ['split-brain', 'split-brain-gated'],
    ['gate-hole', 'gate-closed'],
    ['slow-link-crash', 'slow-link-crash-wait'],
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
