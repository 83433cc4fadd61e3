import { type Film, filmOf, sideBySide, VIEWS, type ViewName } from '@/lib/reading/film/film'
import type { Kinds } from '@/lib/sim/kinds/kinds'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import { wiredSteps } from '@/lib/sim/simulate'
import { inSlices } from './slices'

/** A film that is made step by step. */
interface Take {
  /** Scenarios that say the same have one film. */
  readonly key: string
  readonly steps: Iterator<undefined, Film>
  film?: Film | undefined
}

/** Goes on with a film until it is done, or can't be made. */
function* rolled(take: Take): Generator<undefined> {
  for (let ended = false; !(take.film || ended); yield) {
    const step = take.steps.next()
    ended = step.done === true
    take.film = step.value
  }
}

/** Runs a scenario with the kinds of process that it names, and looks at everything that is drawn of it, in small steps. */
export function* filmed(scenario: Scenario, kinds: Kinds): Generator<undefined, Film> {
  const film = filmOf(yield* wiredSteps(scenario, kinds))
  for (const name of Object.keys(VIEWS) as readonly ViewName[]) {
    film[name]
    yield
  }
  return film
}

/** So many films are kept at most, while nobody says which are to be made ahead. */
const KEPT = 8

/** The films of one demo. One that its reader may ask for next is made ahead; one that was begun then is only ended when he asks. */
export class Filming {
  readonly #kinds: Kinds
  #takes: readonly Take[] = []

  constructor(kinds: Kinds) {
    this.#kinds = kinds
  }

  /** The films of scenarios side by side, at once: what happens in several of them has one number. */
  now(scenarios: readonly Scenario[]): readonly Film[] {
    const takes = this.#of(scenarios)
    const others = this.#takes
    // Of what can't be made nothing is kept.
    this.#takes = []
    const films = takes.flatMap((take) => {
      for (const _ of rolled(take));
      return take.film ?? []
    })
    this.#takes = [...new Set([...takes, ...others])].slice(0, KEPT)
    return sideBySide(films)
  }

  /** Makes films while there is nothing else to do, and lets go of all others. Resolves when they are made, or others have been asked for. */
  async ahead(scenarios: readonly Scenario[]): Promise<void> {
    const takes = this.#of(scenarios)
    this.#takes = takes
    try {
      for (const take of takes) if (this.#takes === takes) await inSlices(rolled(take))
    } catch {
      // What can't be run says so when it is asked for.
      this.#takes = []
    }
  }

  #of(scenarios: readonly Scenario[]): readonly Take[] {
    return scenarios.map((scenario) => {
      const key = JSON.stringify(scenario)
      return this.#takes.find((take) => take.key === key) ?? { key, steps: filmed(scenario, this.#kinds) }
    })
  }
}
