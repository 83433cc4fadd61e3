/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import type { Refusal } from '@/lib/settings/setting'
import type { SettingId } from '@/lib/settings/settings'
import type { DemoWords } from '../cast'
import type { SettingValue } from '../setting-value'

interface Props {
  /** Unique on the page. */
  readonly id: string
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
export function Setting({ id, words, setting, onChange }: Props) {
  const { controls } = words
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
  const slide = (slider: HTMLInputElement): void => {
    setTyped(null)
    // Nothing is drawn anew for a value that is refused.
    if (onChange(setting.id, Number(slider.value)) !== null) slider.value = current
  }
  const name = settingName(words, setting.id)
  const isDirective = name === setting.id
  const idle = setting.idle === true
  return (
    <div class="demo-setting">
      <label for={id} class={isDirective ? 'demo-setting-name demo-setting-directive' : 'demo-setting-name'}>
        {name}
      </label>
      <span class="demo-setting-value">
        <input
          id={id}
          type="text"
          inputmode="decimal"
          autocomplete="off"
          size={5}
          value={text}
          disabled={idle}
          aria-invalid={refusal !== null}
          aria-describedby={refusal === null && !idle ? undefined : `${id}-refusal`}
          onInput={(event) => type(event.currentTarget.value)}
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
        onInput={(event) => slide(event.currentTarget)}
      />
      <p id={`${id}-refusal`} class={idle ? 'demo-idle' : 'demo-refusal'} role="alert">
        {idle && controls.idle[setting.id]}
        {!idle && refusal !== null && controls.refusals[refusal](controls.limits(setting.unit, setting))}
      </p>
    </div>
  )
}
