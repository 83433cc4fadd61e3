/** @jsxImportSource preact */
import type { ShownFate } from '@/lib/reading/film/fate-changes'

/** The smallest text of the stage, in its units: where it is drawn smallest, a unit is a pixel less a little. */
export const SIZE = 12.5
export const NAME = 15

/** Widths of the marks from the space to `~` in Inter, a little bold: in 33rds of the size, one digit to base 36 each. */
const ADVANCES = '88glmvm9bbim8f8cmdklmklill89mmmjyomookkpo9jnjuoplpmmlooxnnlbcbggajkjkjckk88i8tkjkkdhckjrijifcfm'

/** How wide a text is, rather a little too wide than too narrow; marks that are not Latin are as wide as they are high. */
export function widthOf(text: string, size: number = SIZE): number {
  let units = 0
  for (const mark of text) units += Number.parseInt(ADVANCES[mark.charCodeAt(0) - 32] ?? 'x', 36)
  return (size * units) / 33
}

/** The first of several texts that fits, else none. */
export function fitting(texts: readonly string[], width: number): string {
  return texts.find((text) => widthOf(text) <= width) ?? ''
}

interface Props {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly fate?: ShownFate | null
  readonly end?: 'middle' | 'end'
}

/** A line of what someone says; what speaks of a fate has its colour. */
export function Label({ x, y, text, fate = null, end }: Props) {
  return (
    <text class="stage-label" data-fate={fate ?? undefined} x={x} y={y} text-anchor={end}>
      {text}
    </text>
  )
}

/** A word in a pill, `x` its right end. */
export function Pill({ x, y, text, look }: { x: number; y: number; text: string; look: 'solid' | 'outlined' | 'off' | 'quiet' }) {
  const width = Math.round(widthOf(text) + 14)
  return (
    <g class="stage-pill" data-look={look}>
      <rect x={x - width} y={y} width={width} height="18" rx="9" />
      <text x={x - width / 2} y={y + 13.2} text-anchor="middle">
        {text}
      </text>
    </g>
  )
}
