import type { SettingId } from '@/lib/settings/settings'
import type { DemoWords } from '../cast'

/** How a setting is called: by its directive where Redis has one. */
export function settingName(words: DemoWords, id: SettingId): string {
  return words.controls.labels[id] ?? id
}
