/** @jsxImportSource preact */
import type { ComponentChild, ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

/** Rows drawn beyond both edges, so that a fast scroll shows no gap. */
const SPARE = 12
/** Of every row, pixels; `Row` keeps to it. */
const ROW = 28
/** Of the highest list, pixels. */
const HIGHEST = 640

interface Props {
  readonly count: number
  /** A row that is to be in view; null: none. */
  readonly reveal: number | null
  readonly label: string
  readonly row: (index: number) => ComponentChild
}

/** A list of any length of which only what is in view exists. The gaps are drawings, whose height needs no style. */
export function Windowed({ count, reveal, label, row }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  const first = Math.max(0, Math.min(Math.floor(top / ROW), count) - SPARE)
  const last = Math.min(count, Math.ceil((top + HIGHEST) / ROW) + SPARE)

  useEffect(() => {
    const element = box.current
    if (!element || reveal === null) return
    const y = reveal * ROW
    if (y < element.scrollTop || y + ROW > element.scrollTop + element.clientHeight) {
      element.scrollTop = Math.max(0, y - element.clientHeight / 2)
    }
  }, [reveal])

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div
      role="group"
      ref={box}
      class="min-h-0 flex-1 overflow-auto rounded-lg border border-line"
      data-part="list"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable with the keyboard
      tabIndex={0}
      aria-label={label}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
    >
      <svg width="1" class="block" height={first * ROW} aria-hidden="true" />
      <ul>{Array.from({ length: Math.max(0, last - first) }, (_, offset) => row(first + offset))}</ul>
      <svg width="1" class="block" height={(count - last) * ROW} aria-hidden="true" />
    </div>
  )
}

interface RowProps {
  /** The cursor stands here. */
  readonly current: boolean
  readonly children: ComponentChildren
}

/** A line of such a list. What it is for fits on a phone; the rest of it is a scroll away. */
export function Row({ current, children }: RowProps) {
  return (
    <li
      class="flex h-7 w-max min-w-full items-center gap-2.5 px-2 text-xs whitespace-nowrap text-soft aria-[current]:bg-cut"
      aria-current={current ? 'step' : undefined}
      data-part="row"
    >
      {children}
    </li>
  )
}

/** Leads to the instant of a line. */
export function RowTime({ label, text, onGo }: { label: string; text: string; onGo: () => void }) {
  return (
    <button type="button" class="w-16 flex-none text-end text-accent hover:underline" aria-label={label} onClick={onGo}>
      {text}
    </button>
  )
}
