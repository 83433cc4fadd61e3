import { describe, expect, it } from 'vitest'
import { namedScenario } from '@/lib/content/scenarios'
import { simulate } from './outcome'
import { BadRecording, type Recording, readRecording, scenarioHash, writeRecording } from './recording'

const scenario = namedScenario('healthy-crash')
const recording: Recording = {
  header: {
    format: 1,
    scenario: scenario.name,
    hash: scenarioHash(scenario),
    server: '7.0.15',
    system: 'Linux 6.18',
    network: 'namespaces',
    recorded: '2026-11-23',
  },
  runs: simulate(scenario, 2).map((outcome) => ({ server: '7.0.15', ...outcome })),
}

describe('a recording', () => {
  it('is read as it was written', () => {
    const text = writeRecording(recording)
    expect(writeRecording(readRecording(text))).toBe(text)
    expect(readRecording(text).runs.map(({ failovers }) => failovers[0]?.to)).toEqual(
      recording.runs.map(({ failovers }) => failovers[0]?.to),
    )
  })

  it('rounds to a tenth of a millisecond', () => {
    const [run] = recording.runs
    if (run === undefined) throw new Error('no run')
    const precise = { ...run, demotions: [{ atMs: 14_254.97712, host: 'r1', resync: 'full' as const }] }
    expect(readRecording(writeRecording({ ...recording, runs: [precise] })).runs[0]?.demotions[0]?.atMs).toBe(14_255)
  })

  it.each([
    ['', 'line 1'],
    ['{"format":2}', 'line 1'],
    [writeRecording({ ...recording, runs: [] }), 'at least one run'],
    [`${writeRecording(recording)}{"scenario":"other"}`, 'line 4: expected a result of healthy-crash'],
    [`${writeRecording(recording)}{`, 'line 4: not JSON'],
  ])('that is none is refused: %#', (text, problem) => {
    expect(() => readRecording(text)).toThrow(BadRecording)
    expect(() => readRecording(text)).toThrow(problem)
  })
})

describe('the hash of a scenario', () => {
  it('is of what shapes a run', () => {
    expect(scenarioHash({ ...scenario, seed: 99, name: 'other' })).toBe(scenarioHash(scenario))
    expect(scenarioHash({ ...scenario, durationMs: scenario.durationMs + 1 })).not.toBe(scenarioHash(scenario))
  })

  it('is not of the order of keys', () => {
    const turned = Object.fromEntries(Object.entries(scenario).reverse()) as unknown as typeof scenario
    expect(scenarioHash(turned)).toBe(scenarioHash(scenario))
  })
})
