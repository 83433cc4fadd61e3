import type { Film } from '@/lib/reading/film/film'

/** The first of some instants after `at`, or the last one before it; null at the ends. */
export function neighbour(times: readonly number[], at: number, direction: 1 | -1): number | null {
  let nearest: number | null = null
  for (const time of times) {
    if ((time - at) * direction > 0 && (nearest === null || (nearest - time) * direction > 0)) nearest = time
  }
  return nearest
}

/** The instants of the moments, and the start: a step back from the first moment leads there. */
export function momentTimes(films: readonly Film[]): readonly number[] {
  return [0, ...films.flatMap((film) => film.moments.map((moment) => moment.at))]
}
