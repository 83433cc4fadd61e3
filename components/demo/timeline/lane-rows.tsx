/** @jsxImportSource preact */
import { isPrimary, type Lane, type Lanes, type Segment } from '@/lib/reading/film/lanes'
import { type Cast, entity } from '../cast'
import { percent } from './axis'
import { LANES_TOP, lanesBottom, laneY } from './plot'

/** Part of the axis below which a name would not fit into its bar. */
const ROOM_FOR_NAME = 0.16
const ROOM_FOR_REFUSES = 0.28
/** The name of an overlap stays this far from both ends of the axis. */
const NAME_MARGIN = 0.2

interface Props {
  readonly cast: Cast
  readonly lanes: Lanes
  readonly id: string
}

/** One lane a server: thick while it is primary, an outline while its gate is shut, thin while it is a replica, broken while it is dead or frozen. */
export function LaneRows({ cast, lanes, id }: Props) {
  return (
    <>
      <Stretches cast={cast} lanes={lanes} id={id} />
      {lanes.lanes.map((lane, index) => (
        <LaneRow key={lane.server} cast={cast} lane={lane} end={lanes.end} y={laneY(index)} />
      ))}
      <OverlapNames cast={cast} lanes={lanes} />
    </>
  )
}

function Stretches({ lanes, id, cast }: Props) {
  const bottom = lanesBottom(lanes)
  return (
    <>
      {lanes.cuts.map((cut) => (
        <g key={cut.from}>
          <rect
            class="demo-cut"
            x={percent(cut.from, lanes.end)}
            width={percent(cut.to - cut.from, lanes.end)}
            y={LANES_TOP}
            height={bottom - LANES_TOP}
          />
          <text class="demo-cut-name" x={percent(cut.from, lanes.end)} dx="7" y={bottom - 7}>
            {cast.words.lanes.cut}
          </text>
        </g>
      ))}
      {lanes.overlaps.map((overlap) => (
        <rect
          key={overlap.from}
          fill={`url(#${id}-overlap)`}
          x={percent(overlap.from, lanes.end)}
          width={percent(overlap.to - overlap.from, lanes.end)}
          y={LANES_TOP}
          height={bottom - LANES_TOP}
        />
      ))}
    </>
  )
}

function LaneRow({ cast, lane, end, y }: { cast: Cast; lane: Lane; end: number; y: number }) {
  return (
    <g class="demo-lane" {...entity(cast, lane.server)}>
      <text class="demo-lane-name" x="0" dx="-12" y={y + 5}>
        {lane.server}
      </text>
      {lane.segments.map((segment) => (
        <LanePart key={segment.from} cast={cast} segment={segment} end={end} y={y} />
      ))}
    </g>
  )
}

function LanePart({ cast, segment, end, y }: { cast: Cast; segment: Segment; end: number; y: number }) {
  const from = percent(segment.from, end)
  const to = percent(segment.to, end)
  if (!isPrimary(segment.kind)) {
    return (
      <>
        <line class={`demo-lane-${segment.kind}`} x1={from} x2={to} y1={y} y2={y} />
        {segment.kind === 'down' && (
          <svg x={from} y={y} class="demo-overflow" aria-hidden="true">
            <path class="demo-death" d="M5 -4.5 14 4.5M14 -4.5 5 4.5" />
          </svg>
        )}
      </>
    )
  }
  const closed = segment.kind === 'closed'
  const width = percent(segment.to - segment.from, end)
  const named = (segment.to - segment.from) / end >= (closed ? ROOM_FOR_REFUSES : ROOM_FOR_NAME)
  return (
    <>
      <rect class={`demo-lane-${segment.kind}`} x={from} width={width} y={y - 9} height="18" rx="4" />
      {named && (
        <text class={`demo-lane-role demo-lane-role-${segment.kind}`} x={from} dx="9" y={y + 4}>
          {closed ? cast.words.stage.refuses : cast.words.kinds.primary}
        </text>
      )}
    </>
  )
}

/** How long there were several primaries and, where not all of them took writes all the time, which did. */
function OverlapNames({ cast, lanes }: { cast: Cast; lanes: Lanes }) {
  const { words } = cast
  return lanes.overlaps.map((overlap) => {
    const middle = (overlap.from + overlap.to) / 2 / lanes.end
    const x = percent(Math.min(Math.max(middle, NAME_MARGIN), 1 - NAME_MARGIN), 1)
    const accepting = words.lanes.accepting(overlap)
    return (
      <g key={overlap.from}>
        <text class="demo-overlap-name" x={x} y={laneY(0) + 22.5}>
          {words.lanes.twoPrimaries(overlap.servers.length, overlap.to - overlap.from)}
        </text>
        {accepting !== null && (
          <text class="demo-overlap-name" x={x} y={laneY(1) + 22.5}>
            {accepting}
          </text>
        )}
      </g>
    )
  })
}
