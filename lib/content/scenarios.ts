import { type ScenarioName, scenarioFiles } from '@/content/scenarios'
import { type Figures, figures } from '@/lib/reading/figures/figures'
import { type Film, filmOf } from '@/lib/reading/film/film'
import type { Run } from '@/lib/sim/outputs'
import { run, runWithWire } from '@/lib/sim/run'
import { parseScenario } from '@/lib/sim/scenario/parse'
import type { Scenario } from '@/lib/sim/scenario/scenario'

const scenarios = new Map<ScenarioName, Scenario>()
const runs = new Map<ScenarioName, Run>()
const films = new Map<ScenarioName, Film>()
const figuresOf = new Map<ScenarioName, Figures>()

export function isScenarioName(text: string): text is ScenarioName {
  return Object.hasOwn(scenarioFiles, text)
}

/** A scenario of `content/scenarios`. Throws `ScenarioError` when the file is not one. */
export function namedScenario(name: ScenarioName): Scenario {
  return remember(scenarios, name, () => parseScenario(scenarioFiles[name]))
}

/** Its run. Each is made once a process: for the build and the tests, not for a page that is alive. */
export function namedRun(name: ScenarioName): Run {
  return remember(runs, name, () => run(namedScenario(name)))
}

/** Its film, with every message on the wire. */
export function namedFilm(name: ScenarioName): Film {
  return remember(films, name, () => filmOf(runWithWire(namedScenario(name))))
}

/** The figures of its run that prose can quote. */
export function namedFigures(name: ScenarioName): Figures {
  return remember(figuresOf, name, () => figures(namedRun(name)))
}

function remember<V>(known: Map<ScenarioName, V>, name: ScenarioName, make: () => V): V {
  const value = known.get(name) ?? make()
  known.set(name, value)
  return value
}
