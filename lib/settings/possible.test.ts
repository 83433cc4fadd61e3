// What `check` calls impossible is what the reader of scenarios refuses: it knows only the rules that an edit can break.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scenarioFiles } from '@/content/scenarios'
import { parseScenario } from '@/lib/sim/scenario/parse'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import { scenarios } from '@/tests/kernel/arbitrary'
import { refusalOf } from '@/tests/kernel/refusal'
import type { Setting } from './setting'
import { SETTING_IDS, SETTINGS } from './settings'

const HOUR_MS = 3_600_000

const named = fc.constantFrom(...Object.values(scenarioFiles).map(parseScenario))

/** With workloads so long that a higher rate or a `WAIT` may be too much. */
const long = named.map(
  (scenario): Scenario => ({
    ...scenario,
    durationMs: HOUR_MS,
    workload: scenario.workload.map((workload) => ({ ...workload, everyMs: 10, untilMs: HOUR_MS })),
  }),
)

/** With a duration and actions so close to each other that rounding to microseconds matters. */
const short = fc.tuple(named, fc.double({ min: 1e-4, max: 1, noNaN: true })).map(([scenario, factor]): Scenario => {
  const shorter = (ms: number) => Math.max(ms * factor, 0.001)
  return {
    ...scenario,
    durationMs: shorter(scenario.durationMs),
    workload: [],
    actions: scenario.actions.map((action) => ({
      ...action,
      atMs: Math.min(shorter(action.atMs), shorter(scenario.durationMs)),
    })),
  }
})

/** Of the named scenarios only this: no command can be typed at a server that is not started yet. No demo has that control. */
const TYPED_AT_THE_DEAD = ['reused-address restart-after']

/** Where its range begins and ends, and anywhere between. */
const part = fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true }))

/** Null where a setting does not apply or has no room. */
function valueAt(setting: Setting, scenario: Scenario, share: number): number | null {
  if (!setting.applies(scenario)) return null
  const { min, max } = setting.range(scenario)
  if (max < min) return null
  const value = min + share * (max - min)
  return setting.whole ? Math.round(value) : Math.min(value, max)
}

describe.each(Object.entries({ named, long, short, random: scenarios }))('of %s scenarios', (kind, arbitrary) => {
  it('a value is impossible exactly when the scenario that it makes cannot be read', () => {
    const seen = { possible: 0, impossible: 0 }
    const impossible = new Set<string>()
    fc.assert(
      fc.property(arbitrary, fc.constantFrom(...SETTING_IDS), part, (scenario, id, share) => {
        const setting = SETTINGS[id]
        const value = valueAt(setting, scenario, share)
        if (value === null || refusalOf(scenario) !== null) return
        const expected = refusalOf(setting.write(scenario, value)) === null ? null : 'impossible'
        expect(setting.check(scenario, value)).toBe(expected)
        seen[expected ?? 'possible'] += 1
        if (expected !== null) impossible.add(`${scenario.name} ${id}`)
      }),
      { numRuns: 1500, seed: 7 },
    )
    expect(seen.possible).toBeGreaterThan(100)
    if (kind === 'named') expect(TYPED_AT_THE_DEAD).toEqual(expect.arrayContaining([...impossible]))
    else expect(seen.impossible).toBeGreaterThan(0)
  })
})
