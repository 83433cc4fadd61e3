import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { compareUntilAgreed, FEW_RUNS, simulatedRuns } from './comparison'
import { fillCache } from './evidence'
import { evidenceScenario, recordingText } from './files'
import { kernelHash } from './kernel-hash'
import { simulate } from './outcome'
import { readRecording } from './recording'
import { RunCache } from './run-cache'

// Its runs are short, differ from seed to seed, and have replies, failovers, resyncs and times with a fraction.
const scenario = evidenceScenario('wait-across-failover')
const outcomes = simulate(scenario, 5)
const path = () => join(folder, `${scenario.name}.jsonl`)

let folder = ''
let cache: RunCache
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'runs-'))
  cache = new RunCache('a kernel', folder)
})
afterEach(() => rmSync(folder, { recursive: true }))

it('gives back what was kept, or the first of it', () => {
  cache.write(scenario, outcomes)
  expect(cache.read(scenario, 5)).toEqual(outcomes)
  expect(JSON.stringify(cache.read(scenario, 2))).toBe(JSON.stringify(outcomes.slice(0, 2)))
})

it('makes no difference to what the page shows', async () => {
  const real = readRecording(recordingText(scenario.name) ?? '').runs
  cache.write(scenario, await simulatedRuns(scenario, FEW_RUNS))
  const kept = await compareUntilAgreed(scenario, real, async (one, runs) => cache.read(one, runs) ?? [])
  expect(kept).toEqual(await compareUntilAgreed(scenario, real))
})

describe('is filled', () => {
  it('with the runs of the kernel as its sources are', async () => {
    const filled = new RunCache(kernelHash(), folder)
    await fillCache(filled, ['wait-across-failover'])
    expect(filled.read(scenario, FEW_RUNS)).toEqual(simulate(scenario, FEW_RUNS))
  })

  it('with nothing once the sources have changed', async () => {
    await fillCache(cache, ['wait-across-failover'])
    expect(readdirSync(folder)).toEqual([])
  })
})

it('has a file a scenario, and nothing beside it', () => {
  cache.write(scenario, outcomes)
  new RunCache('another kernel', folder).write(scenario, outcomes)
  expect(readdirSync(folder)).toEqual([`${scenario.name}.jsonl`])
})

describe('has nothing', () => {
  it('before anything was kept', () => {
    expect(cache.read(scenario, 1)).toBeNull()
    expect(new RunCache('a kernel', join(folder, 'none')).read(scenario, 1)).toBeNull()
  })

  it('where more is asked for', () => {
    cache.write(scenario, outcomes)
    expect(cache.read(scenario, 6)).toBeNull()
  })

  it.each([
    ['kernel', scenario, 'another kernel'],
    ['seed', { ...scenario, seed: scenario.seed + 1 }, 'a kernel'],
    ['duration', { ...scenario, durationMs: scenario.durationMs + 1 }, 'a kernel'],
  ])('of another %s', (_, other, kernel) => {
    cache.write(scenario, outcomes)
    expect(new RunCache(kernel, folder).read(other, 1)).toBeNull()
  })

  it.each<[string, (text: string) => string]>([
    ['was cut short', (text) => text.slice(0, -20)],
    ['lost a run', (text) => text.split('\n').slice(0, -1).join('\n')],
    ['had a digit changed', (text) => text.replace(/(?<="attempted":)\d/, '9')],
    ['lost its first line', (text) => text.split('\n').slice(1).join('\n')],
    ['is empty', () => ''],
    ['is something else', () => '{"format":1}\n{}'],
  ])('in a file that %s, until it is written anew', (_, broken) => {
    cache.write(scenario, outcomes)
    writeFileSync(path(), broken(readFileSync(path(), 'utf8')))
    expect(cache.read(scenario, 1)).toBeNull()
    cache.write(scenario, outcomes)
    expect(cache.read(scenario, 5)).toEqual(outcomes)
  })
})
