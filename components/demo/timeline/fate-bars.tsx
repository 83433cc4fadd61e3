/** @jsxImportSource preact */
import { SHOWN_FATES, type Slice, type Strip } from '@/lib/reading/film/fate-strip'
import type { Cast } from '../cast'
import { percent } from './axis'
import { fillOf } from './patterns'
import { BAR_HEIGHT, type Plot } from './plot'

/** Part of a slice that its bar fills; the rest is the gap to the next. */
const FULL = 0.84

interface Props {
  readonly cast: Cast
  readonly strip: Strip
  readonly end: number
  readonly plot: Plot
  readonly id: string
}

/** What became of the writes of each slice of time: a bar a slice, stacked by fate. */
export function FateBars({ cast, strip, end, plot, id }: Props) {
  return (
    <g>
      <text class="demo-lane-name" x="0" dx="-12" y={plot.barsTop + BAR_HEIGHT / 2 + 1}>
        {cast.words.lanes.writes}
      </text>
      <text class="demo-strip-per" x="0" dx="-12" y={plot.barsTop + BAR_HEIGHT / 2 + 15}>
        {cast.words.lanes.per(strip.every)}
      </text>
      {strip.slices.map((slice) => (
        <Bar key={slice.from} slice={slice} most={strip.most} end={end} plot={plot} id={id} />
      ))}
    </g>
  )
}

interface BarProps {
  readonly slice: Slice
  readonly most: number
  readonly end: number
  readonly plot: Plot
  readonly id: string
}

/** From the bottom what is known, on top of it, without a colour, what is yet to be sent. */
function Bar({ slice, most, end, plot, id }: BarProps) {
  const full = slice.to - slice.from
  const x = percent(slice.from + (full * (1 - FULL)) / 2, end)
  const width = percent(full * FULL, end)
  let foot = plot.barsTop + BAR_HEIGHT
  const counts = [...SHOWN_FATES.map((fate) => [fate, slice.counts[fate]] as const), ['unsent', slice.unsent] as const]
  const parts = counts
    .filter(([, count]) => count > 0)
    .map(([fate, count]) => {
      // A single write among hundreds must still be seen.
      const height = Math.max(1.5, Math.round((count / most) * BAR_HEIGHT * 10) / 10)
      foot -= height
      return { fate, height, y: Math.round(foot * 10) / 10 }
    })
  return parts.map(({ fate, height, y }) => (
    <rect key={fate} class={`demo-bar demo-bar-${fate}`} fill={fillOf(id, fate)} {...{ x, y, width, height }} />
  ))
}
