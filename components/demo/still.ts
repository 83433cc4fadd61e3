import { type Film, type Picture, pictureAt, sideBySide } from '@/lib/reading/film/film'
import { firstSpeed, shownFor } from './player/speeds'

/** The picture of a demo at rest, made at build time: its run at the decisive instant, with what became of everything. */
export function stillOf(film: Film): Picture {
  return stillAt(film, film.decisive)
}

/** The pictures of two runs side by side, both at the decisive instant of the first. */
export function stillsOf(...films: readonly [Film, Film]): readonly [Picture, Picture] {
  const [first = films[0], second = films[1]] = sideBySide(films)
  return [stillAt(first, first.decisive), stillAt(second, first.decisive)]
}

function stillAt(film: Film, at: number): Picture {
  return pictureAt(film, Math.min(at, film.lanes.end), { shownFor: shownFor(firstSpeed(film.lanes.end)), known: false })
}
