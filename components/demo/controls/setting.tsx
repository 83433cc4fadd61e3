import { useId, useState } from 'react'
import type { Refusal } from '@/lib/settings/setting'
import type { SettingId } from '@/lib/settings/settings'
import type { DemoWords } from '../cast'
import type { SettingValue } from '../take-data'

interface Props {
  readonly words: DemoWords
  readonly setting: SettingValue
  /** Runs again; returns why a value can't be simulated. */
  readonly onChange: (id: SettingId, value: number) => Refusal | null
}

/** How a setting is called: by its directive where Redis has one. */
export function settingName(words: DemoWords, id: SettingId): string {
  return words.controls.labels[id] ?? id
}

/** One live setting: a number to type, a slider to drag, and beside them why a number won't do. */
export function Setting({ words, setting, onChange }: Props) {
  const { controls } = words
  const id = useId()
  const [typed, setTyped] = useState<{ text: string; refusal: Refusal | 'empty' | null } | null>(null)
  const unit = controls.units[setting.unit]
  const current = String(setting.value)
  // What was typed stands as long as it is refused or still means the value that is running.
  const text = typed && (typed.refusal !== null || Number(typed.text) === setting.value) ? typed.text : current
  const refusal = typed && text === typed.text ? typed.refusal : null

  const type = (next: string): void => {
    const trimmed = next.trim()
    setTyped({ text: next, refusal: trimmed === '' ? 'empty' : onChange(setting.id, Number(trimmed)) })
  }
  const slide = (next: string): void => {
    setTyped(null)
    onChange(setting.id, Number(next))
  }
  const name = settingName(words, setting.id)
  const isDirective = name === setting.id
  const idle = setting.idle === true
  return (
    <div className="demo-setting">
      <label htmlFor={id} className={isDirective ? 'demo-setting-name demo-setting-directive' : 'demo-setting-name'}>
        {name}
      </label>
      <span className="demo-setting-value">
        <input
          id={id}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          size={5}
          value={text}
          disabled={idle}
          aria-invalid={refusal !== null}
          aria-describedby={refusal === null && !idle ? undefined : `${id}-refusal`}
          onChange={(event) => type(event.target.value)}
        />
        <span>{controls.suffixes[setting.unit]}</span>
      </span>
      <input
        type="range"
        aria-label={name}
        aria-valuetext={unit(current)}
        min={setting.min}
        max={setting.max}
        step={setting.step}
        value={setting.value}
        disabled={idle}
        onChange={(event) => slide(event.target.value)}
      />
      <p id={`${id}-refusal`} className={idle ? 'demo-idle' : 'demo-refusal'} role="alert">
        {idle && controls.idle[setting.id]}
        {!idle && refusal !== null && controls.refusals[refusal](controls.limits(setting.unit, setting))}
      </p>
    </div>
  )
}
