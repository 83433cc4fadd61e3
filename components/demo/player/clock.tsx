/** @jsxImportSource preact */
import type { DemoWords } from '../cast'
import { SPEEDS } from './speeds'

interface Props {
  /** Unique on the page. */
  readonly id: string
  readonly words: DemoWords
  readonly at: number
  /** µs of cluster time in a second of play, as chosen. */
  readonly speed: number
  /** How many times slower it goes by itself just now; 1: not at all. */
  readonly slowed: number
  /** Nothing may move by itself. */
  readonly still: boolean
  readonly onSpeed: (speed: number) => void
}

/** The time of the cluster, how fast it passes, and that it has slowed down. */
export function Clock({ id, words, at, speed, slowed, still, onSpeed }: Props) {
  const { player } = words
  return (
    <div class="grid min-w-22 flex-none content-center gap-0.5 text-[0.75rem] leading-4 text-soft">
      <span class="text-sm font-semibold text-ink" data-part="clock">
        {words.instant(at, digitsFor(speed / slowed))}
      </span>
      {still ? (
        <span>{player.reduced}</span>
      ) : (
        <span class="flex items-baseline gap-1.5 whitespace-nowrap">
          <select
            id={id}
            class="rounded-sm bg-panel hover:text-ink"
            aria-label={player.speed}
            value={speed}
            onChange={(event) => onSpeed(Number(event.currentTarget.value))}
          >
            {SPEEDS.map((each) => (
              <option key={each} value={each} selected={each === speed}>
                {player.speedIs(each)}
              </option>
            ))}
          </select>
          {slowed > 1 && <span class="text-accent">{player.slowed(Math.round(slowed))}</span>}
        </span>
      )}
    </div>
  )
}

/** As many decimals as a reader can follow at a speed. */
function digitsFor(speed: number): number {
  if (speed >= 500_000) return 1
  return speed >= 100_000 ? 2 : 3
}
