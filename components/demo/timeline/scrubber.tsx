/** @jsxImportSource preact */
import type { TargetedKeyboardEvent, TargetedPointerEvent } from 'preact'
import { useRef } from 'preact/hooks'
import type { Moment } from '@/lib/reading/story/moment'
import type { DemoWords } from '../cast'
import { nudge } from './axis'
import { GAPS, NARROW } from './moment-marks'
import { BAR_HEIGHT, type Plot } from './plot'

/** Parts of the axis that an arrow key and a page key move by. */
const SMALL = 1 / 350
const LARGE = 1 / 10
/** A press this near to a number means the moment, pixels. */
const REACH = 13
/** Who moves the pointer no further than this meant to press, not to drag, pixels. */
const STILL = 4

interface Props {
  readonly words: DemoWords
  readonly label: string
  readonly at: number
  readonly end: number
  readonly moments: readonly Moment[]
  readonly plot: Plot
  readonly onSeek: (at: number) => void
  /** The strip was pressed at that instant. */
  readonly onPick: (at: number) => void
  /** Plays or pauses; null where nothing may move by itself. */
  readonly onToggle: (() => void) | null
}

/** The cursor's handle: the whole plot can be dragged, its strip and its numbers pressed, and the keys of a slider work. */
export function Scrubber({ words, label, at, end, moments, plot, onSeek, onPick, onToggle }: Props) {
  const pressedAt = useRef<number | null>(null)

  const instant = (event: TargetedPointerEvent<HTMLElement>): number => {
    const box = event.currentTarget.getBoundingClientRect()
    return Math.round(Math.min(Math.max(0, (event.clientX - box.left) / box.width), 1) * end)
  }
  const onPointerDown = (event: TargetedPointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return
    const moment = pressed(event, moments, end, plot)
    if (moment) {
      onSeek(moment.at)
      return
    }
    pressedAt.current = event.clientX
    event.currentTarget.setPointerCapture(event.pointerId)
    onSeek(instant(event))
  }
  const onPointerMove = (event: TargetedPointerEvent<HTMLElement>): void => {
    if (pressedAt.current !== null) onSeek(instant(event))
  }
  const onPointerUp = (event: TargetedPointerEvent<HTMLElement>): void => {
    const still = pressedAt.current !== null && Math.abs(event.clientX - pressedAt.current) < STILL
    pressedAt.current = null
    const y = event.clientY - event.currentTarget.getBoundingClientRect().top
    if (still && y >= plot.barsTop && y <= plot.barsTop + BAR_HEIGHT) onPick(instant(event))
  }
  const onPointerCancel = (): void => {
    pressedAt.current = null
  }
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>): void => {
    if (event.key === ' ' && onToggle) {
      event.preventDefault()
      if (!event.repeat) onToggle()
      return
    }
    if (event.key === 'Enter') {
      onPick(at)
      return
    }
    const next = KEYS[event.key]
    if (next === undefined) return
    event.preventDefault()
    onSeek(Math.round(Math.min(Math.max(0, next(at, end)), end)))
  }
  return (
    <div
      class="absolute inset-y-0 right-3 left-11 cursor-ew-resize touch-pan-y rounded-sm plain:hidden"
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={end / 1_000_000}
      aria-valuenow={at / 1_000_000}
      aria-valuetext={words.instant(at)}
      data-part="scrubber"
      {...{ onPointerDown, onPointerMove, onPointerUp, onPointerCancel, onKeyDown }}
    />
  )
}

/** The moment whose number was pressed. */
function pressed(
  event: TargetedPointerEvent<HTMLElement>,
  moments: readonly Moment[],
  end: number,
  { lanesTop }: Plot,
): Moment | undefined {
  const box = event.currentTarget.getBoundingClientRect()
  if (event.clientY - box.top > lanesTop) return undefined
  const room = event.currentTarget.parentElement?.getBoundingClientRect().width ?? box.width
  const places = nudge(
    moments.map((moment) => moment.at / end),
    room <= NARROW ? GAPS.narrow : GAPS.wide,
  )
  const distance = (index: number): number => Math.abs((places[index] ?? 0) * box.width - (event.clientX - box.left))
  const index = moments.map((_, candidate) => candidate).sort((a, b) => distance(a) - distance(b))[0]
  return index !== undefined && distance(index) <= REACH ? moments[index] : undefined
}

/** Where a key of a slider leads from `at` on an axis of that length. */
const KEYS: Readonly<Record<string, (at: number, end: number) => number>> = {
  ArrowRight: (at, end) => at + end * SMALL,
  ArrowUp: (at, end) => at + end * SMALL,
  ArrowLeft: (at, end) => at - end * SMALL,
  ArrowDown: (at, end) => at - end * SMALL,
  PageUp: (at, end) => at + end * LARGE,
  PageDown: (at, end) => at - end * LARGE,
  Home: () => 0,
  End: (_, end) => end,
}
