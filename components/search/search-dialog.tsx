/** @jsxImportSource preact */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { choicesFor } from './choices'
import { addressIn, loadSearch, type Search } from './load'
import { PlaceOption } from './place-option'
import { SearchField } from './search-field'

interface Props {
  /** What it is called. */
  readonly label: string
  /** Said where it can't be loaded. */
  readonly failed: string
  readonly locale: string
  /** The query it begins with. */
  readonly typed: string
  readonly onClosed: () => void
}

const BOX =
  'mx-auto mt-2 w-[calc(100%-1rem)] max-w-[47rem] overflow-hidden rounded-panel border border-edge bg-panel text-ink backdrop:bg-bg/75 sm:mt-16 print:hidden'

const LIST = 'search-places'
const optionId = (index: number) => `${LIST}-${index}`

/** Where somebody types what they look for, over the page. */
export function SearchDialog({ label, failed, locale, typed, onClosed }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [search, setSearch] = useState<Search | 'loading' | 'failed'>('loading')
  const [query, setQuery] = useState(typed)
  const [chosen, setChosen] = useState(0)
  useLayoutEffect(() => dialog.current?.showModal(), [])
  useEffect(() => {
    loadSearch(locale).then(setSearch, () => setSearch('failed'))
  }, [locale])
  const choices = useMemo(() => (typeof search === 'string' ? null : choicesFor(search, query)), [search, query])
  const list = choices?.list ?? []
  const ask = (text: string) => {
    setQuery(text)
    setChosen(0)
  }
  const close = () => dialog.current?.close()
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does by keyboard what a click beside it does
    <dialog
      ref={dialog}
      lang={locale}
      class={BOX}
      aria-label={label}
      onClose={onClosed}
      onClick={({ target, currentTarget }) => target === currentTarget && close()}
    >
      <SearchField
        label={label}
        words={typeof search === 'string' ? null : search.data.words}
        query={query}
        list={LIST}
        active={list.length > 0 ? optionId(chosen) : undefined}
        onAsk={ask}
        onStep={(by) => list.length > 0 && setChosen((chosen + by + list.length) % list.length)}
        onEnter={(keys) => document.getElementById(optionId(chosen))?.dispatchEvent(new MouseEvent('click', keys))}
        onClose={close}
      />
      <p role="status" class="px-5 pt-2 text-sm text-soft">
        {search === 'failed' ? failed : choices?.said}
      </p>
      <div id={LIST} role="listbox" aria-label={label} class="max-h-[65vh] overflow-y-auto p-3">
        {list.map((choice, index) => (
          <PlaceOption
            key={choice.address}
            {...choice}
            id={optionId(index)}
            href={addressIn(locale, choice.address)}
            chosen={index === chosen}
            onPoint={() => setChosen(index)}
            onFollow={(event) => isInPlace(event) && close()}
          />
        ))}
      </div>
    </dialog>
  )
}

/** Whether a click leads away from here, rather than to another window. */
function isInPlace({ ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
  return !(ctrlKey || metaKey || shiftKey || altKey)
}
