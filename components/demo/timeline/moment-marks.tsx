/** @jsxImportSource preact */
import type { NumberedMoment } from '@/lib/reading/story/moment'
import { nudge, percent } from './axis'
import type { Plot } from './plot'

/** Least distance of two numbers as part of the axis, on a phone and on a wide screen; the style sheet shows one of both. */
export const GAPS = { narrow: 0.085, wide: 0.03 } as const
const RADIUS = 10.5

interface Props {
  readonly moments: readonly NumberedMoment[]
  readonly current: number
  readonly end: number
  readonly plot: Plot
}

/** The moments on the axis, numbered as in the storyboard; numbers too close to each other stand apart and point to their instant. */
export function MomentMarks(props: Props) {
  return (
    <>
      <Marks {...props} size="narrow" />
      <Marks {...props} size="wide" />
    </>
  )
}

function Marks({ moments, current, end, plot, size }: Props & { size: keyof typeof GAPS }) {
  const places = nudge(
    moments.map((moment) => moment.at / end),
    GAPS[size],
  )
  return (
    <g class={`demo-marks-${size}`}>
      {moments.map((moment, index) => {
        const x = percent(moment.at, end)
        const place = percent(places[index] ?? 0, 1)
        return (
          <g key={moment.index} class={index === current ? 'demo-mark demo-mark-current' : 'demo-mark'}>
            <line class="demo-mark-line" x1={x} x2={x} y1={plot.marks + 17} y2={plot.axis} />
            <line class="demo-mark-line" x1={place} x2={x} y1={plot.marks + RADIUS} y2={plot.marks + 17} />
            <circle cx={place} cy={plot.marks} r={RADIUS} />
            <text x={place} y={plot.marks + 4.5}>
              {moment.number}
            </text>
          </g>
        )
      })}
    </g>
  )
}
