// What a run of Vitest came to, for scripts/test.mjs: a reporter that writes it to the file named by LOST_WRITES_TALLY.
import { writeFileSync } from 'node:fs'

/** The tallies of no test at all and of a single one. */
export const NOTHING = { passed: 0, failed: 0, skipped: [] }
export const PASSED = { ...NOTHING, passed: 1 }
export const FAILED = { ...NOTHING, failed: 1 }

export default class TallyReporter {
  onInit(vitest) {
    this.selects = vitest.config.testNamePattern !== undefined
  }

  onTestRunEnd(modules, errors) {
    writeFileSync(process.env.LOST_WRITES_TALLY, JSON.stringify(tallyOf(modules, errors, this.selects)))
  }
}

/**
 * Counts tests. A file or group that fails outside its tests, and an error outside all of them, are failures too. A test that is
 * skipped is named with its reason; when names were `selected`, the tests that were not are left out.
 * @returns {{ passed: number, failed: number, skipped: { name: string, reason: string }[] }}
 */
export function tallyOf(modules, errors, selected = false) {
  const tests = modules.flatMap((module) => [...module.children.allTests()])
  const groups = modules.flatMap((module) => [module, ...module.children.allSuites()])
  const inState = (state) => tests.filter((test) => test.result().state === state)
  return {
    passed: inState('passed').length,
    failed: inState('failed').length + groups.filter((group) => group.errors().length > 0).length + errors.length,
    skipped: inState('skipped')
      .map((test) => ({ name: nameOf(test), reason: test.result().note ?? null }))
      .filter(({ reason }) => reason !== null || !selected)
      .map(({ name, reason }) => ({ name, reason: reason ?? 'no reason given' })),
  }
}

function nameOf({ module, fullName }) {
  return `${module.relativeModuleId} › ${fullName.replaceAll(' > ', ' › ')}`
}

/** Several tallies as one. */
export function sum(tallies) {
  return {
    passed: tallies.reduce((total, { passed }) => total + passed, 0),
    failed: tallies.reduce((total, { failed }) => total + failed, 0),
    skipped: tallies.flatMap(({ skipped }) => skipped),
  }
}

/** Whether there was any test. */
export function isAny({ passed, failed, skipped }) {
  return passed + failed + skipped.length > 0
}

/** `12 passed, 0 failed`, and how many were skipped if any were. */
export function counted({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`
}
