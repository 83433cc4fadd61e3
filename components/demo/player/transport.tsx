/** @jsxImportSource preact */

import type { DemoWords } from '../cast'
import { Icon } from './icons'
import { StepButton } from './step-button'
import { neighbour } from './steps'

interface Props {
  readonly words: DemoWords
  readonly playing: boolean
  /** Nothing may move by itself. */
  readonly still: boolean
  readonly at: number
  /** Where a step may stop, µs. */
  readonly stops: readonly number[]
  readonly onPlay: () => void
  readonly onPause: () => void
  readonly onSeek: (at: number) => void
}

const PLAY =
  'inline-flex h-10 flex-1 items-center justify-center gap-2 rounded-lg bg-ink px-3 text-sm font-semibold text-panel sm:h-9 sm:w-22 sm:flex-none'

/** Play, pause, and steps from moment to moment. */
export function Transport({ words, playing, still, at, stops, onPlay, onPause, onSeek }: Props) {
  const { player } = words
  const step = (name: 'previousMoment' | 'nextMoment', direction: 1 | -1) => (
    <StepButton name={name} label={player[name]} to={neighbour(stops, at, direction)} onSeek={onSeek} />
  )
  return (
    <>
      {step('previousMoment', -1)}
      {!still && (
        <button type="button" class={PLAY} onClick={playing ? onPause : onPlay}>
          <Icon name={playing ? 'pause' : 'play'} />
          {playing ? player.pause : player.play}
        </button>
      )}
      {step('nextMoment', 1)}
    </>
  )
}
