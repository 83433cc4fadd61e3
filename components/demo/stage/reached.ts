import { type Frame, reaches } from '@/lib/reading/film/frame'
import type { Wall } from '@/lib/reading/film/stage-plan'
import { type Path, partBefore, pathLength } from './path'

interface Travelling {
  readonly from: string
  readonly to: string
  readonly progress: number
}

/** From the rim of what a message leaves or comes to, and from a small wall in the middle of its line. */
const RIM = 5
const WALL = 9

/**
 * The part of its line that a message has behind it. Half the way of one that is cut off is the way to the wall, be it the one between two
 * sides or a small one.
 */
export function reached(path: Path, { from, to, progress }: Travelling, frame: Frame, wall: Wall | null): number {
  const length = pathLength(path)
  if (reaches(frame, from, to)) return Math.min(1 - RIM / length, Math.max(RIM / length, progress))
  return Math.min(1, 2 * progress) * ((wall && partBefore(path, wall)) ?? 0.5 - WALL / length)
}
