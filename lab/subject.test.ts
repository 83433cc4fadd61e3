import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadOwnSubject, loadSubject } from './subject'

it('recordings are kept of scenarios that everybody has', () => {
  expect(loadOwnSubject('split-brain').name).toBe('split-brain')
  expect(loadOwnSubject('gate-lag-1').name).toBe('gate-lag-1')
  expect(loadSubject('lab/scenarios/gate-lag-1.json').name).toBe('gate-lag-1')
  expect(() => loadOwnSubject('lab/scenarios/gate-lag-1.json')).toThrow('"lab/scenarios/gate-lag-1.json" is none')
})

it('a wall clock that steps is refused before anything is started', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'clock-')), 'clock.json')
  const scenario = JSON.parse(readFileSync('lab/scenarios/redlock-five.json', 'utf8'))
  scenario.hosts.n3.redis.clockSteps = [{ atMs: 1000, byMs: 5000 }]
  writeFileSync(file, JSON.stringify(scenario))
  expect(() => loadSubject(file)).toThrow('the lab cannot step the wall clock of one host alone (n3)')
})
