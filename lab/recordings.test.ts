import { describe, expect, it } from 'vitest'
import { compareUntilAgreed } from './compare/compare'
import { tableLines } from './compare/table'
import { scenarioHash } from './recording'
import { loadRecording, recordedNames } from './recordings'
import { ownScenarios } from './subject'

/** As many as `npm run lab -- --check` shows. */
const SEEDS = 200

describe.each(recordedNames())('%s', (name) => {
  const { recording, scenario } = loadRecording(name)

  it('was recorded as it is', () => {
    expect(recording.header.scenario).toBe(scenario.name)
    expect(recording.header.hash, 'the scenario has changed: record it again').toBe(scenarioHash(scenario))
    expect(recording.header.network).toBe('namespaces')
    expect(recording.runs.length).toBeGreaterThanOrEqual(5)
    for (const { server } of recording.runs) expect(server).toBe(recording.header.server)
  })

  it('is what the kernel says', { timeout: 120_000 }, () => {
    const odd = compareUntilAgreed(scenario, recording.runs, SEEDS).filter(({ agrees }) => !agrees)
    expect(
      odd.map(({ name: row }) => row),
      tableLines(odd).join('\n'),
    ).toEqual([])
  })
})

it('every scenario of the lab was recorded', () => {
  expect(ownScenarios().filter((name) => !recordedNames().includes(name))).toEqual([])
})
