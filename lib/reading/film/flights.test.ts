import { describe, expect, it } from 'vitest'
import { namedRun } from '@/lib/content/scenarios'
import { cluster } from '@/tests/kernel/cluster'
import { HandJournal } from '@/tests/kernel/hand-journal'
import { type Dot, flightsOf } from './flights'
import { framesOf } from './frame'

const dotsAt = (journal: HandJournal, ms: number, shownFor = 0): readonly Dot[] => {
  const run = journal.run()
  return flightsOf(run).at(framesOf(run).at(ms * 1000), shownFor * 1000)
}

/** Sent at 100 ms, executed at 200 ms, answered and applied at 300 ms. */
const journey = () => {
  const journal = new HandJournal().at(100)
  const write = journal.send('r1')
  journal.at(200).push({ type: 'execute', host: 'r1', write, offset: 131 })
  return journal
    .at(300)
    .push({ type: 'answer', host: 'c1', write, error: null }, { type: 'apply', host: 'r2', write, offset: 131 })
}

describe('a message', () => {
  it('goes from its sender to its receiver', () => {
    expect(dotsAt(journey(), 99)).toEqual([])
    expect(dotsAt(journey(), 150)).toEqual([{ kind: 'write', write: 0, from: 'c1', to: 'r1', progress: 0.5, sunk: false }])
    const later = dotsAt(journey(), 250)
    expect(later).toContainEqual({ kind: 'answer', write: 0, from: 'r1', to: 'c1', progress: 0.5, sunk: false })
    expect(later).toContainEqual({ kind: 'copy', write: 0, from: 'r1', to: 'r2', progress: 0.5, sunk: false })
    expect(dotsAt(journey(), 300)).toEqual([])
  })

  it('is shown for a while however fast it was', () => {
    expect(dotsAt(journey(), 500, 400)).toMatchObject([
      { kind: 'answer', progress: 0.75 },
      { kind: 'copy', progress: 0.75 },
    ])
  })

  it('that was typed on the host of the server goes nowhere but to the replicas', () => {
    const typed = cluster({ replicas: 1, latencyMs: 10 }).at(1000).type('r1', 'SET k v').run().run
    const seen = [1000.01, 1005, 1015].flatMap((ms) => flightsOf(typed).at(framesOf(typed).at(ms * 1000), 0))
    expect(seen).toEqual([expect.objectContaining({ kind: 'copy', from: 'r1', to: 'r2' })])
  })

  it('of a refused write goes there and back', () => {
    const journal = new HandJournal().at(100)
    const write = journal.send('r1')
    journal.at(300).push({ type: 'answer', host: 'c1', write, error: 'READONLY' })
    expect(dotsAt(journal, 150)).toMatchObject([{ kind: 'write', progress: 0.5 }])
    expect(dotsAt(journal, 250)).toMatchObject([{ kind: 'answer', progress: 0.5 }])
  })

  it('stops at a wall', () => {
    const journal = journey()
    journal.at(1000).push({ type: 'partition', groups: [['r1', 'c1', 's1'], ['r2']] })
    journal.at(1100)
    journal.execute(journal.send('r1'), 'r1')
    const copies = dotsAt(journal, 1200, 100).filter(({ kind }) => kind === 'copy')
    expect(copies).toMatchObject([{ to: 'r2', progress: 0.5 }])
  })

  it('goes under with the process that sent it, and is remembered for a moment', () => {
    const journal = journey().at(1000)
    journal.execute(journal.send('r1'), 'r1')
    journal.at(1050).kill('r1')
    const sunk = (ms: number) => dotsAt(journal, ms, 100).filter((dot) => dot.sunk && dot.kind === 'copy')
    expect(sunk(1050)).toMatchObject([{ from: 'r1', to: 'r2', progress: 0.5 }])
    expect(sunk(1300)).toMatchObject([{ progress: 0.5 }])
    expect(sunk(1400)).toEqual([])
  })
})

describe('many messages', () => {
  const run = namedRun('slow-link-crash')
  const flights = flightsOf(run)
  const frames = framesOf(run)

  it('are stood for by a few, the same ones from one instant to the next', () => {
    const on = (at: number) => flights.at(frames.at(at), 350_000).filter((dot) => dot.kind === 'copy' && dot.to === 'r2')
    const first = on(2_000_000)
    expect(first.length).toBeGreaterThan(2)
    expect(first.length).toBeLessThanOrEqual(10)
    const next = new Map(on(2_010_000).map((dot) => [dot.write, dot.progress]))
    for (const dot of first.filter(({ progress }) => progress < 0.9)) {
      expect(next.get(dot.write)).toBeGreaterThan(dot.progress)
    }
  })

  it('that the crash destroyed were all over the slow links', () => {
    const sunk = flights.at(frames.at(3_000_000), 350_000).filter((dot) => dot.sunk && dot.kind === 'copy')
    expect(new Set(sunk.map(({ to }) => to))).toEqual(new Set(['r2', 'r3']))
    expect(sunk.length).toBeGreaterThanOrEqual(6)
  })
})
