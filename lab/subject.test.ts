import { expect, it } from 'vitest'
import { loadOwnSubject, loadSubject } from './subject'

it('recordings are kept of scenarios that everybody has', () => {
  expect(loadOwnSubject('split-brain').name).toBe('split-brain')
  expect(loadOwnSubject('gate-lag-1').name).toBe('gate-lag-1')
  expect(loadSubject('lab/scenarios/gate-lag-1.json').name).toBe('gate-lag-1')
  expect(() => loadOwnSubject('lab/scenarios/gate-lag-1.json')).toThrow('"lab/scenarios/gate-lag-1.json" is none')
})
