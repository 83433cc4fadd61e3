import type { DemoWords } from './cast'
import { settingName } from './setting'
import type { SettingValue } from './take-data'

/** What sets one run of a comparison apart from the other. */
export function TakeName({ words, name, differences }: { words: DemoWords; name: string; differences: readonly SettingValue[] }) {
  return (
    <p className="demo-take-name">
      <span>{name}</span>
      {differences.map(({ id, value, unit }) => (
        <code key={id}>{words.controls.setting(settingName(words, id), words.controls.units[unit](String(value)))}</code>
      ))}
    </p>
  )
}
