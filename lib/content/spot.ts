import { sideBySide } from '@/lib/reading/film/film'
import type { MomentCode, NumberedMoment } from '@/lib/reading/story/moment'
import { addressOf, type Figure, type Run } from '@/lib/run'
import type { PlacedDemo } from './article-demos'

/** An instant of a run where a demo of the page shows it. */
export interface Spot {
  /** Id of the demo. */
  readonly demo: string
  /** µs since the start. */
  readonly at: number
  /** The moment that this is, to be found again in the run of another setting; null where it is something else. */
  readonly moment: MomentCode | null
  /** What the demo's axis calls the instant; null where it has no number. */
  readonly number: number | null
}

export type Demos = readonly Pick<PlacedDemo, 'id' | 'runs'>[]

/** Where the page shows the first moment of a kind in a run; null where no demo shows the run, or there is no such moment. */
export function momentSpot(demos: Demos, run: Run, code: MomentCode): Spot | null {
  const moment = run.moment(code)
  const place = placeOf(demos, run)
  if (moment === null || place === null) return null
  return { demo: place.id, at: moment.at, moment: code, number: numberOf(place.moments, code, moment.at) }
}

/** Where the page shows the instant that a figure tells of; null where no demo shows its run, or it tells of none. */
export function figureSpot(demos: Demos, { run, kind, value }: Figure): Spot | null {
  const place = kind === 'time' && value !== null ? placeOf(demos, run) : null
  if (place === null || value === null) return null
  const at = Math.round(value * 1000)
  return { demo: place.id, at, moment: null, number: place.moments.find((moment) => moment.at === at)?.number ?? null }
}

function numberOf(moments: readonly NumberedMoment[], code: MomentCode, at: number): number | null {
  return moments.find((moment) => moment.code === code && moment.at === at)?.number ?? null
}

/** The demo that shows a run, with the run's moments under the numbers that they have there: beside another run they may have others. */
function placeOf(demos: Demos, run: Run): { readonly id: string; readonly moments: readonly NumberedMoment[] } | null {
  const address = addressOf(run)
  for (const { id, runs } of demos) {
    const side = runs.findIndex((each) => addressOf(each) === address)
    const film = side < 0 ? undefined : sideBySide(runs.map((each) => each.film))[side]
    if (film !== undefined) return { id, moments: film.moments }
  }
  return null
}
