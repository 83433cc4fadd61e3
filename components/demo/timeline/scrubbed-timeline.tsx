/** @jsxImportSource preact */
import type { Picture } from '@/lib/reading/film/film'
import { momentAt } from '@/lib/reading/story/moment'
import type { Cast } from '../cast'
import type { Player } from '../player/use-player'
import { Legend } from './legend'
import { hasWrites, plotOf } from './plot'
import { Scrubber } from './scrubber'
import { Timeline } from './timeline'

interface Props {
  readonly cast: Cast
  /** Of the run, unique on the page. */
  readonly id: string
  /** What tells the run from the other; null where there is only one. */
  readonly name: string | null
  readonly picture: Picture
  readonly player: Player
  /** Nothing may move by itself. */
  readonly still: boolean
  /** The strip was pressed at that instant. */
  readonly onPick: (at: number) => void
}

/** The timeline of a run with the handle of its cursor, and what its fills stand for. */
export function ScrubbedTimeline({ cast, id, name, picture, player, still, onPick }: Props) {
  const { words } = cast
  const { at, lanes, strip, moments, totals, finalTotals } = picture
  const { playing, moved } = player.state
  return (
    <div class="@container/take min-w-0">
      <div class="relative">
        <Timeline {...{ cast, id, at, lanes, strip, finalTotals, moments }} current={momentAt(moments, at)} />
        <Scrubber
          words={words}
          label={name === null ? words.player.scrub : words.player.scrubOf(name)}
          at={at}
          end={lanes.end}
          moments={moments}
          plot={plotOf(lanes, hasWrites(strip))}
          onSeek={player.seek}
          onPick={onPick}
          onToggle={still ? null : playing ? player.pause : player.play}
        />
      </div>
      <Legend
        cast={cast}
        counts={totals}
        final={finalTotals}
        knownAt={moved ? at : null}
        unsent={strip.slices.reduce((sum, slice) => sum + slice.unsent, 0)}
        cut={lanes.cuts.length > 0}
        id={id}
      />
    </div>
  )
}
