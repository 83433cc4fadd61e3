/** @jsxImportSource preact */
import type { NumberedMoment } from '@/lib/reading/story/moment'
import { nudge, percent } from './axis'
import type { Plot } from './plot'

/** Least distance of two numbers as part of the axis, where a run has the width of a phone and where it has more. */
export const GAPS = { narrow: 0.078, wide: 0.042 } as const
/** The style sheet has the same number. */
export const NARROW = 512
const RADIUS = 9

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
      <g class="marks-narrow">
        <Marks {...props} gap={GAPS.narrow} />
      </g>
      <g class="marks-wide" data-part="marks">
        <Marks {...props} gap={GAPS.wide} />
      </g>
    </>
  )
}

function Marks({ moments, current, end, plot, gap }: Props & { gap: number }) {
  const places = nudge(
    moments.map((moment) => moment.at / end),
    gap,
  )
  return moments.map((moment, index) => {
    const x = percent(moment.at, end)
    const place = percent(places[index] ?? 0, 1)
    return (
      <g key={moment.index} class={index === current ? 'mark-current' : 'mark'}>
        <line x1={place} x2={x} y1={plot.marks + RADIUS} y2={plot.lanesTop} />
        <circle cx={place} cy={plot.marks} r={RADIUS} />
        <text x={place} y={plot.marks + 4.3}>
          {moment.number}
        </text>
      </g>
    )
  })
}
