import { describe, expect, it } from 'vitest'
import { type ScenarioName, scenarioFiles } from '@/content/scenarios/index'
import { namedFilm, namedRun } from '@/lib/content/scenarios'
import type { Run } from '@/lib/sim/outputs'
import { HandJournal } from '@/tests/kernel/hand-journal'
import { eventsOf } from '../events'
import { writesOf } from '../verdict/copies'
import { finalPrimary } from '../verdict/final-primary'
import { replay } from '../verdict/replay'
import { holdingsOf } from './holdings'

const names = Object.keys(scenarioFiles) as ScenarioName[]
const SHOWN = 350_000
const of = (run: Run, ms: number) => holdingsOf(run).at(ms * 1000, SHOWN)
const ALL = { lacks: 0, beyond: 0, only: 0, behindFor: null, copy: null, erased: 0 }

describe("a server's data against the primary's", () => {
  it('are what both have, what it lacks and for how long, and what only it has', () => {
    const journal = new HandJournal().at(10)
    journal.write('r1', 'r2')
    journal.at(20).write('r1')
    journal.at(30).write('r1')
    expect(of(journal.run(), 9)).toEqual({ r1: { ...ALL, shared: 0 }, r2: { ...ALL, shared: 0 } })
    expect(of(journal.run(), 10)).toEqual({ r1: { ...ALL, shared: 1 }, r2: { ...ALL, shared: 1 } })
    expect(of(journal.run(), 50)).toEqual({
      r1: { ...ALL, shared: 3, only: 2 },
      r2: { ...ALL, shared: 1, lacks: 2, behindFor: 30_000 },
    })
  })

  it('lack nothing any more once the writes have come', () => {
    const journal = new HandJournal().at(10)
    const write = journal.write('r1')
    journal.at(40).push({ type: 'apply', host: 'r2', write, offset: 131 })
    expect(of(journal.run(), 39).r2).toMatchObject({ lacks: 1, behindFor: 29_000 })
    expect(of(journal.run(), 40).r2).toEqual({ ...ALL, shared: 1 })
  })

  it('are compared with the data of the promoted server from its promotion on, before any sentinel names it', () => {
    const journal = new HandJournal().at(10)
    journal.write('r1', 'r2')
    journal.at(20).write('r1')
    journal.at(30).promote('r2').at(40).believe('r2', 1)
    journal.at(50).write('r2')
    expect(of(journal.run(), 29).r1).toMatchObject({ shared: 2, only: 1, beyond: 0 })
    expect(of(journal.run(), 30)).toEqual({ r1: { ...ALL, shared: 1, beyond: 1, only: 1 }, r2: { ...ALL, shared: 1 } })
    expect(of(journal.run(), 60)).toEqual({
      r1: { ...ALL, shared: 1, beyond: 1, only: 1, lacks: 1, behindFor: 10_000 },
      r2: { ...ALL, shared: 2, only: 1 },
    })
  })

  it('are compared with what a dead primary held, and are themselves what is on its disk', () => {
    const journal = new HandJournal({ r1: { save: '' } }).at(10)
    journal.write('r1', 'r2')
    journal.at(20).write('r1')
    journal.at(30).kill('r1').at(60).boot('r1', 'nothing')
    expect(of(journal.run(), 50)).toEqual({
      r1: { ...ALL, shared: 0, lacks: 2, behindFor: 40_000 },
      r2: { ...ALL, shared: 1, lacks: 1, only: 1, behindFor: 30_000 },
    })
    expect(of(journal.run(), 60)).toEqual({ r1: { ...ALL, shared: 0 }, r2: { ...ALL, shared: 0, beyond: 1, only: 1 } })
  })

  it('do not count a write that changed nothing', () => {
    const journal = new HandJournal().at(10)
    const write = journal.write('r1', 'r2')
    journal.at(20).writeAgain(write, 'r1')
    journal.writeAgain(null, 'r1')
    expect(of(journal.run(), 30)).toEqual({ r1: { ...ALL, shared: 1 }, r2: { ...ALL, shared: 1 } })
  })
})

describe('a full copy', () => {
  const demoted = () => {
    const journal = new HandJournal().at(10)
    journal.write('r1', 'r2')
    journal.at(20).write('r1')
    journal.at(30).promote('r2').at(40).demote('r1', 'r2')
    return journal
      .at(50)
      .push({
        type: 'psync',
        host: 'r2',
        replica: 'r1',
        replid: '',
        offset: 1,
        outcome: 'full',
        reason: 'second-offset',
        limit: 0,
      })
      .at(5050)
      .push({ type: 'snapshot', host: 'r2', snapshot: 0, replid: '', offset: 100, for: 'resync' })
  }
  const load = (journal: HandJournal) =>
    journal.push({ type: 'load', host: 'r1', primary: 'r2', snapshot: 0, replid: '', offset: 100, discarded: 1 })

  it('is waited for from the answer that promises it, comes from its snapshot on, and erases when it is there', () => {
    const run = load(demoted().at(5070)).run()
    const copy = { from: 'r2', progress: 0, erases: 1 }
    expect(of(run, 49).r1?.copy).toBe(null)
    expect(of(run, 50).r1?.copy).toEqual(copy)
    expect(of(run, 5049).r1?.copy).toEqual(copy)
    expect(of(run, 5060).r1?.copy).toEqual({ ...copy, progress: 0.5 })
    expect(of(run, 5070).r1).toEqual({ ...ALL, shared: 1, erased: 1 })
    expect(of(run, 5070 + 6 * 350).r1?.erased).toBe(0)
    expect(of(run, 5060).r2).toEqual({ ...ALL, shared: 1 })
  })

  it('never comes where the link is lost meanwhile', () => {
    const run = demoted().at(7000).push({ type: 'link-lost', host: 'r1', primary: 'r2', reason: 'closed' }).run()
    expect(of(run, 6999).r1?.copy).toEqual({ from: 'r2', progress: 0.9, erases: 1 })
    expect(of(run, 7000).r1).toEqual({ ...ALL, shared: 1, beyond: 1, only: 1 })
  })

  it.each(names)('erases in %s as many writes as it said it would', (name) => {
    const run = namedRun(name)
    const holdings = holdingsOf(run)
    for (const { event } of eventsOf(run, 'load')) {
      expect(holdings.at(event.at - 1, SHOWN)[event.host]?.copy?.erases).toBe(event.discarded)
      expect(holdings.at(event.at, SHOWN)[event.host]).toMatchObject({ copy: null, erased: event.discarded })
    }
  })
})

/** Counted anew from a journal that ends at `at`, set by set. */
function counted({ scenario, events }: Run, at: number) {
  const soFar = { scenario, events: events.filter((event) => event.at <= at) }
  const primary = finalPrimary(soFar.events)
  const { copies, dataOf } = replay(soFar)
  const servers = Object.keys(scenario.hosts).filter((host) => scenario.hosts[host]?.redis !== undefined)
  const held = new Map(servers.map((server) => [server, new Set(writesOf(copies.dataOf(server)))]))
  const all = new Set(primary === null ? [] : writesOf(dataOf(primary)))
  return servers.map((server) => {
    const own = held.get(server) ?? new Set()
    const others = servers.filter((other) => other !== server).map((other) => held.get(other) ?? new Set())
    return {
      server,
      shared: [...own].filter((write) => all.has(write)).length,
      lacks: [...all].filter((write) => !own.has(write)).length,
      beyond: [...own].filter((write) => !all.has(write)).length,
      only: [...own].filter((write) => !others.some((other) => other.has(write))).length,
    }
  })
}

describe('in a named scenario', () => {
  it.each(names)('%s the counts are those of a journal that ends there', (name) => {
    const run = namedRun(name)
    const holdings = holdingsOf(run)
    const promotions = eventsOf(run, 'role').map(({ event }) => event.at)
    let compared = 0
    for (let part = 0; part <= 24; part += 1) {
      const at = Math.round((run.scenario.durationMs * 1000 * part) / 24)
      // Between a promotion and its announcement the sentinels name another one still.
      if (promotions.some((promoted) => promoted <= at && at < promoted + 1_500_000)) continue
      const found = holdings.at(at, SHOWN)
      for (const { server, ...counts } of counted(run, at)) expect(found[server], `${server} at ${at}`).toMatchObject(counts)
      compared += 1
    }
    expect(compared).toBeGreaterThan(15)
  })

  it.each(names)('%s no number is negative and no bar is longer than a full one', (name) => {
    const run = namedRun(name)
    const holdings = holdingsOf(run)
    for (let part = 0; part <= 200; part += 1) {
      const at = Math.round((run.scenario.durationMs * 1000 * part) / 200)
      for (const { shared, lacks, beyond, only, behindFor, copy } of Object.values(holdings.at(at, SHOWN))) {
        expect(Math.min(shared, lacks, beyond, only, behindFor ?? 0)).toBeGreaterThanOrEqual(0)
        expect(shared + lacks + beyond).toBeLessThanOrEqual(holdings.most)
        expect(only).toBeLessThanOrEqual(shared + beyond)
        expect(behindFor === null).toBe(lacks === 0)
        if (copy !== null) expect(copy.progress).toBeLessThanOrEqual(1)
      }
    }
  })

  it('split-brain the old primary piles up what nobody else has, until a full copy erases it', () => {
    const run = namedRun('split-brain')
    const { verdict } = namedFilm('split-brain')
    const before = of(run, 18_600)
    const acknowledged = verdict.writes.filter(({ answeredAt }) => answeredAt !== null && answeredAt <= 18_600_000)
    const lost = acknowledged.filter(({ fate }) => fate === 'lost').length
    const safe = acknowledged.filter(({ fate }) => fate === 'safe').length
    expect(before.r1?.only).toBeGreaterThanOrEqual(lost)
    expect(before.r1?.only).toBeLessThanOrEqual(lost + 2)
    expect(before.r1).toMatchObject({ shared: safe, lacks: 0 })
    expect(before.r2).toEqual({ ...ALL, shared: safe })
    expect(before.r3).toEqual({ ...ALL, shared: safe })
    expect(of(run, 33_680).r1?.copy).toMatchObject({ from: 'r3', erases: verdict.lost })
    expect(of(run, 33_700).r1).toEqual({ ...ALL, shared: safe, erased: verdict.lost })
    expect(of(run, 35_000).r1).toMatchObject({ only: 0, beyond: 0 })
  })

  it('late-but-talking the replica is seconds behind though it talks', () => {
    const { r2 } = of(namedRun('late-but-talking'), 10_900)
    expect(r2?.behindFor).toBeGreaterThan(2_800_000)
    expect(r2?.behindFor).toBeLessThan(3_300_000)
  })
})
