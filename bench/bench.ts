// `npm run bench`: how fast the kernel is, against a bare priority queue in the same process, and how large. See bench/README.md.
import { performance } from 'node:perf_hooks'
import { type ScenarioName, scenarioFiles } from '@/content/scenarios'
import { namedScenario } from '@/lib/content/scenarios'
import { evidenceScenario } from '@/lib/evidence/files'
import { LOCALES } from '@/lib/locale'
import type { Entry } from '@/lib/sim/core/entry'
import { pop, push, type Scheduled } from '@/lib/sim/core/queue'
import { step } from '@/lib/sim/core/step'
import { awaken, fork, stateOf } from '@/lib/sim/fork'
import { KINDS } from '@/lib/sim/kinds/kinds'
import type { Message } from '@/lib/sim/kinds/messages'
import { run, runWithWire } from '@/lib/sim/run'
import { parseScenario } from '@/lib/sim/scenario/parse'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import { begin, endOf, simulate } from '@/lib/sim/simulate'
import { BadInput } from '@/lib/terminal/failure.mjs'
import { readOptions } from '@/lib/terminal/options'
import { printLines } from '@/lib/terminal/terminal.mjs'
import { developed, FOLDS } from './folds'
import { LARGEST_NAMES, measureLargest } from './largest'
import { FRAME, scrubbing, sliderSteps } from './live'
import { semisync } from './semisync'
import { Demos } from './shipped'
import { BUNDLES, type BundleName, bundledSize } from './size'
import { quantile } from './statistics'

const USAGE = 'npm run bench [-- --largest]'
const ROUNDS = 40
/** Run before anything is measured, so that the compiler has done its work. */
const WARM_UP = 10
const NAMES = Object.keys(scenarioFiles) as readonly ScenarioName[]
const SUBJECT: ScenarioName = 'split-brain'
/** The bare queue runs as often as makes it take about as long: on a busy machine a short task would be interrupted less. */
const BARE_TIMES = 5
/** In a recorded load: an entry was taken. All else are times of entries that were put in. */
const POP = -1

const { subjects, given, help } = readOptions(process.argv.slice(2), { largest: 'flag' }, USAGE)
if (subjects.length > 0) throw new BadInput(`expected nothing behind it, got ${JSON.stringify(subjects[0])}; usage: ${USAGE}`)
if (help) {
  await printLines([`usage: ${USAGE}`, 'How fast the kernel is, and how large; see bench/README.md.'])
} else if (given.largest !== undefined) {
  largest()
} else {
  throughput()
  mysql()
  copies()
  folds()
  live()
  locks()
  scenarios()
  await sizes()
}

/** Events a second: the kernel with and without its journal, and the bare queue under the very same load. */
function throughput(): void {
  const scenario = namedScenario(SUBJECT)
  const load = recordLoad(scenario)
  const { dispatched } = simulate(scenario, KINDS, { journal: null, wire: null })
  // The fastest round of each: what disturbs a round comes from elsewhere.
  const [bareMs = 1, withoutMs = 1, withMs = 1] = measure([
    () => repeat(BARE_TIMES, () => bareQueue(load)),
    () => simulate(scenario, KINDS, { journal: null, wire: null }),
    () => simulate(scenario, KINDS, { journal: [], wire: null }),
  ]).map((times) => Math.min(...times))
  const [bare = 1, without = 1, withJournal = 1] = [bareMs / BARE_TIMES, withoutMs, withMs].map((ms) => (dispatched / ms) * 1000)
  print(`${SUBJECT}: ${dispatched} events`, [
    ['bare queue', perSecond(bare), ''],
    ['kernel without journal', perSecond(without), ratio(without, bare)],
    ['kernel with journal', perSecond(withJournal), ratio(withJournal, bare)],
  ])
}

/** A run with MySQL, against one with Redis alone. */
function mysql(): void {
  const tasks = [['semi-sync', semisync()] as const, [SUBJECT, namedScenario(SUBJECT)] as const]
  const times = measure(
    tasks.map(
      ([, scenario]) =>
        () =>
          run(scenario),
    ),
  )
  const rows = tasks.map(([name, scenario], index) => {
    const fastest = Math.min(...(times[index] ?? []))
    const { length } = run(scenario).events
    const each = ((fastest / length) * 1_000_000).toFixed(0)
    return [name, `${fastest.toFixed(1)} ms`, `${length} events in the journal, ${each} ns each`] as const
  })
  print('30 s of MySQL semi-sync at 50 commits a second', rows)
}

/** What it costs to copy a world in the middle of a run, by fork and through JSON, against the run itself. */
function copies(): void {
  const scenario = namedScenario(SUBJECT)
  const silent = { journal: null, wire: null }
  const world = begin(scenario, KINDS, silent)
  while (step(world, endOf(scenario) / 2));
  const [whole = 1, forked = 0, throughJson = 0] = measure([
    () => run(scenario),
    () => fork(world, silent),
    () => awaken(JSON.parse(JSON.stringify(stateOf(world))), { ...world.wiring, ...silent }),
  ]).map((times) => Math.min(...times))
  print(`${SUBJECT}, copied in the middle`, [
    ['fork', `${forked.toFixed(2)} ms`, `${(forked / whole).toFixed(2)} of a run`],
    ['through JSON', `${throughJson.toFixed(2)} ms`, `${(throughJson / whole).toFixed(2)} of a run`],
  ])
}

/** What is made of a run, against the run itself. All take turns. */
function folds(): void {
  const scenario = namedScenario(SUBJECT)
  const film = developed(runWithWire(scenario))
  const made = Object.entries(FOLDS).map(([name, fold]) => [name, () => fold(film)] as const)
  const tasks = [['run', () => run(scenario)], ['run with its wire', () => runWithWire(scenario)], ...made] as const
  const [whole = 1, ...rest] = measure(tasks.map(([, task]) => task)).map((times) => Math.min(...times))
  print(
    `${SUBJECT}, and what is made of it`,
    [whole, ...rest].map((ms, index) => [tasks[index]?.[0] ?? '', `${ms.toFixed(2)} ms`, `${(ms / whole).toFixed(2)} of a run`]),
  )
}

/** What a reader waits for: a step of a slider, and the cursor that is drawn along. */
function live(): void {
  const scenario = namedScenario(SUBJECT)
  const rows = [
    ['a step of a slider', sliderSteps(scenario, 'heal-after', ROUNDS + WARM_UP).slice(WARM_UP)],
    ['a step of the cursor', scrubbing(scenario)],
  ] as const
  print(
    `${SUBJECT}, as a reader waits for it`,
    rows.map(([name, times]) => {
      const late = times.filter((ms) => ms > FRAME).length
      const note = `median; fastest ${Math.min(...times).toFixed(2)} ms; ${late} of ${times.length} later than a frame of ${FRAME} ms`
      return [name, `${quantile(times, 0.5).toFixed(2)} ms`, note]
    }),
  )
}

/** What taking locks adds to half a minute of a deployment: the same run with clients that do nothing, in turns with it. */
function locks(): void {
  const scenario = evidenceScenario('lock-split-brain')
  const tasks = [
    ['clients that do nothing', idle(scenario)],
    ['clients that take locks', scenario],
  ] as const
  const times = measure(
    tasks.map(
      ([, one]) =>
        () =>
          run(one),
    ),
  ).map((rounds) => Math.min(...rounds))
  const [without = 1] = times
  print(
    `${scenario.name}, ${scenario.durationMs / 1000} s`,
    times.map((ms, index) => [
      tasks[index]?.[0] ?? '',
      `${ms.toFixed(2)} ms`,
      `${(ms / without).toFixed(2)} of the run without locks`,
    ]),
  )
}

/** The same with clients that are connected and do nothing else. */
function idle({ hosts, ...scenario }: Scenario): Scenario {
  const without = Object.entries(hosts).map(([name, { client, ...host }]) => {
    if (client?.lock === undefined) return [name, { ...(client !== undefined && { client }), ...host }] as const
    const { lock: _, ...rest } = client
    return [name, { ...host, client: rest }] as const
  })
  return parseScenario({ ...scenario, hosts: Object.fromEntries(without) })
}

/** The largest scenarios that are read, one after the other: memory is that of the largest so far. */
function largest(): void {
  print(
    'the largest scenarios, run and summed up once',
    LARGEST_NAMES.map((name) => {
      const { seconds, megabytes } = measureLargest(name)
      return [name, `${seconds.toFixed(1)} s`, `${megabytes} MB at most so far`]
    }),
  )
}

/** What a run asks of its queue, in order: read off the queue after each step. */
function recordLoad(scenario: Scenario): readonly number[] {
  const world = begin(scenario, KINDS, { journal: null, wire: null })
  const load: number[] = []
  let known = 0
  do {
    for (const { at } of inOrderOfPushing(world.queue.filter(({ seq }) => seq >= known))) load.push(at)
    known = world.sequence
    load.push(POP)
  } while (step(world, endOf(scenario)))
  load.pop()
  // No typed array: what is read from one is boxed, and entries that are made of it are slower than those of a run, and make those slower.
  return load
}

function inOrderOfPushing<T extends Scheduled>(entries: readonly T[]): readonly T[] {
  return entries.toSorted((a, b) => a.seq - b.seq)
}

/** The same pushes and pops of entries of the same shape on the same queue, and nothing done with what comes out. */
function bareQueue(load: readonly number[]): number {
  const queue: Entry<Message>[] = []
  let seq = 0
  let last = 0
  for (const at of load) {
    if (at === POP) {
      last = pop(queue)?.at ?? 0
    } else {
      push(queue, { type: 'action', at, seq, generation: 0, of: 0, side: 0, number: 0, cause: null, item: null })
      seq += 1
    }
  }
  return last
}

function repeat(times: number, task: () => unknown): void {
  for (let time = 0; time < times; time += 1) task()
}

function scenarios(): void {
  const rows = NAMES.map((name) => {
    const scenario = namedScenario(name)
    const [times = []] = measure([() => run(scenario)])
    const ms = quantile(times, 0.5)
    return [name, `${ms.toFixed(1)} ms`, `${run(scenario).events.length} events in the journal`] as const
  })
  print('one run with its journal, warm median', rows)
}

async function sizes(): Promise<void> {
  const names = Object.keys(BUNDLES) as readonly BundleName[]
  const rows = await Promise.all(
    names.map(async (name) => [name, `${((await bundledSize(name)) / 1000).toFixed(1)} kB`, ''] as const),
  )
  print('bundled alone, minified, in brotli', rows)
  const demos = await Demos.bundled()
  print(
    'all scripts of a page with a demo alive, in brotli',
    LOCALES.map((locale) => {
      const bytes = NAMES.map((name) => demos.bytesFor([namedScenario(name)], locale))
      return [`the largest, ${locale}`, `${(Math.max(...bytes) / 1000).toFixed(1)} kB`, '']
    }),
  )
}

/** Milliseconds of each round of each task. The tasks take turns, so that a busy machine disturbs all of them alike. */
function measure(tasks: readonly (() => unknown)[]): readonly (readonly number[])[] {
  const times: number[][] = tasks.map(() => [])
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    for (const [index, task] of tasks.entries()) {
      const start = performance.now()
      task()
      if (round >= 0) times[index]?.push(performance.now() - start)
    }
  }
  return times
}

function perSecond(rate: number): string {
  return `${(rate / 1_000_000).toFixed(2)} M/s`
}

function ratio(rate: number, bare: number): string {
  return `${(rate / bare).toFixed(2)} of the bare queue`
}

function print(title: string, rows: readonly (readonly [string, string, string])[]): void {
  const width = Math.max(...rows.map(([name]) => name.length))
  const lines = rows.map(([name, value, note]) => `  ${name.padEnd(width)}  ${value.padStart(10)}  ${note}`.trimEnd())
  process.stdout.write(`${[title, ...lines, ''].join('\n')}\n`)
}
