/** @jsxImportSource preact */
import type { TargetedKeyboardEvent, TargetedPointerEvent } from 'preact'
import { useRef } from 'preact/hooks'
import type { Moment } from '@/lib/reading/story/moment'
import type { DemoWords } from '../cast'
import { nudge } from './axis'
import { GAPS } from './moment-marks'

/** Parts of the axis that an arrow key and a page key move by. */
const SMALL = 1 / 350
const LARGE = 1 / 10
/** A press this near to a number means the moment, pixels. */
const REACH = 13
/** Below this width the figure is drawn as on a phone; the style sheet has the same number. */
const NARROW = 560

interface Props {
  readonly words: DemoWords
  readonly label: string
  readonly at: number
  readonly end: number
  readonly moments: readonly Moment[]
  /** Height of the row of numbers, pixels. */
  readonly marksHeight: number
  readonly onSeek: (at: number) => void
  readonly onChoose: (moment: Moment) => void
  /** Plays or pauses; null where nothing may move by itself. */
  readonly onToggle: (() => void) | null
}

/** The cursor's handle: the whole plot can be dragged, and the keys of a slider work. */
export function Scrubber({ words, label, at, end, moments, marksHeight, onSeek, onChoose, onToggle }: Props) {
  const dragging = useRef(false)

  const seekTo = (event: TargetedPointerEvent<HTMLElement>): void => {
    const box = event.currentTarget.getBoundingClientRect()
    onSeek(Math.round(Math.min(Math.max(0, (event.clientX - box.left) / box.width), 1) * end))
  }
  const onPointerDown = (event: TargetedPointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return
    const moment = pressed(event, moments, end, marksHeight)
    if (moment) {
      onChoose(moment)
      return
    }
    dragging.current = true
    event.currentTarget.setPointerCapture(event.pointerId)
    seekTo(event)
  }
  const onPointerMove = (event: TargetedPointerEvent<HTMLElement>): void => {
    if (dragging.current) seekTo(event)
  }
  const onPointerUp = (): void => {
    dragging.current = false
  }
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>): void => {
    if (event.key === ' ' && onToggle) {
      event.preventDefault()
      if (!event.repeat) onToggle()
      return
    }
    const next = nextAt(event.key, at, end)
    if (next === null) return
    event.preventDefault()
    onSeek(Math.round(Math.min(Math.max(0, next), end)))
  }
  return (
    <div
      class="demo-scrub demo-live"
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={end / 1_000_000}
      aria-valuenow={at / 1_000_000}
      aria-valuetext={words.seconds(at)}
      {...{ onPointerDown, onPointerMove, onPointerUp, onKeyDown }}
      onPointerCancel={onPointerUp}
    />
  )
}

/** The moment whose number was pressed. */
function pressed(
  event: TargetedPointerEvent<HTMLElement>,
  moments: readonly Moment[],
  end: number,
  height: number,
): Moment | undefined {
  const box = event.currentTarget.getBoundingClientRect()
  if (event.clientY - box.top > height) return undefined
  const figure = event.currentTarget.closest('.demo-axis-box')?.getBoundingClientRect().width ?? box.width
  const places = nudge(
    moments.map((moment) => moment.at / end),
    figure < NARROW ? GAPS.narrow : GAPS.wide,
  )
  const distance = (index: number): number => Math.abs((places[index] ?? 0) * box.width - (event.clientX - box.left))
  const index = moments.map((_, candidate) => candidate).sort((a, b) => distance(a) - distance(b))[0]
  return index !== undefined && distance(index) <= REACH ? moments[index] : undefined
}

function nextAt(key: string, at: number, end: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return at + end * SMALL
    case 'ArrowLeft':
    case 'ArrowDown':
      return at - end * SMALL
    case 'PageUp':
      return at + end * LARGE
    case 'PageDown':
      return at - end * LARGE
    case 'Home':
      return 0
    case 'End':
      return end
    default:
      return null
  }
}
