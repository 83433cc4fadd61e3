import { describe, expect, it } from 'vitest'
import { type ScenarioName, scenarioFiles } from '@/content/scenarios/index'
import { namedRun } from '@/lib/content/scenarios'
import type { SentinelEventName } from '@/lib/sim/journal'
import { HandJournal } from '@/tests/kernel/hand-journal'
import { eventsOf } from '../events'
import { electionsOf } from './elections'

const names = Object.keys(scenarioFiles) as ScenarioName[]
const SHOWN = 100_000
const log = (host: string, event: SentinelEventName, more: { readonly peer?: string; readonly need?: number } = {}) =>
  ({ type: 'sentinel', host, event, target: 'r1', kind: 'master', epoch: 3, ...more }) as const
const at = (journal: HandJournal, ms: number) => electionsOf(journal.run()).at(ms * 1000, SHOWN)

describe('an election', () => {
  const tried = () =>
    new HandJournal()
      .at(1000)
      .push(log('s1', '+odown', { need: 2 }), log('s1', '+try-failover'), log('s1', '+vote-for-leader', { peer: 's1' }))
  const bid = { epoch: 3, candidate: 's1', votes: [{ from: 's1', for: 's1' }], needed: 2, won: false }

  it('begins when a sentinel tries, with its own vote', () => {
    expect(at(tried(), 999)).toBe(null)
    expect(at(tried(), 1000)).toEqual(bid)
  })

  it('shows each vote from the instant at which it is given, and whom for', () => {
    const journal = tried()
      .at(1050)
      .push(log('s2', '+vote-for-leader', { peer: 's1' }))
    journal.at(1060).push(log('s3', '+vote-for-leader', { peer: 's3' }))
    expect(at(journal, 1049)).toEqual(bid)
    expect(at(journal, 1050)?.votes).toEqual([...bid.votes, { from: 's2', for: 's1' }])
    expect(at(journal, 1060)?.votes.at(-1)).toEqual({ from: 's3', for: 's3' })
  })

  it('is won when the leader says so, and seen for a moment more', () => {
    const journal = tried().at(1100).push(log('s1', '+elected-leader'))
    expect(at(journal, 1099)?.won).toBe(false)
    expect(at(journal, 1100)?.won).toBe(true)
    expect(at(journal, 1699)?.won).toBe(true)
    expect(at(journal, 1700)).toBe(null)
    expect(electionsOf(journal.run()).epochAt(1_099_000)).toBe(3)
    expect(electionsOf(journal.run()).epochAt(1_100_000)).toBe(null)
  })

  it('R105: is that of a rival once the rival has won', () => {
    const journal = tried().push(log('s2', '+try-failover'), log('s2', '+vote-for-leader', { peer: 's2' }))
    journal.at(1100).push(log('s2', '+elected-leader'))
    expect(at(journal, 1099)?.candidate).toBe('s1')
    expect(at(journal, 1100)).toMatchObject({ candidate: 's2', won: true })
  })

  it('R104: ends unwon when it is given up, or when its candidate dies', () => {
    const lost = tried().at(2000).push(log('s1', '-failover-abort-not-elected'))
    expect(at(lost, 2599)?.won).toBe(false)
    expect(at(lost, 2600)).toBe(null)
    const dead = tried().at(2000).push({ type: 'kill', host: 's1', process: 'sentinel' })
    expect(at(dead, 2600)).toBe(null)
  })
})

describe('in a named scenario', () => {
  it.each(names)('%s a leader has as many votes as are needed, and nobody else has', (name) => {
    const run = namedRun(name)
    const elections = electionsOf(run)
    const logged = eventsOf(run, 'sentinel').map(({ event }) => event)
    for (const { host, at: now, epoch, event } of logged) {
      const election = elections.at(now, SHOWN)
      if (election === null) continue
      if (event === '+elected-leader') {
        expect(election).toMatchObject({ epoch, candidate: host, won: true })
        const own = election.votes.filter((vote) => vote.for === host).length
        expect(own).toBeGreaterThanOrEqual(election.needed)
      }
      if (event === '-failover-abort-not-elected') {
        expect(election.won).toBe(false)
        expect(election.votes.length).toBeLessThan(election.needed)
      }
    }
  })

  it('manual-failover nobody is asked, and none is held', () => {
    const run = namedRun('manual-failover')
    const tried = eventsOf(run, 'sentinel').filter(({ event }) => event.event === '+try-failover')
    expect(tried).toHaveLength(1)
    for (const { event } of tried) expect(electionsOf(run).at(event.at, SHOWN)).toBe(null)
  })

  it('split-brain all three vote for s2, which needs two of them', () => {
    const run = namedRun('split-brain')
    const elected = eventsOf(run, 'sentinel').find(({ event }) => event.event === '+elected-leader')?.event
    const votes = ['s1', 's2', 's3'].map((from) => ({ from, for: 's2' }))
    const found = electionsOf(run).at(elected?.at ?? 0, SHOWN)
    expect(found).toEqual({ epoch: 1, candidate: 's2', votes: expect.arrayContaining(votes), needed: 2, won: true })
  })

  it('two-sentinels needs both, and one is dead', () => {
    const run = namedRun('two-sentinels')
    const tried = eventsOf(run, 'sentinel').find(({ event }) => event.event === '+try-failover')?.event
    expect(electionsOf(run).at((tried?.at ?? 0) + 5_000_000, SHOWN)).toMatchObject({
      needed: 2,
      won: false,
      votes: [{ for: tried?.host }],
    })
  })
})
