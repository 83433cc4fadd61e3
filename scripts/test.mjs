// `npm test`: lint, types, unit and property tests, the build, browser tests; the last line counts what passed and failed.
// Arguments go to Vitest: `npm test -- -u` rewrites the golden transcripts.
import './node-version.mjs'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensurePackages, ensureTestPrograms } from './install.mjs'
import { bin, root, run, stage } from './stages.mjs'

const total = { passed: 0, failed: 0, skipped: 0 }

await ensurePackages()
await ensureTestPrograms()

await check('Lint', bin('biome'), ['check', '--error-on-warnings'])
await check('Types', process.execPath, ['scripts/types.mjs'])
await tests('Unit and property tests', 'unit')
if (await check('Build', process.execPath, ['scripts/build.mjs'])) await tests('Browser tests', 'browser')
else process.stdout.write('Browser tests: not run, there is no site to test\n')

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
process.stdout.write(`${total.passed} passed, ${total.failed} failed${skipped}\n`)
process.exitCode = total.failed > 0 ? 1 : 0

/** Runs a program that passes or fails as a whole; it counts as one test. Returns whether it passed. */
async function check(name, command, args) {
  const passed = (await stage(name, () => run(command, args))) === 0
  total[passed ? 'passed' : 'failed'] += 1
  return passed
}

/** Runs one of Vitest's projects and adds up what it reports. */
async function tests(name, project) {
  const report = join(root, '.cache', `tests-${project}.json`)
  mkdirSync(join(root, '.cache'), { recursive: true })
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const args = ['run', '--project', project, ...reporters, ...process.argv.slice(2)]
  const code = await stage(name, () => run(bin('vitest'), args))
  const { passed, failed, skipped } = existsSync(report) ? count(JSON.parse(readFileSync(report, 'utf8'))) : count({})
  total.passed += passed
  total.skipped += skipped
  // A run that failed without a failed test (a file that can't be loaded, an error outside any test) is a failure too.
  total.failed += Math.max(failed, code === 0 ? 0 : 1)
}

function count({ numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0, testResults = [] }) {
  const unloaded = testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0)
  return { passed: numPassedTests, failed: numFailedTests + unloaded.length, skipped: numPendingTests + numTodoTests }
}
