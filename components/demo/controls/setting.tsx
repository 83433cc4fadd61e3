/** @jsxImportSource preact */

import { useState } from 'preact/hooks'
import type { Refusal } from '@/lib/settings/setting'
import type { SettingId } from '@/lib/settings/settings'
import type { SettingValue } from '@/lib/settings/values'
import type { DemoWords } from '../cast'
import { memo } from '../memo'
import { settingName } from './setting-name'
import { Slider } from './slider'

interface Props {
  /** Unique on the page. */
  readonly id: string
  readonly words: DemoWords
  readonly setting: SettingValue
  /** Runs again; returns why a value can't be simulated. */
  readonly onChange: (id: SettingId, value: number) => Refusal | null
  /** The reader has it in hand. */
  readonly onHold: (id: SettingId) => void
}

/** One live setting: a number to type, a slider to drag, and beside them why a number won't do. */
export const Setting = memo(function Setting({ id, words, setting, onChange, onHold }: Props) {
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
  const idle = setting.idle === true
  return (
    <div class="relative min-w-0 flex-1 @min-[60rem]/demo:max-w-48" data-part="setting" onFocusIn={() => onHold(setting.id)}>
      <label
        for={id}
        class={name === setting.id ? `${NAME} font-mono tracking-[-0.02em] @max-[36.5rem]/demo:tracking-[-0.06em]` : NAME}
      >
        {name}
      </label>
      <div class="flex h-6 items-center gap-1.5">
        {idle ? (
          <span class="min-w-0 flex-1 text-[0.75rem] leading-3.5">{controls.idle[setting.id]}</span>
        ) : (
          <Slider label={name} text={unit(current)} {...setting} onSlide={slide} />
        )}
        <input
          id={id}
          type="text"
          inputmode="decimal"
          autocomplete="off"
          class={`${FIELD} ${WIDTHS[String(setting.max).length - 1] ?? 'w-10'}`}
          value={text}
          disabled={idle}
          aria-invalid={refusal !== null}
          aria-describedby={refusal === null ? undefined : `${id}-refusal`}
          onInput={(event) => type(event.currentTarget.value)}
        />
        <span class="text-[0.75rem]">{controls.suffixes[setting.unit]}</span>
      </div>
      {/* Over what stands above, so that nothing moves. */}
      <p id={`${id}-refusal`} class={refusal === null ? 'sr-only' : BUBBLE} role="alert">
        {refusal !== null && controls.refusals[refusal](controls.limits(setting.unit, setting))}
      </p>
    </div>
  )
})

const NAME = 'block truncate text-[0.75rem] leading-4'
/** By the digits of what it may hold; it may be a little more for what is refused. */
const WIDTHS: readonly string[] = ['w-5', 'w-6', 'w-8']
const FIELD =
  'box-content flex-none rounded-sm border border-line bg-panel px-1 py-px text-right text-xs leading-4.5 font-semibold text-ink hover:border-edge disabled:opacity-50 aria-invalid:border-ink aria-invalid:outline-1'
const BUBBLE =
  'absolute inset-x-0 bottom-full z-10 mb-1 rounded-lg border border-ink bg-panel px-2.5 py-1.5 text-xs leading-snug text-ink'
