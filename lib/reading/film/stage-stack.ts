import type { Block } from './stage-casting'

/** A block of a column and where it begins. */
export interface Place {
  readonly block: Block
  readonly start: number
}

/** At least between two blocks. */
const LEAST_GAP = 18

/**
 * Blocks of a column one below the other, spread over `height`; `length` is what they need at least. A single one has its body at `middle`; where there is room, what hangs below the last is made up for above the first, so that the bodies are in the middle.
 */
export function stacked(
  blocks: readonly Block[],
  height: number,
  margin: number,
  middle = height / 2,
): { places: readonly Place[]; length: number } {
  const total = blocks.reduce((sum, block) => sum + block.height, 0)
  const length = total + LEAST_GAP * (blocks.length - 1) + 2 * margin
  const last = blocks.at(-1)
  const below = last ? last.height - last.body.height : 0
  const slack = Math.max(0, height - length)
  if (blocks.length < 2) {
    const start = last ? Math.min(Math.round(middle - last.body.height / 2), height - margin - last.height) : 0
    return { places: blocks.map((block) => ({ block, start: Math.max(margin, start) })), length }
  }
  const lead = Math.min(below, slack)
  const gap = LEAST_GAP + (slack - lead) / (blocks.length - 1)
  let start = margin + lead
  const places = blocks.map((block) => {
    const place = { block, start: Math.round(start) }
    start += block.height + gap
    return place
  })
  return { places, length }
}
