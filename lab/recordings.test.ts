import { describe, expect, it } from 'vitest'
import { compareUntilAgreed } from '@/lib/evidence/comparison'
import { scenarioHash } from '@/lib/evidence/recording'
import { BadInput } from '@/lib/terminal/failure.mjs'
import { loadRecording, recordedNames } from './recordings'
import { ownScenarios } from './subject'
import { tableLines } from './table'

describe.each(recordedNames())('%s', (name) => {
  const { recording, scenario } = loadRecording(name)

  it(`${name} was recorded as it is`, () => {
    expect(recording.header.scenario).toBe(scenario.name)
    expect(recording.header.hash, 'the scenario has changed: record it again').toBe(scenarioHash(scenario))
    expect(recording.header.network).toBe('namespaces')
    expect(recording.runs.length).toBeGreaterThanOrEqual(5)
    for (const { server } of recording.runs) expect(server).toBe(recording.header.server)
  })

  it(`${name} is what the kernel says`, async () => {
    const { rows } = await compareUntilAgreed(scenario, recording.runs)
    const odd = rows.filter(({ agrees }) => !agrees)
    expect(odd, tableLines(odd).join('\n')).toEqual([])
  })
})

it.each(['nope', '', '../recordings/split-brain', '/etc/passwd'])(
  'there is no recording %j, and it says which there are',
  (name) => {
    expect(() => loadRecording(name)).toThrow(BadInput)
    expect(() => loadRecording(name)).toThrow(`no recording ${JSON.stringify(name)}; recorded are backlog-overrun, `)
  },
)

it('every scenario of the lab was recorded', () => {
  expect(ownScenarios().filter((name) => !recordedNames().includes(name))).toEqual([])
})
