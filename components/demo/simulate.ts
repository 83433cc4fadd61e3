import { type Film, filmOf, sideBySide, VIEWS, type ViewName } from '@/lib/reading/film/film'
import type { Refusal } from '@/lib/settings/setting'
import { SETTING_IDS, SETTINGS, type SettingId } from '@/lib/settings/settings'
import type { Kinds } from '@/lib/sim/kinds/kinds'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import { wiredRun, wiredSteps } from '@/lib/sim/simulate'
import type { SettingValue } from './setting-value'

/** Runs scenarios side by side: what happens in several of them has one number. `known`: films of scenarios that have run already. */
export function simulateAll(scenarios: readonly Scenario[], kinds: Kinds, known: readonly Film[] = []): readonly Film[] {
  return sideBySide(scenarios.map((scenario) => known.find(({ run }) => run.scenario === scenario) ?? simulate(scenario, kinds)))
}

/** Runs a scenario with the kinds of process that it names, and folds the run into everything that is drawn of it. */
export function simulate(scenario: Scenario, kinds: Kinds): Film {
  return filmOf(wiredRun(scenario, kinds))
}

/** The same as `simulateAll` in small steps, between which something else can be done. Everything that is drawn has been looked at then. */
export function* simulateInSteps(scenarios: readonly Scenario[], kinds: Kinds): Generator<undefined, readonly Film[]> {
  const films: Film[] = []
  for (const scenario of scenarios) {
    const film = filmOf(yield* wiredSteps(scenario, kinds))
    for (const name of Object.keys(VIEWS) as readonly ViewName[]) {
      film[name]
      yield
    }
    films.push(film)
  }
  return sideBySide(films)
}

/** The live settings among `ids` that mean something in a scenario, with what they can be set to. */
export function settingsOf(scenario: Scenario, ids: readonly SettingId[]): readonly SettingValue[] {
  return ids.flatMap((id) => {
    const control = SETTINGS[id]
    if (!control.applies(scenario)) return []
    const { min, max } = control.range(scenario)
    return [{ id, value: control.read(scenario), min, max, step: control.step, unit: control.unit }]
  })
}

/** The scenario with another value of a setting, or why there can be none. */
export function withSetting(scenario: Scenario, id: SettingId, value: number): { scenario: Scenario } | { refusal: Refusal } {
  const control = SETTINGS[id]
  const refusal = control.check(scenario, value)
  return refusal === null ? { scenario: control.write(scenario, value) } : { refusal }
}

/** Settings in which two scenarios differ, each as it stands in `scenario`. */
export function differencesFrom(scenario: Scenario, other: Scenario): readonly SettingValue[] {
  const there = new Map(settingsOf(other, SETTING_IDS).map(({ id, value }) => [id, value]))
  return settingsOf(scenario, SETTING_IDS).filter(({ id, value }) => there.get(id) !== value)
}

/**
 * What sets two scenarios apart: the settings in which they differ, and those in `named`, each as it stands in the first and in the second.
 * The time-out of a `WAIT` belongs to its number.
 */
export function sidesOf(
  [one, other]: readonly [Scenario, Scenario],
  named: readonly SettingId[],
): readonly [readonly SettingValue[], readonly SettingValue[]] {
  const differing = new Set([...differencesFrom(one, other), ...differencesFrom(other, one)].map(({ id }) => id))
  for (const id of named) differing.add(id)
  if (differing.has('wait-replicas')) differing.add('wait-timeout')
  const ids = SETTING_IDS.filter((id) => differing.has(id))
  return [settingsOf(one, ids), settingsOf(other, ids)]
}
