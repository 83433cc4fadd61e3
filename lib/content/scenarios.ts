import { isDeepStrictEqual } from 'node:util'
import { type ScenarioName, scenarioFiles } from '@/content/scenarios'
import type { Figures } from '@/lib/reading/figures/figures'
import type { Film } from '@/lib/reading/film/film'
import { run } from '@/lib/run'
import type { Run } from '@/lib/sim/outputs'
import type { Scenario } from '@/lib/sim/scenario/scenario'

const NAMES = Object.keys(scenarioFiles).filter(isScenarioName)

const runs = new Map<ScenarioName, Run>()

export function isScenarioName(text: string): text is ScenarioName {
  return Object.hasOwn(scenarioFiles, text)
}

/** A scenario of `content/scenarios`. Throws `ScenarioError` when the file is not one. */
export function namedScenario(name: ScenarioName): Scenario {
  return run(scenarioFiles[name]).scenario
}

/** Its run, without the wire. Each is made once a process: for the build and the tests, not for a page that is alive. */
export function namedRun(name: ScenarioName): Run {
  const { scenario, events } = namedFilm(name).run
  const known = runs.get(name) ?? { scenario, events }
  runs.set(name, known)
  return known
}

/** Its film. */
export function namedFilm(name: ScenarioName): Film {
  return run(scenarioFiles[name]).film
}

/** The figures of its run that prose can quote. */
export function namedFigures(name: ScenarioName): Figures {
  return run(scenarioFiles[name]).figures
}

/** Which named scenario this is, whatever it is called: the same hosts, network, workload, actions and seed; null where it is none. */
export function namedAlike(scenario: Scenario): ScenarioName | null {
  const { name } = scenario
  const alike = (other: ScenarioName) => isDeepStrictEqual({ ...namedScenario(other), name }, scenario)
  return NAMES.find((other) => other === name && alike(other)) ?? NAMES.find(alike) ?? null
}
