import { describe, expect, it } from 'vitest'
import { scenarioFiles } from '@/content/scenarios'
import { evidence as english } from '@/lib/words/en/evidence'
import { evidence as chinese } from '@/lib/words/zh-CN/evidence'
import { compare, type Row } from './compare'
import { type Evidence, sorted, summaryOf } from './evidence'
import { factText } from './fact-text'
import type { Fact } from './facts'
import { evidenceAbout, evidenceScenario, labFiles, recordingText } from './files'
import type { Outcome } from './outcome'
import { type Recording, readRecording } from './recording'
import { evidenceNames } from './subjects'

const recordings: readonly (readonly [string, Recording])[] = labFiles('recordings').map((name) => [
  name,
  readRecording(recordingText(name) ?? ''),
])

/** Held against themselves: the lines are those of the page, without a simulation. */
const rowsOf = (name: string, runs: readonly Outcome[]): readonly Row[] => compare(evidenceScenario(name), runs, runs)

it('every scenario has its place, and only one', () => {
  expect([...evidenceNames].sort()).toEqual([...Object.keys(scenarioFiles), ...labFiles('scenarios')].sort())
  expect(evidenceNames).toEqual(expect.arrayContaining([...labFiles('recordings')]))
})

it.each(evidenceNames)('%s is called something in every language', (name) => {
  for (const title of Object.values(evidenceAbout(name).title)) expect(title).toMatch(/\S/)
})

describe.each(recordings)('%s', (name, { runs }) => {
  it(`${name} has words for each of its lines`, () => {
    for (const row of rowsOf(name, runs)) {
      for (const words of [english, chinese]) {
        if (row.kind === 'decided') expect(words.facts[row.code]).not.toBe('')
        else expect(words.quantities[row.label.code](row.label)).not.toBe('')
      }
    }
  })

  it(`${name} says in Chinese what was decided`, () => {
    for (const row of rowsOf(name, runs)) {
      if (row.kind !== 'decided' || row.code === 'replies') continue
      for (const { fact } of row.real)
        expect(factText(chinese, row.code, fact)).not.toMatch(/\b(from|full|partial|resync|none|some|by|hand)\b/)
    }
  })
})

describe('lines', () => {
  const refused: Fact = [{ code: 'error', error: 'READONLY' }]
  const decided = (fact: Fact, agrees: boolean): Row => ({
    kind: 'decided',
    code: 'errors',
    real: [{ fact, runs: 5 }],
    simulated: [{ fact: [], runs: 40 }],
    agrees,
  })
  const count = (real: number, agrees: boolean): Row => ({
    kind: 'count',
    label: { code: 'lost', of: '', nth: null },
    real: [real],
    simulated: [0],
    tolerance: 2,
    agrees,
  })

  it('leave out what never happened', () => {
    expect(sorted([decided([], true), count(0, true)])).toEqual({ decided: [], spread: [], constant: [], disagreements: 0 })
  })

  it('keep what disagrees, whatever it is', () => {
    const rows = [decided([], false), count(0, false), count(9, false)]
    const { decided: facts, spread, constant, disagreements } = sorted(rows)
    expect([...facts, ...spread, ...constant]).toEqual(rows)
    expect(disagreements).toBe(3)
  })

  it('are counted, and those that disagree', () => {
    const [, recording] = recordings[0] ?? []
    if (recording === undefined) throw new Error('nothing is recorded')
    const compared: Evidence = {
      name: 'split-brain',
      state: 'compared',
      header: recording.header,
      realRuns: 5,
      simulatedRuns: 40,
      mariadb: null,
      ...sorted([decided(refused, false), count(1, true)]),
    }
    const summary = summaryOf([
      compared,
      compared,
      { name: 'gate-hole', state: 'unrecorded' },
      { name: 'gate-closed', state: 'changed' },
    ])
    expect(summary).toMatchObject({ scenarios: 2, runs: 10, simulatedRuns: 80, unrecorded: 1, changed: 1 })
    expect(summary.decided).toEqual({ lines: 2, disagree: 2 })
    expect(summary.ranges).toEqual({ lines: 2, disagree: 0 })
  })
})
