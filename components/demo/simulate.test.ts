import { expect, it } from 'vitest'
import { type ScenarioName, scenarioFiles } from '@/content/scenarios'
import { namedScenario } from '@/lib/content/scenarios'
import { VIEWS, type ViewName } from '@/lib/reading/film/film'
import { KINDS } from '@/lib/sim/kinds/kinds'
import { simulateAll, simulateInSteps } from './simulate'

const names = Object.keys(scenarioFiles) as readonly ScenarioName[]

it.each(names)('in small steps %s comes to the same', (name) => {
  const scenario = namedScenario(name)
  const [whole] = simulateAll([scenario], KINDS)
  const work = simulateInSteps([scenario], KINDS)
  let steps = 0
  let step = work.next()
  for (; !step.done; step = work.next()) steps += 1
  const [film] = step.value
  const views = Object.keys(VIEWS).length
  // Where nobody watches and nobody writes all the time, so little happens that the run is one step.
  const hosts = Object.values(scenario.hosts)
  const busy = scenario.workload.length > 0 || hosts.some(({ sentinel }) => sentinel !== undefined)
  // MySQL's threads look for a source that died, so what one step has room for differs.
  if (busy) expect(steps).toBeGreaterThan(views)
  else if (hosts.some(({ mysql }) => mysql !== undefined)) expect(steps).toBeGreaterThanOrEqual(views)
  else expect(steps).toBe(views)
  expect(JSON.stringify(film?.run) === JSON.stringify(whole?.run)).toBe(true)
  for (const view of ['headline', 'moments', 'decisive'] satisfies ViewName[]) expect(film?.[view]).toEqual(whole?.[view])
})
