import type { ReactNode } from 'react'
import type { DemoWords } from './cast'
import { settingName } from './setting'
import type { SettingValue } from './take-data'

interface Props {
  readonly words: DemoWords
  /** Null where there is only one run. */
  readonly name: string | null
  readonly differences: readonly SettingValue[]
  readonly children: ReactNode
}

/** The place of a run in a demo; in a comparison with what sets it apart from the other. */
export function TakeBox({ words, name, differences, children }: Props) {
  if (name === null) return <div className="demo-take-box">{children}</div>
  return (
    <div className="demo-take-box">
      <p className="demo-take-name">
        <span>{name}</span>
        {differences.map(({ id, value, unit }) => (
          <code key={id}>{words.controls.setting(settingName(words, id), words.controls.units[unit](String(value)))}</code>
        ))}
      </p>
      {children}
    </div>
  )
}
