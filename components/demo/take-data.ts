import type { Picture } from '@/lib/reading/film/film'
import type { Unit } from '@/lib/settings/setting'
import type { SettingId } from '@/lib/settings/settings'
import type { Scenario } from '@/lib/sim/scenario/scenario'

/** A live setting as it stands in a scenario. Plain data: the registry of controls comes with the kernel, later. */
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

/** What a run is started from, and what is drawn until it has been. */
export interface TakeData {
  readonly scenario: Scenario
  readonly still: Picture
  /** The settings that name this side of a comparison; empty when there is nothing to compare. */
  readonly side: readonly SettingValue[]
}
