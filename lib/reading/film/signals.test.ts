import { describe, expect, it } from 'vitest'
import { type ScenarioName, scenarioFiles } from '@/content/scenarios/index'
import { namedFilm } from '@/lib/content/scenarios'
import { runWithWire } from '@/lib/sim/run'
import { cluster } from '@/tests/kernel/cluster'
import { eventsOf } from '../events'
import { filmOf } from './film'

const names = Object.keys(scenarioFiles) as ScenarioName[]
const SHOWN = 20_000
type Film = ReturnType<typeof namedFilm>
const at = (film: Film, now: number, shownFor = SHOWN) => film.signals.at(film.frames.at(now), shownFor)
const logged = (film: Film, event: string) =>
  eventsOf(film.run, 'sentinel').find((one) => one.event.event === event)?.event.at ?? 0

describe('what is said besides writes', () => {
  const film = namedFilm('split-brain')

  it('are requests for a vote with their epoch, and votes, each from the voter to its candidate', () => {
    const elected = logged(film, '+elected-leader')
    const asked = at(film, logged(film, '+try-failover') + 10_000).filter(({ kind }) => kind === 'ask')
    expect(asked).toMatchObject([
      { from: 's2', to: 's1', text: '1' },
      { from: 's2', to: 's3', text: '1' },
    ])
    const votes = film.run.wire.filter(
      ({ message, sent }) => message.type === 'ask-reply' && message.vote !== null && sent < elected,
    )
    expect(votes.length).toBe(2)
    for (const { id, sent, from } of votes) {
      expect(at(film, sent + 1000)).toContainEqual({ id, kind: 'vote', from: from.host, to: 's2', progress: 0.05, text: 's2' })
    }
    // The leader goes on asking for votes that it has.
    const later = film.run.wire.find(
      ({ message, sent }) => message.type === 'ask' && message.candidate !== null && sent > elected,
    )
    expect(at(film, (later?.sent ?? 0) + 1000).filter(({ kind }) => kind === 'ask')).toEqual([])
  })

  it('are orders, the INFO that they follow from, and the copy from its beginning on', () => {
    const [demoted] = film.moments.filter(({ code }) => code === 'demoted')
    const now = (demoted?.at ?? 0) + 1000
    expect(at(film, now).find(({ kind }) => kind === 'order')).toMatchObject({ from: 's2', to: 'r1', text: 'r3' })
    expect(at(film, now)).toContainEqual(expect.objectContaining({ kind: 'info', from: 'r1', to: 's2', text: 'role:master' }))
    expect(at(film, logged(film, '+failover-state-wait-promotion') + 1000)).toContainEqual(
      expect.objectContaining({ kind: 'order', to: 'r3', text: 'NO ONE' }),
    )
    const load = eventsOf(film.run, 'load')[0]?.event
    const copies = [20_000, 10_000, 100].map((before) => at(film, (load?.at ?? 0) - before).find(({ kind }) => kind === 'copy'))
    expect(copies.map((copy) => copy && [copy.from, copy.to])).toEqual(Array(3).fill(['r3', 'r1']))
    const [early, half, late] = copies.map((copy) => copy?.progress ?? -1)
    expect(early).toBeLessThan(0.1)
    expect(half).toBeGreaterThan(0.4)
    expect(half).toBeLessThan(0.6)
    expect(late).toBeGreaterThan(0.95)
  })

  it('are the advice of a sentinel, which names the primary to a client', () => {
    const moved = namedFilm('healthy-crash')
    const resolved = eventsOf(moved.run, 'resolve').findLast(({ event }) => event.primary === 'r3')?.event
    expect(at(moved, resolved?.at ?? 0)).toContainEqual(
      expect.objectContaining({ kind: 'advice', from: resolved?.sentinel, to: 'c1', text: 'r3' }),
    )
  })

  it('are a GETACK and the ACKs that answer it', () => {
    const one = cluster({ replicas: 1 })
      .client('c1', 'r1', null)
      .link('r1', 'r2', 40)
      .at(3000)
      .type('c1', 'SET a 1')
      .type('c1', 'WAIT 1 0')
    const waited = filmOf(runWithWire(one.until(5000).scenario))
    const sent = waited.run.wire.find(({ message }) => message.type === 'stream' && message.kind === 'getack')?.sent ?? 0
    expect(at(waited, sent + 20_000).filter(({ kind }) => kind === 'getack')).toMatchObject([
      { from: 'r1', to: 'r2', progress: 0.5 },
    ])
    const offset = eventsOf(waited.run, 'execute')[0]?.event.offset
    expect(at(waited, sent + 60_000).filter(({ text }) => text === String(offset))).toMatchObject([
      { kind: 'ack', from: 'r2', to: 'r1', progress: 0.5 },
    ])
  })

  it('stop at a cut, and are forgotten there', () => {
    const cut = eventsOf(film.run, 'partition')[0]?.event.at ?? 0
    const stuck = film.run.wire.find(({ message, sent, from }) => message.type === 'ack' && sent > cut && from.host === 'r2')
    const now = stuck?.sent ?? 0
    const acks = (later: number) =>
      at(film, now + later)
        .filter(({ id }) => id === stuck?.id)
        .map(({ progress }) => progress)
    expect([acks(5000), acks(15_000), acks(59_000), acks(60_000)]).toEqual([[0.25], [0.5], [0.5], []])
  })
})

describe('in a named scenario', () => {
  it.each(names)('%s every message is on its way between two others, and there are not too many', (name) => {
    const film = namedFilm(name)
    const hosts = Object.keys(film.run.scenario.hosts)
    for (const shownFor of [700, 35_000, 700_000]) {
      for (let part = 0; part <= 60; part += 1) {
        const now = Math.round((film.lanes.end * part) / 60)
        const ways = new Map<string, number>()
        for (const { id, kind, from, to, progress } of at(film, now, shownFor)) {
          expect(film.run.wire[id - (film.run.wire[0]?.id ?? 0)]?.sent).toBeLessThanOrEqual(now)
          expect(progress).toBeGreaterThanOrEqual(0)
          expect(progress).toBeLessThan(1)
          expect(from).not.toBe(to)
          expect(hosts).toEqual(expect.arrayContaining([from, to]))
          const way = `${kind} ${from} ${to}`
          ways.set(way, (ways.get(way) ?? 0) + 1)
        }
        expect(Math.max(0, ...ways.values())).toBeLessThanOrEqual(12)
      }
    }
  })

  it.each(names)('%s a message that is seen once is seen until it arrives', (name) => {
    const film = namedFilm(name)
    const end = film.lanes.end
    const found = [0.2, 0.5, 0.7].flatMap((part) =>
      at(film, Math.round(end * part), 700_000).map((signal) => ({ signal, now: Math.round(end * part) })),
    )
    for (const { signal, now } of found.filter(({ signal: { progress } }) => progress < 0.4)) {
      const next = at(film, now + 1000, 700_000).find(({ id }) => id === signal.id)
      expect(next?.progress ?? 1).toBeGreaterThanOrEqual(signal.progress)
    }
  })
})
