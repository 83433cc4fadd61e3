import { expect, it } from 'vitest'
import { counted, NOTHING, sum, tallyOf } from './tally.mjs'

interface Result {
  readonly state: string
  readonly note?: string
}

/** A file as Vitest reports it: groups that failed outside their tests, and the results of its tests. */
function file(
  tests: Readonly<Record<string, Result>>,
  { groups = [] as readonly string[], errors = [] as readonly string[] } = {},
) {
  const module = { relativeModuleId: 'lab/live.test.ts' }
  const cases = Object.entries(tests).map(([fullName, result]) => ({ module, fullName, result: () => result }))
  const suites = groups.map((error) => ({ errors: () => [error] }))
  return { children: { allTests: () => cases, allSuites: () => suites }, errors: () => errors }
}

it('names what was skipped with its reason', () => {
  const tests = {
    'real servers > a': { state: 'skipped', note: 'iptables is missing' },
    'real servers > b': { state: 'skipped' },
    c: { state: 'passed' },
  }
  expect(tallyOf([file(tests)], [])).toEqual({
    passed: 1,
    failed: 0,
    skipped: [
      { name: 'lab/live.test.ts › real servers › a', reason: 'iptables is missing' },
      { name: 'lab/live.test.ts › real servers › b', reason: 'no reason given' },
    ],
  })
})

it('leaves out what was not chosen by its name', () => {
  const tests = { a: { state: 'skipped', note: 'iptables is missing' }, b: { state: 'skipped' } }
  expect(tallyOf([file(tests)], [], true).skipped.map(({ name }) => name)).toEqual(['lab/live.test.ts › a'])
})

it('counts as failed what failed outside tests: a file, a group, the run', () => {
  const tests = { a: { state: 'failed' }, b: { state: 'passed' } }
  expect(tallyOf([file(tests, { groups: ['hook'] }), file({}, { errors: ['syntax'] })], ['unhandled'])).toMatchObject({
    passed: 1,
    failed: 4,
  })
})

it('adds up, and tells of skipped tests only when there are some', () => {
  const total = sum([NOTHING, { passed: 2, failed: 1, skipped: [] }, { passed: 3, failed: 0, skipped: [] }])
  expect(counted(total)).toBe('5 passed, 1 failed')
  expect(counted({ ...total, skipped: [{ name: 'a', reason: 'b' }] })).toBe('5 passed, 1 failed, 1 skipped')
})
