import type { ScenarioName } from '@/content/scenarios'
import { namedRun } from '@/lib/content/scenarios'
import { type Film, filmOf, type Picture, pictureAt } from '@/lib/sim/views/film'
import { firstSpeed, shownFor } from './speeds'

const films = new Map<ScenarioName, Film>()

function namedFilm(name: ScenarioName): Film {
  const film = films.get(name) ?? filmOf(namedRun(name))
  films.set(name, film)
  return film
}

/** The picture of a demo at rest, made at build time: its run at the decisive instant, with what became of everything. */
export function stillOf(name: ScenarioName, at: number = decisiveInstant(name)): Picture {
  const film = namedFilm(name)
  return pictureAt(film, at, { shownFor: shownFor(firstSpeed(film.lanes.end)), known: false })
}

export function decisiveInstant(name: ScenarioName): number {
  return namedFilm(name).decisive
}
