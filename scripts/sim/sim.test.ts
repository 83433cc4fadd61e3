import { spawn, spawnSync } from 'node:child_process'
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scenarioFiles } from '@/content/scenarios'
import { figures } from '@/lib/reading/figures/figures'
import { spreadLines } from '@/lib/reading/lists/summary'
import { JOURNAL } from '@/lib/sim/journal'
import { KERNEL } from '@/lib/sim/kernel'
import { HandJournal } from '@/tests/kernel/hand-journal'
import { readBounded } from '../../lib/terminal/bounded-file'
import { BadInput } from '../../lib/terminal/failure.mjs'
import { repeatedKey } from '../../lib/terminal/repeated-key'
import { loadScenario } from '../../lib/terminal/subject'
import { readArguments } from './arguments'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sim-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const COMMAND = ['scripts/typescript.mjs', 'scripts/sim.ts']

/** Called from `folder`, through npm. */
function sim(...args: readonly string[]) {
  const env = { ...process.env, INIT_CWD: folder }
  const { status, stdout, stderr } = spawnSync(process.execPath, [...COMMAND, ...args], { encoding: 'utf8', env })
  return { status, stdout, stderr }
}

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

describe('the command line', () => {
  it('prints one object, the whole journal on demand', () => {
    const { status, stdout, stderr } = sim('healthy-crash', '--json', '--trace')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const result = JSON.parse(stdout)
    expect(result).toMatchObject({ kernel: KERNEL, scenario: 'healthy-crash', seed: 7, finalPrimary: expect.any(String) })
    expect(result.events.slice(0, 2)).toMatchObject([
      { at: 0, host: null, type: 'header', kernel: KERNEL, journal: JOURNAL },
      { at: 0, host: null, type: 'settled' },
    ])
  })

  it('prints one object a line for several seeds, each as if run alone', () => {
    const lines = sim('wait-one-of-two', '--json', '--runs', '3', '--seed=40').stdout.trim().split('\n')
    expect(lines.map((line) => JSON.parse(line).seed)).toEqual([40, 41, 42])
    expect(sim('wait-one-of-two', '--json', '--seed', '41').stdout.trim()).toBe(lines[1])
    expect(JSON.parse(lines[0] ?? '')).not.toHaveProperty('events')
  })

  it('reads a file, and prints for people without --json', () => {
    const path = file('mine.json', JSON.stringify(scenarioFiles['wait-one-of-two']))
    const { status, stdout } = sim('mine.json')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^wait-one-of-two, seed 7, kernel 2\nattempted /)
    expect(sim(path, '--trace').stdout).toMatch(/^1\.1000–4\.\d{4} +c1> WAIT 2 3000: 1$/m)
    expect(sim(path, '--runs', '2').stdout).toMatch(/^wait-one-of-two, seeds 7 to 8\n +runs +min +median +max\n/)
  })

  it('adds the messages, in time among the lines of the trace or to the object', () => {
    const trace = sim('wait-one-of-two', '--trace').stdout.split('\n')
    const withWire = sim('wait-one-of-two', '--trace', '--wire').stdout.split('\n')
    const told = new Set(trace)
    expect(withWire.filter((line) => told.has(line))).toEqual(trace)
    const added = withWire.filter((line) => !told.has(line))
    expect(added).toContainEqual(expect.stringMatching(/^\d+\.\d{4}–\d+\.\d{4} +r1→r2 stream SET order:42 paid @\d+$/))
    const starts = withWire.slice(trace.indexOf('') + 1, -1).map((line) => Number(/^[\d.]+/.exec(line)?.[0]))
    expect(starts).toEqual(starts.toSorted((a, b) => a - b))

    const { wire, ...result } = JSON.parse(sim('wait-one-of-two', '--json', '--wire').stdout)
    expect(result).toEqual(JSON.parse(sim('wait-one-of-two', '--json').stdout))
    expect(wire).toHaveLength(added.length)
    const command = wire.find(({ kind }: { kind: string }) => kind === 'command')
    expect(command).toEqual({
      id: expect.any(Number),
      at: expect.any(Number),
      connection: expect.any(Number),
      from: { host: 'c1', process: 'client' },
      to: { host: 'r1', process: 'redis' },
      kind: 'command',
      write: 0,
      by: expect.any(Number),
      arrived: command.at + 100,
      lost: null,
    })
  })

  it.each([
    [`no scenario "nobody"; scenarios are ${Object.keys(scenarioFiles).join(', ')}`, () => ['nobody']],
    ['no scenario "constructor"', () => ['constructor']],
    ['which scenario? usage: npm run sim -- FILE|NAME [--runs N] [--seed S] [--trace] [--wire] [--json]', () => []],
    ['unknown option "--fast"', () => ['split-brain', '--fast']],
    ['one scenario at a time', () => ['split-brain', 'healthy-crash']],
    ['--runs: expected a whole number from 1 to 100000, got "0"', () => ['split-brain', '--runs', '0']],
    ['--seed: expected a value, got nothing', () => ['split-brain', '--seed']],
    ['--seed: given twice', () => ['split-brain', '--seed', '1', '--seed=2']],
    ['--json: given twice', () => ['split-brain', '--json', '--json']],
    ['--json: takes no value, got "yes"', () => ['split-brain', '--json=yes']],
    ['expected a file or the name of a scenario, got ""', () => ['']],
    ['--trace of several runs needs --json', () => ['split-brain', '--runs', '2', '--trace']],
    ['--wire needs --trace or --json', () => ['split-brain', '--wire']],
    ['nowhere.json: no such file', () => ['./nowhere.json']],
    [': a directory', () => [folder]],
    ['broken.json: not JSON, ', () => [file('broken.json', '{\n"version": 1,\n}')]],
    [
      'twice.json: hosts.r1: the key stands twice in one object',
      () => [file('twice.json', '{"hosts": {"r1": {}, "r\\u0031": {}}}')],
    ],
    ['latin.json: expected text in UTF-8', () => [file('latin.json', Buffer.from([0x7b, 0xe9, 0x7d]))]],
    ['wrong.json: durationMs: missing; expected a number of milliseconds', () => [file('wrong.json', '{"version": 1}')]],
  ])('refuses: %s', (message, args) => {
    const load = () => loadScenario(readArguments(args())?.subject ?? 'help')
    expect(load).toThrow(BadInput)
    expect(load).toThrow(message)
  })

  it.each([
    [['split-brain', '--fast'], 'unknown option "--fast"'],
    [['split-brain', '--seed', '4294967295', '--runs', '2'], 'seeds 4294967295 to 4294967296'],
    [['./nowhere.json', '--json'], 'nowhere.json: no such file'],
  ])('ends with exit code 2: %j', (args, message) => {
    const { status, stdout, stderr } = sim(...args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(message)
    expect(stderr).toMatch(/^[^\n]+\n$/)
  })

  it.each(['--help', '-h'])('%s tells how it is used', (option) => {
    const { status, stdout, stderr } = sim('split-brain', option, '--fast')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toMatch(/^usage: npm run sim -- FILE\|NAME/)
  })

  it('shows hostile names without obeying them, and keeps JSON exact', () => {
    const name = 'a\u001b[2J\nlost 0\u202E'
    const path = file('hostile.json', JSON.stringify({ ...scenarioFiles['healthy-crash'], name }))
    const { stdout } = sim(path)
    expect(stdout).toMatch(/^a\\u001b\[2J\\u000alost 0\\u202e, seed 7, kernel 2\nattempted /)
    const json = sim(path, '--json').stdout
    expect(JSON.parse(json).scenario).toBe(name)
    expect(json).toMatch(/^[\x20-\x7e]+\n$/)
    const broken = sim(file('broken.json', `{"\u001b[2J${'x'.repeat(100_000)}": }`))
    expect(broken.status).toBe(2)
    expect(broken.stderr).toMatch(/^[\x20-\x7e…]{1,1100}\n$/)
  })

  it.runIf(existsSync('/dev/full'))('says so when there is no space for its output', () => {
    const full = openSync('/dev/full', 'w')
    const { status, stderr } = spawnSync(process.execPath, [...COMMAND, 'split-brain'], {
      encoding: 'utf8',
      stdio: ['ignore', full, 'pipe'],
    })
    closeSync(full)
    expect({ status, stderr }).toEqual({ status: 1, stderr: 'what is printed: no space left (ENOSPC at write)\n' })
  })

  it('ends in peace when its reader has had enough', async () => {
    const child = spawn(process.execPath, [...COMMAND, 'split-brain', '--json', '--trace'], { stdio: ['ignore', 'pipe', 'pipe'] })
    let complaint = ''
    child.stderr.on('data', (data) => {
      complaint += data
    })
    child.stdout.once('data', () => child.stdout.destroy())
    const code = await new Promise((resolve) => child.once('close', resolve))
    expect({ code, complaint }).toEqual({ code: 0, complaint: '' })
  })
})

it('takes the options in any order', () => {
  expect(readArguments(['--json', 'a.json', '--runs=3', '--trace', '--seed', '0'])).toEqual({
    subject: 'a.json',
    runs: 3,
    seed: 0,
    trace: true,
    wire: false,
    json: true,
  })
})

it('takes one run with its trace', () => {
  expect(readArguments(['split-brain', '--trace', '--runs', '1'])).toMatchObject({ runs: 1, trace: true })
})

it('reads no more of a file than a scenario can have', () => {
  const path = file('large', 'x'.repeat(1001))
  expect(readBounded(path, 1001)).toHaveLength(1001)
  expect(() => readBounded(path, 1000)).toThrow('expected at most 1000 bytes, got more')
  if (existsSync('/dev/zero')) expect(() => readBounded('/dev/zero', 100_000)).toThrow(BadInput)
})

describe('a repeated key', () => {
  it.each([
    ['{"a": 1, "b": {"a": 2}, "c": [{"a": 1}, {"a": 1}]}', null],
    ['{"a": {"x": 1, "x": 2}}', 'a.x'],
    ['[{"k": "k", "l": "k"}, {"k": 1, "k" : 2}]', 'scenario[1].k'],
    ['{"actions": [1, [2, {}], {"b c": {"d": [], "d": 0}}]}', 'actions[2]["b c"].d'],
    ['{"a\\"": 1, "b": "{\\"a\\": 1}", "a": 1}', null],
    ['{"a": 1, "\\u0061": 2}', 'a'],
    ['}]"a":{{', null],
    ['"\\x": "\\x": ', null],
  ])('%s: %s', (text, path) => {
    expect(repeatedKey(text)).toBe(path)
  })

  it('is found behind a string of any length', () => {
    const long = `"${'x\\n'.repeat(3_000_000)}"`
    expect(repeatedKey(`{"a": ${long}, ${long}: 0, "a": 1}`)).toBe('a')
  })
})

it('tells the spread of figures, leaving out those that never have a value', () => {
  const quiet = figures(new HandJournal().run())
  const lines = spreadLines([
    { ...quiet, attempted: 10, replicaPromotedAt: 5000 },
    { ...quiet, attempted: 13 },
  ])
  expect(lines).toEqual([
    '                   runs       min    median       max',
    'attempted             2        10      11.5        13',
    'replicaPromotedAt     1  5.0000 s  5.0000 s  5.0000 s',
  ])
})
