import type { Unit } from '@/lib/settings/setting'
import type { SettingId } from '@/lib/settings/settings'

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
