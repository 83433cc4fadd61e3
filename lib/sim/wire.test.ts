import { describe, expect, it } from 'vitest'
import { type ScenarioName, scenarioFiles } from '@/content/scenarios'
import { namedScenario } from '@/lib/content/scenarios'
import { runWithWire } from './run'

const names = Object.keys(scenarioFiles) as readonly ScenarioName[]

describe('the wire', () => {
  it.each(names)('of %s tells of each message, in the order of sending, how it ended, if it did', (name) => {
    const { wire, scenario } = runWithWire(namedScenario(name))
    expect(wire.map(({ id }) => id)).toEqual(wire.map((_, place) => (wire[0]?.id ?? 0) + place))
    for (const { sent, arrived, lost } of wire) {
      expect(arrived === null || lost === null).toBe(true)
      const end = arrived ?? lost ?? sent
      expect(end).toBeGreaterThanOrEqual(sent)
      expect(end).toBeLessThanOrEqual(scenario.durationMs * 1000)
    }
  })

  it('loses what is on its way with the process that sent it, and tells so once, when it dies', () => {
    const { wire } = runWithWire(namedScenario('late-but-talking'))
    const under = wire.filter(({ from, message, arrived }) => from.host === 'r1' && message.type === 'stream' && arrived === null)
    // Three seconds of writes to the replica whose link is slow.
    expect(under.length).toBeGreaterThanOrEqual(300)
    expect(new Set(under.map(({ lost }) => lost))).toEqual(new Set([11_000_000]))
  })
})
