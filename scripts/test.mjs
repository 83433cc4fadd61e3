// `npm test`: lint, types, unit and property tests, the build, browser tests. What was skipped is named at the end with its reason;
// the last line counts. Arguments go to Vitest: `npm test -- -u` rewrites the golden transcripts; with paths or `-t`, only those
// tests are run.
import './node-version.mjs'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { orderly } from '../lib/terminal/failure.mjs'
import { ensurePackages } from './install.mjs'
import { isFresh } from './sources.mjs'
import { bin, root } from './stages.mjs'
import { checkArguments } from './test/arguments.mjs'
import { runWithin } from './test/child.mjs'
import { ensureTestPrograms } from './test/programs.mjs'
import { counted, FAILED, isAny, NOTHING, PASSED, sum } from './test/tally.mjs'

const REPORTER = join(import.meta.dirname, 'test', 'tally.mjs')
const CACHE = join(root, '.cache')

// `-u` goes last: it would take the path that follows it for its own.
const args = process.argv.slice(2).toSorted((one, other) => Number(one === '-u') - Number(other === '-u'))

await orderly(async () => {
  checkArguments(args)
  await ensurePackages()
  await ensureTestPrograms()
  const chosen = await chosenPaths()
  const tally = sum(chosen === null ? await allTests() : await chosenTests(chosen))
  for (const { name, reason } of tally.skipped) process.stdout.write(`skipped: ${name}: ${reason}\n`)
  process.stdout.write(`${counted(tally)}\n`)
  process.exitCode = tally.failed > 0 ? 1 : 0
})

/** The paths among the arguments; null when neither these nor a name (`-t`) choose tests: then all are run. */
async function chosenPaths() {
  // Its packages may have been missing until now.
  const { parseCLI } = await import('vitest/node')
  const { filter, options } = parseCLI(['vitest', 'run', ...args])
  return filter.length > 0 || options.testNamePattern ? filter : null
}

async function allTests() {
  const checks = [
    await check('Lint', process.execPath, ['scripts/lint.mjs']),
    await check('Types', process.execPath, ['scripts/types.mjs']),
    await tests('Unit and property tests', 'unit'),
  ]
  return [...checks, ...(await siteTests({ build: true }))]
}

/** The chosen tests alone; the site is built only if a browser test may be among them and its sources have changed. */
async function chosenTests(paths) {
  const unit = await tests('Unit and property tests', 'unit')
  const tallies = mayBeBrowserTests(paths) ? [unit, ...(await siteTests({ build: !isFresh() }))] : [unit]
  if (isAny(sum(tallies))) return tallies
  process.stdout.write('These arguments choose no test\n')
  return [FAILED]
}

function mayBeBrowserTests(paths) {
  const files = readdirSync(join(root, 'tests')).filter((file) => file.endsWith('.browser.ts'))
  return paths.length === 0 || paths.some((path) => files.some((file) => join(root, 'tests', file).includes(path)))
}

/** Builds the site and looks at it in a browser. */
async function siteTests({ build }) {
  const built = build ? await check('Build', process.execPath, ['scripts/build.mjs']) : NOTHING
  if (built.failed === 0) return [built, await tests('Browser tests', 'browser')]
  process.stdout.write('Browser tests: not run, there is no site to test\n')
  return [built]
}

/** Runs a program that passes or fails as a whole; it counts as one test. */
function check(name, command, commandArgs) {
  return stage(name, async () => ((await runWithin(command, commandArgs)) === 0 ? PASSED : FAILED))
}

/** Runs one of Vitest's projects. */
function tests(name, project) {
  return stage(name, async () => {
    const file = join(CACHE, `tally-${project}.json`)
    mkdirSync(CACHE, { recursive: true })
    rmSync(file, { force: true })
    const reporters = [`--reporter=${process.stdout.isTTY ? 'default' : 'minimal'}`, `--reporter=${REPORTER}`]
    const options = ['run', '--project', project, '--passWithNoTests', ...reporters, ...args]
    const code = await runWithin(bin('vitest'), options, { LOST_WRITES_TALLY: file })
    const tally = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : NOTHING
    // A run that ended badly without a failed test, such as one that was killed, is a failure too.
    return code === 0 || tally.failed > 0 ? tally : sum([tally, FAILED])
  })
}

/** Says what a stage came to and how long it took, in one line unless someone looks on; nothing if there was nothing to do. */
async function stage(name, work) {
  if (process.stdout.isTTY) process.stdout.write(`${name} …\n`)
  const start = Date.now()
  const tally = await work()
  if (isAny(tally)) process.stdout.write(`${name}: ${counted(tally)} (${((Date.now() - start) / 1000).toFixed(1)} s)\n`)
  return tally
}
