import type { DemoWords } from './cast'
import { Icon } from './icons'

interface Props {
  readonly words: DemoWords
  readonly playing: boolean
  /** Nothing may move by itself. */
  readonly still: boolean
  readonly at: number
  readonly speed: number
  readonly onPlay: () => void
  readonly onPause: () => void
  readonly onEvent: (direction: 1 | -1) => void
  readonly onMoment: (direction: 1 | -1) => void
}

/** Play, pause, and steps by event and by moment. */
export function Transport({ words, playing, still, at, speed, onPlay, onPause, onEvent, onMoment }: Props) {
  const { player } = words
  const step = (label: string, icon: 'back' | 'forward' | 'next' | 'previous', act: () => void) => (
    <button type="button" className="demo-button" aria-label={label} title={label} onClick={act}>
      <Icon name={icon} />
    </button>
  )
  return (
    <div className="demo-transport">
      {step(player.previousMoment, 'back', () => onMoment(-1))}
      {step(player.previousEvent, 'previous', () => onEvent(-1))}
      {still ? null : (
        <button type="button" className="demo-button demo-button-main" onClick={playing ? onPause : onPlay}>
          <Icon name={playing ? 'pause' : 'play'} />
          {playing ? player.pause : player.play}
        </button>
      )}
      {step(player.nextEvent, 'next', () => onEvent(1))}
      {step(player.nextMoment, 'forward', () => onMoment(1))}
      <span className="demo-clock">{words.seconds(at, digitsFor(speed))}</span>
    </div>
  )
}

/** As many decimals as a reader can follow at a speed. */
function digitsFor(speed: number): number {
  if (speed >= 500_000) return 1
  return speed >= 100_000 ? 2 : 3
}
