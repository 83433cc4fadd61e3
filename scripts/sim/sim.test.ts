import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scenarioFiles } from '@/content/scenarios'
import { figures } from '@/lib/sim/verdict/figures'
import { HandJournal } from '@/tests/kernel/hand-journal'
import { BadInput, readArguments } from './arguments'
import { repeatedKey } from './repeated-key'
import { loadScenario } from './subject'
import { spreadLines } from './summary'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sim-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const COMMAND = ['--import', 'tsx', 'scripts/sim.ts']

/** Called from `folder`, through npm. */
function sim(...args: readonly string[]) {
  const env = { ...process.env, INIT_CWD: folder }
  const { status, stdout, stderr } = spawnSync(process.execPath, [...COMMAND, ...args], { encoding: 'utf8', env })
  return { status, stdout, stderr }
}

function file(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

// Each call starts a process.
describe('the command line', { timeout: 60_000 }, () => {
  it('prints one object, the whole journal on demand', () => {
    const { status, stdout, stderr } = sim('healthy-crash', '--json', '--trace')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const result = JSON.parse(stdout)
    expect(result).toMatchObject({ kernel: '1', scenario: 'healthy-crash', seed: 7, finalPrimary: expect.any(String) })
    expect(result.events[0]).toMatchObject({ at: 0, type: 'settled' })
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
    expect(stdout).toMatch(/^wait-one-of-two, seed 7, kernel 1\nattempted /)
    expect(sim(path, '--trace').stdout).toMatch(/^3\.1000–6\.\d{4} +c1> WAIT 2 3000: 1$/m)
    expect(sim(path, '--runs', '2').stdout).toMatch(/^wait-one-of-two, seeds 7 to 8\n +runs +min +median +max\n/)
  })

  it.each([
    ['no scenario "nobody"; scenarios are empty-restart, gate-closed', () => ['nobody']],
    ['no scenario "constructor"', () => ['constructor']],
    ['which scenario? usage: npm run sim -- FILE|NAME [--runs N] [--seed S] [--trace] [--json]', () => []],
    ['unknown option "--fast"', () => ['split-brain', '--fast']],
    ['one scenario at a time', () => ['split-brain', 'healthy-crash']],
    ['--runs: expected a whole number from 1 to 100000, got "0"', () => ['split-brain', '--runs', '0']],
    ['--seed: expected a whole number from 0 to 4294967295, got nothing', () => ['split-brain', '--seed']],
    ['--trace of several runs needs --json', () => ['split-brain', '--runs', '2', '--trace']],
    ['nowhere.json: no such file', () => ['./nowhere.json']],
    [': a directory', () => [folder]],
    ['broken.json: not JSON, ', () => [file('broken.json', '{\n"version": 1,\n}')]],
    ['twice.json: the key "r1" stands twice in one object', () => [file('twice.json', '{"hosts": {"r1": {}, "r\\u0031": {}}}')]],
    ['wrong.json: durationMs: missing; expected a number of milliseconds', () => [file('wrong.json', '{"version": 1}')]],
  ])('refuses with one line: %s', (message, args) => {
    expect(() => loadScenario(readArguments(args()).subject)).toThrow(BadInput)
    expect(() => loadScenario(readArguments(args()).subject)).toThrow(message)
    expect(() => loadScenario(readArguments(args()).subject)).not.toThrow('\n')
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
    json: true,
  })
})

describe('a repeated key', () => {
  it.each([
    ['{"a": 1, "b": {"a": 2}, "c": [{"a": 1}, {"a": 1}]}', null],
    ['{"a": {"x": 1, "x": 2}}', 'x'],
    ['[{"k": "k", "l": "k"}, {"k": 1, "k" : 2}]', 'k'],
    ['{"a\\"": 1, "b": "{\\"a\\": 1}", "a": 1}', null],
    ['{"a": 1, "\\u0061": 2}', 'a'],
    ['}]"a":{{', null],
    ['"\\x": "\\x": ', null],
  ])('%s: %s', (text, key) => {
    expect(repeatedKey(text)).toBe(key)
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
