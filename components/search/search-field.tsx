/** @jsxImportSource preact */
import { useEffect, useRef } from 'preact/hooks'
import type { SearchWords } from '@/lib/words/en/search'

interface Props {
  readonly label: string
  /** Null until they are there. */
  readonly words: SearchWords | null
  readonly query: string
  /** The id of the list that it leads through. */
  readonly list: string
  /** The id of what is chosen in it. */
  readonly active: string | undefined
  readonly onAsk: (query: string) => void
  readonly onStep: (by: 1 | -1) => void
  /** With the keys that were held. */
  readonly onEnter: (keys: MouseEventInit) => void
  readonly onClose: () => void
}

const STEPS: Readonly<Record<string, 1 | -1 | undefined>> = { ArrowDown: 1, ArrowUp: -1 }

/** The field, and the keys that lead through what it finds. What is still being composed is no query yet. */
export function SearchField({ label, words, query, list, active, onAsk, onStep, onEnter, onClose }: Props) {
  const input = useRef<HTMLInputElement>(null)
  // Preact listens to no event of this name: browsers have no property for it.
  useEffect(() => {
    const field = input.current
    const composed = () => onAsk(field?.value ?? '')
    field?.addEventListener('compositionend', composed)
    return () => field?.removeEventListener('compositionend', composed)
  }, [onAsk])
  const press = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    if (event.isComposing || (step === undefined && event.key !== 'Enter')) return
    event.preventDefault()
    const { ctrlKey, metaKey, shiftKey } = event
    if (step !== undefined) onStep(step)
    else onEnter({ bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey })
  }
  return (
    <div class="flex items-center border-b border-line pr-3">
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded={active !== undefined}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={active}
        autoComplete="off"
        autoCapitalize="none"
        spellcheck={false}
        enterKeyHint="go"
        class="min-w-0 flex-1 bg-panel px-5 py-3 text-base outline-none"
        placeholder={words?.placeholder}
        value={query}
        onInput={(event) => event.isComposing || onAsk(event.currentTarget.value)}
        onKeyDown={press}
      />
      <button
        type="button"
        class="size-8 flex-none rounded-lg text-soft hover:bg-cut hover:text-ink"
        aria-label={words?.close}
        onClick={onClose}
      >
        <svg viewBox="0 0 12 12" class="m-auto size-4 fill-none stroke-current" aria-hidden="true">
          <path d="M2 2l8 8m0-8l-8 8" />
        </svg>
      </button>
    </div>
  )
}
