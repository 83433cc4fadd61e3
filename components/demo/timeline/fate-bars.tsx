/** @jsxImportSource preact */
import type { Strip } from '@/lib/reading/film/fate-strip'
import type { Cast } from '../cast'
import { weaveOf } from './patterns'
import { BAR_HEIGHT, type Plot } from './plot'
import { type BarFate, stripShapes } from './strip-shapes'

const CLASS: Readonly<Record<BarFate, string>> = {
  safe: 'fate-safe',
  risk: 'fate-risk',
  lost: 'fate-lost',
  refused: 'fate-refused',
  unanswered: 'fate-unanswered',
  'no-connection': 'fate-no-connection',
  unsent: 'fate-unsent',
}

interface Props {
  readonly cast: Cast
  readonly strip: Strip
  readonly end: number
  readonly plot: Plot
  readonly id: string
}

/** What became of the writes of each slice of time, stacked by fate; slices of one fate beside each other are one shape. */
export function FateBars({ cast, strip, end, plot, id }: Props) {
  const slices = Math.round((end / strip.every) * 10) / 10
  const shapes = stripShapes(strip, BAR_HEIGHT)
  const place = { x: 0, y: plot.barsTop, width: '100%', height: BAR_HEIGHT }
  const stretched = { ...place, viewBox: `0 0 ${slices} ${BAR_HEIGHT}`, preserveAspectRatio: 'none' }
  return (
    <g data-part="strip">
      <text class="lane-name" x="0" dx="-10" y={plot.barsTop + BAR_HEIGHT / 2 + 4}>
        {cast.words.lanes.writes}
      </text>
      <svg {...stretched} overflow="visible" aria-hidden="true">
        {shapes.map(({ fate, d }) => (
          <path key={fate} class={CLASS[fate]} d={d} data-fate={fate} vector-effect="non-scaling-stroke" />
        ))}
      </svg>
      {shapes.map(({ fate, d }) => {
        const weave = weaveOf(id, fate)
        if (weave === null) return null
        // The pattern keeps its size whatever the width of the strip: only what cuts it out is stretched.
        return (
          <g key={fate}>
            <mask id={`${id}-${fate}-shape`} maskUnits="userSpaceOnUse" {...place}>
              <svg {...stretched} aria-hidden="true">
                <path class="shape" d={d} />
              </svg>
            </mask>
            <rect {...place} fill={weave} mask={`url(#${id}-${fate}-shape)`} />
          </g>
        )
      })}
    </g>
  )
}

/** A patch of what a fate is drawn with. */
export function FateSwatch({ id, fate }: { id: string; fate: BarFate }) {
  const weave = weaveOf(id, fate)
  const square = { x: 1, y: 1, width: 10, height: 10 }
  return (
    <svg width="12" height="12" aria-hidden="true">
      <rect {...square} class={CLASS[fate]} />
      {weave !== null && <rect {...square} fill={weave} />}
    </svg>
  )
}
