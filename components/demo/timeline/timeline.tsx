/** @jsxImportSource preact */
import { useMemo } from 'preact/hooks'
import type { Counts, Strip } from '@/lib/reading/film/fate-strip'
import type { Lanes } from '@/lib/reading/film/lanes'
import type { NumberedMoment } from '@/lib/reading/story/moment'
import type { Cast } from '../cast'
import { timelineAlternative } from '../telling/alternative'
import { percent, ticks } from './axis'
import { FateBars } from './fate-bars'
import { LaneNames } from './lane-names'
import { LaneRows } from './lane-rows'
import { MomentMarks } from './moment-marks'
import { Patterns } from './patterns'
import { hasWrites, type Plot, plotOf } from './plot'

interface Props {
  readonly cast: Cast
  readonly id: string
  readonly at: number
  readonly lanes: Lanes
  readonly strip: Strip
  /** How it ended, for those who cannot see it. */
  readonly finalTotals: Counts
  readonly moments: readonly NumberedMoment[]
  /** Index of the last moment that has happened. */
  readonly current: number
}

/** Lanes, fate strip and moments on one time axis, and the cursor. What a change leaves as it was is not drawn anew. */
export function Timeline({ cast, id, at, lanes, strip, finalTotals, moments, current }: Props) {
  const writes = hasWrites(strip)
  const plot = useMemo(() => plotOf(lanes, writes), [lanes, writes])
  const label = useMemo(() => timelineAlternative(cast.words, lanes, finalTotals), [cast, lanes, finalTotals])
  const rows = useMemo(
    () => (
      <>
        <Patterns id={id} />
        <LaneRows cast={cast} lanes={lanes} plot={plot} id={id} />
        <Axis cast={cast} end={lanes.end} plot={plot} />
      </>
    ),
    [cast, lanes, id, plot],
  )
  const bars = useMemo(
    () => writes && <FateBars cast={cast} strip={strip} end={lanes.end} plot={plot} id={id} />,
    [cast, writes, strip, lanes, id, plot],
  )
  const marks = useMemo(
    () => <MomentMarks moments={moments} current={current} end={lanes.end} plot={plot} />,
    [moments, current, lanes, plot],
  )
  const names = useMemo(() => <LaneNames cast={cast} lanes={lanes} plot={plot} />, [cast, lanes, plot])
  return (
    <svg class="plot" height={plot.height} role="img" aria-label={label}>
      {rows}
      {bars}
      {marks}
      <Cursor at={at} end={lanes.end} plot={plot} />
      {names}
    </svg>
  )
}

function Axis({ cast, end, plot }: { cast: Cast; end: number; plot: Plot }) {
  return (
    <>
      <line class="axis" x1="0" x2="100%" y1={plot.axis} y2={plot.axis} />
      {ticks(end).map((at) => (
        <g key={at}>
          <line class="axis" x1={percent(at, end)} x2={percent(at, end)} y1={plot.axis} y2={plot.axis + 4} />
          <text class={at === end ? 'tick-last' : 'tick'} x={percent(at, end)} y={plot.axis + 16}>
            {cast.words.lanes.tick(String(at / 1_000_000))}
          </text>
        </g>
      ))}
    </>
  )
}

function Cursor({ at, end, plot }: { at: number; end: number; plot: Plot }) {
  const x = percent(at, end)
  return (
    <g class="cursor" data-part="cursor">
      <line x1={x} x2={x} y1={plot.lanesTop - 2} y2={plot.axis} />
      <circle cx={x} cy={plot.axis} r="6" />
    </g>
  )
}
