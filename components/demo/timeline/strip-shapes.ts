import type { ShownFate } from '@/lib/reading/film/fate-changes'
import { SHOWN_FATES, type Strip } from '@/lib/reading/film/fate-strip'

/** What a part of a bar stands for; on top of what is known, what is yet to be sent. */
export type BarFate = ShownFate | 'unsent'

const BAR_FATES: readonly BarFate[] = [...SHOWN_FATES, 'unsent']

/** The outline of all writes of one fate: neighbouring slices are one shape. x counts slices, y pixels from the top of the strip. */
export interface StripShape {
  readonly fate: BarFate
  readonly d: string
}

/** A single write among hundreds must still be seen, pixels. */
const LEAST = 1.5

interface Part {
  readonly from: number
  readonly to: number
  readonly top: number
  readonly foot: number
}

/** The shapes of a strip so many pixels high, from the bottom of its bars to their top. */
export function stripShapes(strip: Strip, height: number): readonly StripShape[] {
  const runs = new Map<BarFate, Part[][]>()
  for (const { from, to, counts, unsent } of strip.slices) {
    const span = { from: round(from / strip.every), to: round(to / strip.every) }
    let foot = height
    for (const fate of BAR_FATES) {
      const count = fate === 'unsent' ? unsent : counts[fate]
      if (count === 0) continue
      const top = round(Math.max(0, foot - Math.max(LEAST, (count / strip.most) * height)))
      add(runs, fate, { ...span, top, foot })
      foot = top
    }
  }
  return BAR_FATES.flatMap((fate) => {
    const d = runs.get(fate)?.map(outlineOf).join('')
    return d === undefined ? [] : [{ fate, d }]
  })
}

function add(runs: Map<BarFate, Part[][]>, fate: BarFate, part: Part): void {
  const all = runs.get(fate) ?? []
  const last = all.at(-1)
  if (last?.at(-1)?.to === part.from) last.push(part)
  else all.push([part])
  runs.set(fate, all)
}

/** Along the tops to the right, and along the feet back. */
function outlineOf(parts: readonly Part[]): string {
  const tops = parts.map(({ to, top }) => `V${top}H${to}`).join('')
  const feet = [...parts]
    .reverse()
    .map(({ from, foot }) => `V${foot}H${from}`)
    .join('')
  return `M${parts[0]?.from ?? 0} ${parts[0]?.foot ?? 0}${tops}${feet}Z`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
