import { describe, expect, it } from 'vitest'
import { namedFilm } from '@/lib/content/scenarios'
import { runWithWire } from '@/lib/sim/run'
import type { WireMessage } from '@/lib/sim/wire'
import { cluster } from '@/tests/kernel/cluster'
import { HandJournal } from '@/tests/kernel/hand-journal'
import { type Dot, flightsOf } from './flights'
import { frameAt } from './frame'

const MESSAGES: Readonly<Record<'command' | 'reply' | 'stream', (write: number) => WireMessage['message']>> = {
  command: (write) => ({ type: 'command', name: 'SET', args: ['k', 'v'], write, bytes: 0 }),
  reply: (write) => ({ type: 'reply', reply: 'OK', write }),
  stream: (write) => ({ type: 'stream', kind: 'write', start: 100, end: 131, write, hello: null }),
}

/** A wire written by hand. Times are milliseconds. */
class HandWire {
  readonly messages: WireMessage[] = []

  send(type: keyof typeof MESSAGES, from: string, to: string, sent: number, end: { arrived?: number; lost?: number }): this {
    const id = this.messages.length
    const us = (ms: number | undefined) => (ms === undefined ? null : ms * 1000)
    const party = (host: string) => ({ host, process: host.startsWith('c') ? 'client' : 'redis' })
    const times = { sent: sent * 1000, arrived: us(end.arrived), lost: us(end.lost) }
    const parties = { from: party(from), to: party(to) }
    this.messages.push({ id, connection: 0, ...parties, message: MESSAGES[type](0), write: 0, by: null, ...times })
    return this
  }
}

const dotsAt = ({ messages }: HandWire, ms: number, shownFor = 0, journal = new HandJournal()): readonly Dot[] => {
  const run = journal.run()
  return flightsOf({ ...run, wire: messages }).at(frameAt(run, ms * 1000), shownFor * 1000)
}

/** Sent at 100 ms, executed at 200 ms, answered and applied at 300 ms. */
const journey = () =>
  new HandWire()
    .send('command', 'c1', 'r1', 100, { arrived: 200 })
    .send('stream', 'r1', 'r2', 200, { arrived: 300 })
    .send('reply', 'r1', 'c1', 200, { arrived: 300 })

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
      { kind: 'copy', progress: 0.75 },
      { kind: 'answer', progress: 0.75 },
    ])
  })

  it('that was typed on the host of the server goes nowhere but to the replicas', () => {
    const typed = runWithWire(cluster({ replicas: 1, latencyMs: 10 }).at(1000).type('r1', 'SET k v').scenario)
    const seen = [1000.01, 1005, 1015].flatMap((ms) => flightsOf(typed).at(frameAt(typed, ms * 1000), 0))
    expect(seen).toEqual([expect.objectContaining({ kind: 'copy', from: 'r1', to: 'r2' })])
  })

  it('that carries no write is not shown', () => {
    const idle = runWithWire(cluster({ replicas: 1, sentinels: 3, latencyMs: 10 }).client('c1', 'r1', null).scenario)
    expect(idle.wire.length).toBeGreaterThan(100)
    for (let ms = 0; ms < 20_000; ms += 50) expect(flightsOf(idle).at(frameAt(idle, ms * 1000), 0)).toEqual([])
  })

  it('of a refused write goes there and back, each as long as it took', () => {
    const scenario = cluster({ replicas: 1, latencyMs: 10 }).client('c1', 'r2', { everyMs: 1000, fromMs: 1000 }).scenario
    const refused = runWithWire(scenario)
    const at = (ms: number) => flightsOf(refused).at(frameAt(refused, ms * 1000), 0)
    expect(at(1005)).toMatchObject([{ kind: 'write', from: 'c1', to: 'r2', progress: 0.5 }])
    expect(at(1015)).toMatchObject([{ kind: 'answer', from: 'r2', to: 'c1', progress: 0.5 }])
  })

  it('stops at a wall', () => {
    const wire = journey().send('stream', 'r1', 'r2', 1100, {})
    const cut = new HandJournal().at(1000).push({ type: 'partition', groups: [['r1', 'c1', 's1'], ['r2']] })
    expect(dotsAt(wire, 1200, 100, cut)).toMatchObject([{ kind: 'copy', to: 'r2', progress: 0.5 }])
  })

  it('that had arrived before the cut does not stop at the wall, and what is lost stops there no longer', () => {
    const wire = journey().send('stream', 'r1', 'r2', 1100, { lost: 1300 })
    const cut = new HandJournal().at(350).push({ type: 'partition', groups: [['r1', 'c1', 's1'], ['r2']] })
    expect(dotsAt(wire, 400, 1000, cut).map(({ kind }) => kind)).toEqual(['write', 'answer'])
    expect(dotsAt(wire, 1299, 100, cut)).toMatchObject([{ kind: 'copy', progress: 0.5 }])
    expect(dotsAt(wire, 1300, 100, cut)).toEqual([])
  })

  it('goes under with its connection, and is remembered for a moment', () => {
    const wire = journey().send('stream', 'r1', 'r2', 1000, { lost: 1050 })
    const sunk = (ms: number) => dotsAt(wire, ms, 100).filter((dot) => dot.sunk && dot.kind === 'copy')
    expect(sunk(1049)).toEqual([])
    expect(sunk(1050)).toMatchObject([{ from: 'r1', to: 'r2', progress: 0.5 }])
    expect(sunk(1300)).toMatchObject([{ progress: 0.5 }])
    expect(sunk(1400)).toEqual([])
  })

  it('that had arrived is shown no longer once an end is dead, so that what went under is seen', () => {
    const wire = journey().send('stream', 'r1', 'r2', 240, { lost: 310 })
    const dead = new HandJournal().at(310).kill('r1')
    expect(dotsAt(wire, 309, 400, dead).map(({ sunk }) => sunk)).toEqual([false, false, false, false])
    expect(dotsAt(wire, 310, 400, dead)).toMatchObject([{ kind: 'copy', sunk: true }])
  })

  it('that had arrived is shown on though another process dies on the host of an end', () => {
    const shown = (journal: HandJournal) => dotsAt(journey(), 310, 400, journal).map(({ kind }) => kind)
    const all = shown(new HandJournal())
    expect(all).toHaveLength(3)
    for (const process of ['client', 'sentinel'] as const)
      expect(shown(new HandJournal().at(305).kill('r1', process))).toEqual(all)
    expect(shown(new HandJournal().at(305).kill('r2'))).toEqual(all.filter((kind) => kind !== 'copy'))
    expect(shown(new HandJournal().at(305).kill('c1', 'client'))).toEqual(['copy'])
  })
})

describe('many messages', () => {
  const { flights, frames } = namedFilm('slow-link-crash')

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
