/** @jsxImportSource preact */
import type { DemoWords } from '../cast'
import { Icon } from './icons'
import type { Steps } from './use-steps'

interface Props {
  readonly words: DemoWords
  readonly playing: boolean
  /** Nothing may move by itself. */
  readonly still: boolean
  readonly at: number
  readonly speed: number
  readonly onPlay: () => void
  readonly onPause: () => void
  readonly steps: Steps
  readonly onSeek: (at: number) => void
}

/** Play, pause, and steps by event and by moment. */
export function Transport({ words, playing, still, at, speed, onPlay, onPause, steps, onSeek }: Props) {
  const { player } = words
  // At the ends a step is told to lead nowhere, and keeps the focus.
  const step = (name: keyof Steps) => {
    const to = steps[name]
    return (
      <button
        type="button"
        class="demo-button"
        aria-label={player[name]}
        title={player[name]}
        aria-disabled={to === null}
        onClick={() => to !== null && onSeek(to)}
      >
        <Icon name={name} />
      </button>
    )
  }
  return (
    <div class="demo-transport">
      {step('previousMoment')}
      {step('previousEvent')}
      {still ? null : (
        <button type="button" class="demo-button demo-button-main" onClick={playing ? onPause : onPlay}>
          <Icon name={playing ? 'pause' : 'play'} />
          {playing ? player.pause : player.play}
        </button>
      )}
      {step('nextEvent')}
      {step('nextMoment')}
      <span class="demo-clock">{words.seconds(at, digitsFor(speed))}</span>
    </div>
  )
}

/** As many decimals as a reader can follow at a speed. */
function digitsFor(speed: number): number {
  if (speed >= 500_000) return 1
  return speed >= 100_000 ? 2 : 3
}
