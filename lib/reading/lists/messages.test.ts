import { describe, expect, it } from 'vitest'
import { type ScenarioName, scenarioFiles } from '@/content/scenarios'
import { namedScenario } from '@/lib/content/scenarios'
import { runWithWire } from '@/lib/sim/run'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import { cluster } from '@/tests/kernel/cluster'
import { messageLines } from './messages'

const pair = cluster({ replicas: 1 }).client('c1', 'r1', { everyMs: 100, fromMs: 100, untilMs: 150 })

function texts(scenario: Scenario): readonly string[] {
  return messageLines(runWithWire(scenario)).map(({ text }) => text.trim())
}

describe('the lines of the messages', () => {
  it('tell who says what to whom; a copy by the command of its write', () => {
    expect(texts(pair.until(200).scenario)).toEqual([
      'c1→r1 command SET w:0 0',
      expect.stringMatching(/^r1→r2 stream SET w:0 0 @\d+$/),
      'r1→c1 reply "OK"',
    ])
  })

  it('name a process where a host runs several, and who types', () => {
    const shared = pair.host('r1', { sentinel: { monitor: 'r1', quorum: 1, conf: {} } }).at(150)
    const lines = texts(shared.type('r1.redis', 'GET w:0').until(200).scenario)
    expect(lines).toContain('r1.operator→r1.redis command GET w:0')
    expect(lines).toContain('r1.redis→r1.operator reply "0"')
    expect(lines).toContain('r1.sentinel→r2 subscribe')
  })

  it('say what became of a message that did not arrive', () => {
    const cut = pair.at(50).partition(['c1'], ['r1'])
    expect(texts(cut.until(200).scenario)).toEqual(['c1→r1 command SET w:0 0 (on its way at the end)'])
    expect(texts(cut.at(150).kill('c1').until(200).scenario)).toEqual(['c1→r1 command SET w:0 0 (lost)'])
  })

  it('stand behind the event that caused them', () => {
    const run = runWithWire(pair.until(1000).scenario)
    for (const [index, { order }] of messageLines(run).entries()) expect(order).toBeGreaterThan(run.wire[index]?.by ?? -1)
  })

  it.each(Object.keys(scenarioFiles) as readonly ScenarioName[])('have a text for everything that is said in %s', (name) => {
    for (const text of texts(namedScenario(name))) expect(text).not.toMatch(/undefined|null|object/)
  })
})
