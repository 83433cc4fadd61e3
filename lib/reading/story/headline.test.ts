import { describe, expect, it } from 'vitest'
import { type ScenarioName, scenarioFiles } from '@/content/scenarios/index'
import { namedRun } from '@/lib/content/scenarios'
import { HandJournal } from '@/tests/kernel/hand-journal'
import { lanesView } from '../film/lanes'
import { judge } from '../verdict/verdict'
import { type Headline, headlineOf, isLoss } from './headline'

const headline = (journal: HandJournal): Headline => {
  const run = journal.run()
  return headlineOf(run, judge(run), lanesView(run))
}
const named = (name: ScenarioName): Headline => {
  const run = namedRun(name)
  return headlineOf(run, judge(run), lanesView(run))
}

describe('the verdict', () => {
  it('names the server that answered what was lost', () => {
    const journal = new HandJournal().at(10)
    journal.write('r1', 'r2')
    journal.write('r1')
    expect(headline(journal.at(20).kill('r1').at(30).promote('r2').believe('r2', 1))).toEqual({
      code: 'lost',
      server: 'r1',
      acknowledged: 2,
      lost: 1,
      refused: 0,
    })
  })

  it('names nobody where several answered', () => {
    const journal = new HandJournal().at(10)
    journal.write('r1')
    journal.at(20).kill('r1').at(30).promote('r2').believe('r2', 1).at(40)
    journal.write('r2')
    expect(headline(journal)).toMatchObject({ code: 'lost-of-several', acknowledged: 2, lost: 1 })
  })

  it('says that all is there after a failover, and without one', () => {
    const journal = new HandJournal().at(10)
    journal.write('r1', 'r2')
    expect(headline(journal)).toMatchObject({ code: 'kept', acknowledged: 1 })
    expect(headline(journal.at(20).kill('r1').at(30).promote('r2').believe('r2', 1))).toMatchObject({
      code: 'survived',
      primary: 'r2',
    })
  })

  it('says that nobody took over', () => {
    const journal = new HandJournal().at(10)
    journal.write('r1', 'r2')
    journal.at(20).kill('r1')
    journal.refuse(null, 'NOCONN')
    expect(headline(journal)).toMatchObject({ code: 'no-failover', primary: 'r1', failed: 1 })
  })

  it('says what was refused instead of lost', () => {
    const journal = new HandJournal().at(10)
    journal.write('r1', 'r2')
    journal.push({ type: 'gate', host: 'r1', good: 0, needed: 1, open: false })
    journal.refuse('r1', 'NOREPLICAS')
    expect(headline(journal)).toEqual({ code: 'refused-instead', server: 'r1', acknowledged: 1, refused: 1 })
  })

  it('says that an empty restart wiped the replicas', () => {
    const journal = new HandJournal().at(10)
    journal.write('r1', 'r2')
    journal.at(20).kill('r1').at(30).boot('r1', 'nothing').at(40).fullResync('r2', 'r1', 0, 1)
    expect(headline(journal)).toEqual({ code: 'wiped', server: 'r1', acknowledged: 1, lost: 1, empty: true })
  })

  it('counts what WAIT confirmed apart from the rest', () => {
    const journal = new HandJournal({ wait: { replicas: 1, timeoutMs: 100 } }).at(10)
    const confirmed = journal.write('r1', 'r2')
    journal.push({ type: 'wait-answer', host: 'c1', write: confirmed, asked: 1, count: 1 })
    journal.write('r1')
    journal.at(20).kill('r1').at(30).promote('r2').believe('r2', 1)
    expect(headline(journal)).toEqual({ code: 'waited', command: 'WAIT', confirmed: 1, lost: 0, others: 1 })
  })

  it('says so when nothing was acknowledged', () => {
    const journal = new HandJournal().at(10)
    journal.refuse('r1', 'READONLY')
    expect(headline(journal)).toEqual({ code: 'nothing', attempted: 1 })
  })
})

describe('the verdicts of the named scenarios', () => {
  it.each([
    ['split-brain', 'lost'],
    ['split-brain-gated', 'lost'],
    ['healthy-crash', 'survived'],
    ['slow-link-crash', 'lost-of-several'],
    ['empty-restart', 'wiped'],
    ['two-sentinels', 'no-failover'],
    ['wait-one-of-two', 'wait-reply'],
    ['wait-wrong-replica', 'waited'],
  ] as const)('%s: %s', (name, code) => {
    expect(named(name).code).toBe(code)
  })

  it.each(Object.keys(scenarioFiles) as ScenarioName[])('%s is called a loss exactly when something is lost', (name) => {
    const said = named(name)
    if (said.code === 'wait-reply') return
    expect(isLoss(said)).toBe(judge(namedRun(name)).lost > 0)
  })
})
