import { describe, expect, it } from 'vitest'
import { type ScenarioName, scenarioFiles } from '@/content/scenarios/index'
import { namedRun } from '@/lib/content/scenarios'
import { HandJournal } from '@/tests/kernel/hand-journal'
import { judge } from '../verdict/verdict'
import { fatesOf } from './fates'

const names = Object.keys(scenarioFiles) as ScenarioName[]
const fates = (journal: HandJournal) => {
  const run = journal.run()
  return fatesOf(run, judge(run))
}
const at = (journal: HandJournal, write: number, ms: number) => fates(journal).at(write, ms * 1000)

describe('what is known of a write', () => {
  it('is that it is safe while a replica that could be promoted has it, whatever becomes of it later', () => {
    const journal = new HandJournal({ r1: { save: '' } }).at(10)
    const write = journal.write('r1', 'r2')
    journal.at(50).kill('r1').at(60).boot('r1', 'nothing').at(70).fullResync('r2', 'r1', 0, 1)
    expect(at(journal, write, 20)).toBe('safe')
    expect(at(journal, write, 55)).toBe('safe')
    // The primary is back without it, and its replica is about to copy that.
    expect(at(journal, write, 65)).toBe('risk')
    expect(at(journal, write, 70)).toBe('lost')
  })

  it('is that it is at risk on a replica that no failover would promote', () => {
    const cut = new HandJournal().at(5).push({ type: 'partition', groups: [['r1', 'r2', 'c1'], ['s1']] })
    const behindCut = cut.at(10).write('r1', 'r2')
    expect(at(cut, behindCut, 20)).toBe('risk')
    cut.at(30).push({ type: 'heal' })
    expect(at(cut, behindCut, 30)).toBe('safe')

    const frozen = new HandJournal().at(10)
    const write = frozen.write('r1', 'r2')
    frozen.at(20).push({ type: 'pause', host: 'r2', process: 'redis' })
    expect([at(frozen, write, 15), at(frozen, write, 20)]).toEqual(['safe', 'risk'])
  })

  it('is that it is at risk once another server that lacks it has become the primary', () => {
    const journal = new HandJournal().at(10)
    const write = journal.write('r1')
    journal.at(50).promote('r2').believe('r2', 1)
    expect([at(journal, write, 20), at(journal, write, 50)]).toEqual(['risk', 'risk'])
    expect(at(journal, write, 60_000)).toBe('lost')
  })

  it('is that it is at risk from the promotion of another on, before any sentinel names it', () => {
    const journal = new HandJournal().at(10)
    const write = journal.write('r1')
    journal.at(20).push({ type: 'apply', host: 'r2', write, offset: 131 })
    expect(at(journal, write, 25)).toBe('safe')
    const run = namedRun('wait-wrong-replica')
    const known = fatesOf(run, judge(run))
    const promotion = run.events.find((event) => event.type === 'role' && event.role === 'primary')?.at ?? 0
    const lost = judge(run).writes.filter(({ fate }) => fate === 'lost')
    expect(lost.length).toBeGreaterThan(0)
    for (const one of lost) expect(known.at(one.write, promotion)).toBe('risk')
  })

  it('is that it is at risk on a replica while a failover would choose another by its priority', () => {
    const run = namedRun('wait-wrong-replica')
    const known = fatesOf(run, judge(run))
    const answered = judge(run).writes.filter(
      ({ answeredAt, sentAt }) => sentAt > 2_000_000 && (answeredAt ?? Infinity) < 5_000_000,
    )
    expect(answered.length).toBeGreaterThan(20)
    for (const { write } of answered) expect(known.at(write, 5_000_000)).toBe('risk')
  })

  it('of one that changed nothing is what is known of the one before it', () => {
    const journal = new HandJournal().at(10)
    const first = journal.write('r1')
    const echo = journal.at(20).writeAgain(first, 'r1')
    journal.at(30).push({ type: 'apply', host: 'r2', write: first, offset: 131 })
    expect([at(journal, echo, 15), at(journal, echo, 25), at(journal, echo, 30)]).toEqual(['unanswered', 'risk', 'safe'])
  })

  it('of one that changed nothing because it was so from the beginning is safe from its answer on', () => {
    const journal = new HandJournal().at(10)
    const never = journal.at(20).writeAgain(null, 'r1')
    const promotion = journal.at(50).kill('r1').promote('r2').last
    expect([at(journal, never, 15), at(journal, never, 25), at(journal, never, 60)]).toEqual(['unanswered', 'safe', 'safe'])
    expect(fates(journal).shortfalls.get(promotion)).toMatchObject({ missing: 0, acknowledged: 1 })
  })

  it('counts what a promoted server lacks, and who has more', () => {
    const journal = new HandJournal().at(10)
    journal.write('r1', 'r2')
    journal.write('r1')
    const promotion = journal.at(50).promote('r2').last
    expect(fates(journal).shortfalls.get(promotion)).toEqual({ missing: 1, acknowledged: 2, aheadOf: ['r1'] })
  })

  it.each(names)('in %s does not depend on what happens later', (name) => {
    const run = namedRun(name)
    const whole = fatesOf(run, judge(run))
    const end = run.scenario.durationMs * 1000
    for (const part of [0.2, 0.5, 0.8]) {
      const now = Math.round(end * part)
      const events = run.events.filter((event) => event.at <= now)
      const soFar = { scenario: run.scenario, events }
      const known = fatesOf(soFar, judge(soFar))
      for (const event of events) if (event.type === 'send') expect(whole.at(event.write, now)).toBe(known.at(event.write, now))
    }
  })
})
