import { serversOf } from '@/lib/sim/scenario/edit'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import { isPossible } from './possible'

export type Unit = 's' | 'ms' | 'count' | 'perSecond'

/** Why a value cannot be simulated. `impossible`: within the range, and yet `parseScenario` refuses what it makes. */
export type Refusal = 'not-a-number' | 'not-whole' | 'too-small' | 'too-large' | 'impossible'

/** A file of Redis where a setting may stand. */
type ConfFile = 'redis.conf' | 'sentinel.conf'

/** What each setting has of its own. Values are numbers in `unit`; all methods are pure. */
export interface SettingRow<File extends ConfFile | null = ConfFile | null> {
  /** The widest range, both ends included; `room` narrows it. */
  readonly min: number
  readonly max: number
  /** What one key press of a slider changes; values between steps are allowed unless only whole numbers mean something. */
  readonly step: number
  readonly unit: Unit
  readonly whole: boolean
  /** The file where the setting stands under the same name, null when it is none of Redis' own. */
  readonly file: File
  /** Whether a scenario with servers has what it sets: a replica, a sentinel, a heal after a cut, …; absent: every one has. */
  applies?(scenario: Scenario): boolean
  /** The largest value that a scenario has room for. */
  room?(scenario: Scenario): number
  /** The value that stands in the scenario, defaults included. */
  read(scenario: Scenario): number
  /** The scenario with another value. */
  write(scenario: Scenario, value: number): Scenario
}

/** A live setting of a demo. `write` leaves a scenario alone to which it does not apply. */
export interface Setting<File extends ConfFile | null = ConfFile | null> extends SettingRow<File> {
  applies(scenario: Scenario): boolean
  range(scenario: Scenario): { readonly min: number; readonly max: number }
  /** What is wrong with a value, or null. */
  check(scenario: Scenario, value: number): Refusal | null
}

/** A row with what is the same for all. */
export function setting<File extends ConfFile | null>(row: SettingRow<File>): Setting<File> {
  const { min } = row
  // They are all of Redis.
  const applies = (scenario: Scenario) => serversOf(scenario).length > 0 && row.applies?.(scenario) !== false
  const largest = (scenario: Scenario) => Math.min(row.max, row.room?.(scenario) ?? row.max)
  return {
    ...row,
    applies,
    range: (scenario) => ({ min, max: largest(scenario) }),
    write: (scenario, value) => (applies(scenario) ? row.write(scenario, value) : scenario),
    check: (scenario, value) => {
      if (!Number.isFinite(value)) return 'not-a-number'
      if (row.whole && !Number.isInteger(value)) return 'not-whole'
      if (value < min) return 'too-small'
      if (value > largest(scenario)) return 'too-large'
      return isPossible(row.write(scenario, value)) ? null : 'impossible'
    },
  }
}
