/** @jsxImportSource preact */
import type { ComponentChild } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

/** Rows drawn beyond both edges, so that a fast scroll shows no gap. */
const SPARE = 12

interface Props {
  readonly count: number
  /** Height of every row, pixels; the style sheet keeps rows at it. */
  readonly rowHeight: number
  readonly height: number
  /** A row that is to be in view; null: none. */
  readonly reveal: number | null
  readonly label: string
  readonly row: (index: number) => ComponentChild
}

/** A list of any length of which only what is in view exists. The gaps are drawings, whose height needs no style. */
export function Windowed({ count, rowHeight, height, reveal, label, row }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  const first = Math.max(0, Math.min(Math.floor(top / rowHeight), count) - SPARE)
  const last = Math.min(count, Math.ceil((top + height) / rowHeight) + SPARE)

  useEffect(() => {
    const element = box.current
    if (!element || reveal === null) return
    const y = reveal * rowHeight
    if (y < element.scrollTop || y + rowHeight > element.scrollTop + element.clientHeight) {
      element.scrollTop = Math.max(0, y - element.clientHeight / 2)
    }
  }, [reveal, rowHeight])

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div
      role="group"
      ref={box}
      class="demo-window"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable with the keyboard
      tabIndex={0}
      aria-label={label}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
    >
      <svg width="1" height={first * rowHeight} aria-hidden="true" />
      <ul>{Array.from({ length: Math.max(0, last - first) }, (_, offset) => row(first + offset))}</ul>
      <svg width="1" height={(count - last) * rowHeight} aria-hidden="true" />
    </div>
  )
}
