import type { ScenarioName } from '@/content/scenarios'
import { namedFilm } from '@/lib/content/scenarios'
import { type Film, type Picture, pictureAt, sideBySide } from '@/lib/reading/film/film'
import { firstSpeed, shownFor } from './player/speeds'

/** The picture of a demo at rest, made at build time: its run at the decisive instant, with what became of everything. */
export function stillOf(name: ScenarioName): Picture {
  const film = namedFilm(name)
  return stillAt(film, film.decisive)
}

/** The pictures of two runs side by side, both at the decisive instant of the first. */
export function stillsOf(one: ScenarioName, other: ScenarioName): readonly [Picture, Picture] {
  const films = [namedFilm(one), namedFilm(other)] as const
  const [first = films[0], second = films[1]] = sideBySide(films)
  return [stillAt(first, first.decisive), stillAt(second, first.decisive)]
}

function stillAt(film: Film, at: number): Picture {
  return pictureAt(film, Math.min(at, film.lanes.end), { shownFor: shownFor(firstSpeed(film.lanes.end)), known: false })
}
