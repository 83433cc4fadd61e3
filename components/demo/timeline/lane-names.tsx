/** @jsxImportSource preact */
import { isPrimary, type Lanes, type Overlap } from '@/lib/reading/film/lanes'
import type { Cast } from '../cast'
import { percent } from './axis'
import { laneY, type Plot } from './plot'

/** Part of the axis below which a name would not fit into its bar. */
const ROOM_FOR_NAME = 0.2
const ROOM_FOR_REFUSES = 0.3
/** Width of an axis on a phone, and of a character of what is said of it, pixels. */
const NARROW_AXIS = 290
const CHARACTER = { latin: 6.4, han: 12.2 } as const

interface Props {
  readonly cast: Cast
  readonly lanes: Lanes
  readonly plot: Plot
}

/** What is said of the lanes. Drawn above all lines: where one would cross a word it ends at its halo. */
export function LaneNames({ cast, lanes, plot }: Props) {
  return (
    <>
      {lanes.lanes.map(({ server, segments }, index) =>
        segments
          .filter(({ kind }) => isPrimary(kind))
          .map(({ from, to, kind }) => {
            const closed = kind === 'closed'
            if ((to - from) / lanes.end < (closed ? ROOM_FOR_REFUSES : ROOM_FOR_NAME)) return null
            return (
              <text
                key={`${server} ${from}`}
                class={closed ? 'lane-role-closed' : 'lane-role'}
                x={percent(from, lanes.end)}
                dx="8"
                y={laneY(index) + 4}
              >
                {closed ? cast.words.stage.refuses : cast.words.kinds.primary}
              </text>
            )
          }),
      )}
      {lanes.overlaps.map((overlap) => (
        <text key={overlap.from} class="overlap-name" x={middleOf(cast, overlap, lanes.end)} y={plot.names}>
          {overlapName(cast, overlap)}
        </text>
      ))}
    </>
  )
}

/** How long there were several primaries and, where not all of them took writes all the time, which did. */
function overlapName({ words }: Cast, overlap: Overlap): string {
  const accepting = words.lanes.accepting(overlap)
  const both = words.lanes.twoPrimaries(overlap.servers.length, overlap.to - overlap.from)
  return accepting === null ? both : [both, accepting].join(words.alternative.comma)
}

/** Below the middle of its stretch, but never beyond an end of the axis. */
function middleOf(cast: Cast, overlap: Overlap, end: number): string {
  const width = [...overlapName(cast, overlap)].reduce(
    (sum, character) => sum + (character > '\u2e80' ? CHARACTER.han : CHARACTER.latin),
    0,
  )
  const half = Math.min(0.5, width / 2 / NARROW_AXIS)
  return percent(Math.min(Math.max((overlap.from + overlap.to) / 2 / end, half), 1 - half), 1)
}
