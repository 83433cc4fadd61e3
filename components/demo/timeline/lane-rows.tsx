/** @jsxImportSource preact */
import { isThick, type Lane, type Lanes, type Segment } from '@/lib/reading/film/lanes'
import { type Cast, entity } from '../cast'
import { percent } from './axis'
import { LANES_TOP, laneY, type Plot } from './plot'

interface Props {
  readonly cast: Cast
  readonly lanes: Lanes
  readonly plot: Plot
  readonly id: string
}

/** One lane a server: thick while it is primary, an outline while its gate is shut, thin while it is a replica, broken while it is dead or frozen. */
export function LaneRows({ cast, lanes, plot, id }: Props) {
  return (
    <>
      <Stretches lanes={lanes} plot={plot} id={id} />
      {lanes.lanes.map((lane, index) => (
        <LaneRow key={lane.server} cast={cast} lane={lane} end={lanes.end} y={laneY(index)} />
      ))}
    </>
  )
}

/** How long the network was cut, and how long there were several primaries. */
function Stretches({ lanes, plot, id }: Omit<Props, 'cast'>) {
  const tall = { y: LANES_TOP, height: plot.lanesBottom - LANES_TOP }
  const edges = (from: number, to: number, name: string) =>
    [from, to].map((at) => {
      const x = percent(at, lanes.end)
      return <line key={at} class={name} x1={x} x2={x} y1={tall.y} y2={tall.y + tall.height} />
    })
  return (
    <>
      {lanes.cuts.map(({ from, to }) => (
        <g key={from}>
          <rect class="cut" x={percent(from, lanes.end)} width={percent(to - from, lanes.end)} {...tall} />
          {edges(from, to, 'cut-edge')}
        </g>
      ))}
      {lanes.overlaps.map(({ from, to }) => (
        <rect
          key={from}
          fill={`url(#${id}-overlap)`}
          x={percent(from, lanes.end)}
          width={percent(to - from, lanes.end)}
          {...tall}
        />
      ))}
    </>
  )
}

function LaneRow({ cast, lane, end, y }: { cast: Cast; lane: Lane; end: number; y: number }) {
  return (
    <g class="lane" data-part="lane" {...entity(cast, lane.server)}>
      <text class="lane-name" x="0" dx="-10" y={y + 4.5}>
        {lane.server}
      </text>
      {lane.segments.map((segment) => (
        <LanePart key={segment.from} segment={segment} end={end} y={y} />
      ))}
    </g>
  )
}

function LanePart({ segment, end, y }: { segment: Segment; end: number; y: number }) {
  const from = percent(segment.from, end)
  if (isThick(segment.kind)) {
    const width = percent(segment.to - segment.from, end)
    return <rect class="lane-part" x={from} width={width} y={y - 8} height="16" rx="3" data-kind={segment.kind} />
  }
  return (
    <>
      <line class="lane-part" x1={from} x2={percent(segment.to, end)} y1={y} y2={y} data-kind={segment.kind} />
      {segment.kind === 'down' && (
        <svg x={from} y={y} overflow="visible" aria-hidden="true">
          <path class="lane-death" d="M4 -4 12 4M12 -4 4 4" />
        </svg>
      )}
    </>
  )
}
