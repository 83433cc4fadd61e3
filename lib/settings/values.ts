import type { Scenario } from '@/lib/sim/scenario/scenario'
import type { Refusal, Unit } from './setting'
import { SETTING_IDS, SETTINGS, type SettingId } from './settings'

/** A live setting as it stands in a scenario, with what it can be set to. */
export interface SettingValue {
  readonly id: SettingId
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step: number
  readonly unit: Unit
  /** It means nothing as the other settings stand. */
  readonly idle?: boolean
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
