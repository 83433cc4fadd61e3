import { expect, it } from 'vitest'
import { loadOwnSubject, loadSubject } from './subject'

it('recordings are kept of scenarios that everybody has', () => {
  expect(loadOwnSubject('split-brain').name).toBe('split-brain')
  expect(loadOwnSubject('gate-lag-1').name).toBe('gate-lag-1')
  expect(loadSubject('lab/scenarios/gate-lag-1.json').name).toBe('gate-lag-1')
  expect(() => loadOwnSubject('lab/scenarios/gate-lag-1.json')).toThrow('"lab/scenarios/gate-lag-1.json" is none')
})

it('a lock for which the lab has no client is refused before anything is started', () => {
  expect(() => loadSubject('tests/kernel/locks/x16-redisson-redlock.json')).toThrow(
    'the lab has no client that takes its lock as c1 does (redisson-redlock)',
  )
  for (const name of ['x2-wait-ignored', 'x10-get-token-after-a-pause'])
    expect(loadSubject(`tests/kernel/locks/${name}.json`).name).toBe(name)
})
