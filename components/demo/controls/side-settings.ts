import type { SettingId } from '@/lib/settings/settings'
import type { SettingValue } from '@/lib/settings/values'
import type { DemoWords } from '../cast'
import { settingName } from './setting-name'

/**
 * The settings of one side of a comparison as they stand there, in the syntax of Redis where it has one: `min-replicas-to-write 1`,
 * `WAIT 2 1000`. What both sides were built with, and what differs now, are named on both.
 */
export function sideSettings(words: DemoWords, settings: readonly SettingValue[]): readonly string[] {
  const value = (id: SettingId): number | undefined => settings.find((setting) => setting.id === id)?.value
  return settings.flatMap((setting): readonly string[] => {
    const name = settingName(words, setting.id)
    switch (setting.id) {
      case 'wait-replicas':
        return [setting.value === 0 ? words.controls.noWait : `WAIT ${setting.value} ${value('wait-timeout') ?? 0}`]
      case 'wait-timeout':
        return []
      default:
        // A directive is written as in its file, which names no unit.
        return [
          words.controls.setting(
            name,
            name === setting.id ? String(setting.value) : words.controls.units[setting.unit](String(setting.value)),
          ),
        ]
    }
  })
}
