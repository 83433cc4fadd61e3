/** @jsxImportSource preact */
import { useMemo } from 'preact/hooks'
import type { Counts, Strip } from '@/lib/reading/film/fate-strip'
import type { Lanes } from '@/lib/reading/film/lanes'
import type { NumberedMoment } from '@/lib/reading/story/moment'
import type { Cast } from '../cast'
import { timelineAlternative } from '../telling/alternative'
import { percent, ticks } from './axis'
import { FateBars } from './fate-bars'
import { LaneRows } from './lane-rows'
import { MomentMarks } from './moment-marks'
import { Patterns } from './patterns'
import { hasWrites, type Plot, plotOf } from './plot'

interface Props {
  readonly cast: Cast
  readonly id: string
  readonly lanes: Lanes
  readonly strip: Strip
  /** How it ended, for those who cannot see it. */
  readonly finalTotals: Counts
  readonly moments: readonly NumberedMoment[]
  /** Index of the last moment that has happened. */
  readonly current: number
}

/** Lanes, fate strip and moments on one time axis. */
export function Timeline({ cast, id, lanes, strip, finalTotals, moments, current }: Props) {
  const plot = plotOf(lanes, strip)
  // Not drawn anew while the cursor moves.
  const still = useMemo(
    () => (
      <>
        <Patterns id={id} />
        <LaneRows cast={cast} lanes={lanes} id={id} />
      </>
    ),
    [cast, lanes, id],
  )
  return (
    <svg class="demo-plot" height={plot.height} role="img" aria-label={timelineAlternative(cast.words, lanes, finalTotals)}>
      {still}
      {hasWrites(strip) && <FateBars cast={cast} strip={strip} end={lanes.end} plot={plot} id={id} />}
      <Axis cast={cast} end={lanes.end} plot={plot} />
      <MomentMarks moments={moments} current={current} end={lanes.end} plot={plot} />
    </svg>
  )
}

function Axis({ cast, end, plot }: { cast: Cast; end: number; plot: Plot }) {
  return (
    <>
      <line class="demo-axis" x1="0" x2="100%" y1={plot.axis} y2={plot.axis} />
      {ticks(end).map((at) => (
        <g key={at}>
          <line class="demo-axis" x1={percent(at, end)} x2={percent(at, end)} y1={plot.axis} y2={plot.axis + 4} />
          <text class="demo-tick" x={percent(at, end)} y={plot.axis + 19}>
            {cast.words.lanes.tick(String(at / 1_000_000))}
          </text>
        </g>
      ))}
    </>
  )
}

/** The line that stands at the cursor, on a layer of its own: it moves and the rest stays. */
export function CursorLine({ at, end, plot }: { at: number; end: number; plot: Plot }) {
  const x = percent(at, end)
  return (
    <svg class="demo-plot demo-cursor" height={plot.height} aria-hidden="true">
      <line x1={x} x2={x} y1={plot.lanesTop - 4} y2={plot.axis} />
      <circle cx={x} cy={plot.axis} r="6" />
    </svg>
  )
}
