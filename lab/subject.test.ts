import { expect, it } from 'vitest'
import { recipeNames } from '@/tests/kernel/locks/recipes'
import { loadOwnSubject, loadSubject } from './subject'

it('recordings are kept of scenarios that everybody has', () => {
  expect(loadOwnSubject('split-brain').name).toBe('split-brain')
  expect(loadOwnSubject('gate-lag-1').name).toBe('gate-lag-1')
  expect(loadSubject('lab/scenarios/gate-lag-1.json').name).toBe('gate-lag-1')
  expect(() => loadOwnSubject('lab/scenarios/gate-lag-1.json')).toThrow('"lab/scenarios/gate-lag-1.json" is none')
})

it('a client that takes a lock is refused before anything is started', () => {
  for (const name of recipeNames())
    expect(() => loadSubject(`tests/kernel/locks/${name}.json`)).toThrow('a takes a lock, and the lab has no such client')
})
