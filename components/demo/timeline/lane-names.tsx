/** @jsxImportSource preact */
import { isThick, type Lanes, type Overlap } from '@/lib/reading/film/lanes'
import type { Cast } from '../cast'
import { percent } from './axis'
import { laneY, type Plot } from './plot'

/** Part of the axis below which a name would not fit into its bar. */
const ROOM_FOR_NAME = 0.2
const ROOM_FOR_REFUSES = 0.3
/** Half of what is said of a stretch, as part of the axis of a phone: for each character, of which a Chinese one is as wide as two. */
const HALF_CHARACTER = 0.011

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
          .filter(({ kind }) => isThick(kind))
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
                {closed ? cast.words.stage.refuses : cast.words.kinds[kind]}
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
  const columns = overlapName(cast, overlap).replaceAll(/[^ -~]/g, '  ').length
  const half = Math.min(0.5, columns * HALF_CHARACTER)
  return percent(Math.min(Math.max((overlap.from + overlap.to) / 2 / end, half), 1 - half), 1)
}
