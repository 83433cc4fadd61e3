import { describe, expect, it } from 'vitest'
import { type ScenarioName, scenarioFiles } from '@/content/scenarios'
import { aboutOf } from './about'
import { refutation } from './claim'
import { isScenarioName, namedFigures, namedRun, namedScenario } from './scenarios'

const names = Object.keys(scenarioFiles) as readonly ScenarioName[]

describe.each(names)('%s', (name) => {
  it(`${name} is called what its file is called, and shows what it is there for`, () => {
    expect(namedScenario(name).name).toBe(name)
    const { shows } = aboutOf(name)
    expect(shows).not.toEqual([])
    expect(shows.flatMap((claim) => refutation(claim, namedFigures(name), namedFigures) ?? [])).toEqual([])
  })
})

it('the crash without the slow link is the same crash otherwise', () => {
  const { name: _fast, network: healthy, ...crash } = namedScenario('healthy-crash')
  const { name: _slow, network: slow, ...sameCrash } = namedScenario('slow-link-crash')
  expect(crash).toEqual(sameCrash)
  expect({ ...slow, links: [] }).toEqual({ ...healthy, links: [] })
})

it('is read and run once', () => {
  expect(namedScenario('wait-one-of-two')).toBe(namedScenario('wait-one-of-two'))
  expect(namedRun('wait-one-of-two')).toBe(namedRun('wait-one-of-two'))
})

it('knows its names', () => {
  expect(isScenarioName('split-brain')).toBe(true)
  expect(isScenarioName('toString')).toBe(false)
})
