/** @jsxImportSource preact */

import type { TargetedKeyboardEvent } from 'preact'
import type { DemoWords } from '../cast'
import { memo } from '../memo'
import { type TabCode, tabIds } from './tabs'

interface Props {
  /** Of the demo, unique on the page. */
  readonly id: string
  readonly words: DemoWords
  readonly codes: readonly TabCode[]
  readonly chosen: TabCode
  readonly onChoose: (code: TabCode) => void
}

const TAB = 'min-w-6 border-b-2 pt-1.5 pb-1 whitespace-nowrap'
const CHOSEN = `${TAB} border-ink font-semibold text-ink`
const OTHER = `${TAB} border-transparent text-soft hover:text-ink forced-colors:border-[Canvas]`

/** What else there is to look at. The arrow keys go from tab to tab, as in any other. */
export const TabStrip = memo(function TabStrip({ id, words, codes, chosen, onChoose }: Props) {
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>): void => {
    const next = neighbourOf(codes, chosen, event.key)
    if (next === undefined) return
    event.preventDefault()
    onChoose(next)
    document.getElementById(tabIds(id, next).tab)?.focus()
  }
  return (
    <div
      role="tablist"
      class="mt-1.5 flex gap-x-2 overflow-x-auto border-t border-line text-xs [scrollbar-width:none] plain:hidden sm:gap-x-5"
      aria-label={words.panels.label}
      onKeyDown={onKeyDown}
    >
      {codes.map((code) => {
        const ids = tabIds(id, code)
        return (
          <button
            key={code}
            type="button"
            role="tab"
            id={ids.tab}
            class={code === chosen ? CHOSEN : OTHER}
            aria-controls={ids.panel}
            aria-selected={code === chosen}
            tabIndex={code === chosen ? 0 : -1}
            onClick={() => onChoose(code)}
          >
            {words.panels.tabs[code]}
          </button>
        )
      })}
    </div>
  )
})

function neighbourOf(codes: readonly TabCode[], chosen: TabCode, key: string): TabCode | undefined {
  const at = codes.indexOf(chosen)
  const to: Readonly<Record<string, number>> = {
    ArrowRight: (at + 1) % codes.length,
    ArrowLeft: (at + codes.length - 1) % codes.length,
    Home: 0,
    End: codes.length - 1,
  }
  return codes[to[key] ?? -1]
}
