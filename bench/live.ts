import { performance } from 'node:perf_hooks'
import { type Film, filmOf, type Picture, pictureAt } from '@/lib/reading/film/film'
import { SETTINGS, type SettingId } from '@/lib/settings/settings'
import { KINDS } from '@/lib/sim/kinds/kinds'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import { wiredRun } from '@/lib/sim/simulate'

/** What has to happen within one frame of the screen, ms. */
export const FRAME = 16
const POSITIONS = 200
const EXPOSURE = { shownFor: 350_000, known: true, followed: null } as const

/** Milliseconds of each step of a slider: the scenario with the next value is run, judged, folded, and pictured where the cursor stands. */
export function sliderSteps(scenario: Scenario, id: SettingId, steps: number): readonly number[] {
  const { read, step, write } = SETTINGS[id]
  const first = read(scenario)
  const at = filmOf(wiredRun(scenario, KINDS)).decisive
  return Array.from({ length: steps }, (_, index) => timed(() => take(write(scenario, first + (index + 1) * step), at)))
}

/** Milliseconds of each picture while the cursor is drawn across a film that has been looked at. */
export function scrubbing(scenario: Scenario): readonly number[] {
  const film = filmOf(wiredRun(scenario, KINDS))
  pictureAt(film, 0, EXPOSURE)
  return Array.from({ length: POSITIONS }, (_, index) =>
    timed(() => pictureAt(film, Math.round((film.lanes.end * index) / POSITIONS), EXPOSURE)),
  )
}

/** Everything up to the picture: what draws it is measured in the browser. */
function take(scenario: Scenario, at: number): Picture {
  const film: Film = filmOf(wiredRun(scenario, KINDS))
  return pictureAt(film, at, EXPOSURE)
}

function timed(task: () => unknown): number {
  const start = performance.now()
  task()
  return performance.now() - start
}
