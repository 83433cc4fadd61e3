import { describe, expect, it } from 'vitest'
import { type ScenarioName, scenarioFiles } from '@/content/scenarios/index'
import { namedFilm, namedRun } from '@/lib/content/scenarios'
import type { RedisConf } from '@/lib/sim/kinds/redis/conf'
import { HandJournal } from '@/tests/kernel/hand-journal'
import { eventsOf } from '../events'
import { acksOf } from './acks'

const names = Object.keys(scenarioFiles) as ScenarioName[]
const at = (journal: HandJournal, ms: number) => acksOf(journal.run()).at(ms * 1000).r2
const gated = (r1: Partial<RedisConf> = {}) =>
  new HandJournal({ r1: { 'min-replicas-to-write': 1, 'min-replicas-max-lag': 2, ...r1 } })
const ACK = { type: 'ack', host: 'r1', replica: 'r2', offset: 100 } as const
const shut = (journal: HandJournal) => journal.push({ type: 'gate', host: 'r1', good: 0, needed: 1, open: false })

describe('the age of the last ACK', () => {
  it('begins when it is heard, and knows nothing of ACKs to come', () => {
    const journal = gated().at(500).push(ACK).at(1500).push(ACK)
    expect(at(journal, 499)).toEqual({ by: 'r1', age: 499_000, maxLag: 2_000_000, good: true })
    expect(at(journal, 500)).toMatchObject({ age: 0 })
    expect(at(journal, 1499)).toMatchObject({ age: 999_000 })
    expect(at(journal, 1600)).toMatchObject({ age: 100_000 })
  })

  it('R50: counts as long as the primary has not counted anew, however old it is', () => {
    const journal = shut(gated().at(500).push(ACK).at(4100))
    expect(at(journal, 4099)).toMatchObject({ age: 3_599_000, good: true })
    expect(at(journal, 4100)).toMatchObject({ age: 3_600_000, good: false })
  })

  it('R49: counts nothing by itself when it comes', () => {
    const journal = shut(gated().at(4100)).at(4200).push(ACK)
    expect(at(journal, 4300)).toMatchObject({ age: 100_000, good: false })
    journal.at(4900).push({ type: 'gate', host: 'r1', good: 1, needed: 1, open: true })
    expect(at(journal, 4900)).toMatchObject({ good: true })
  })

  it('has no limit where the gate is off, and would count up to it', () => {
    const journal = gated({ 'min-replicas-to-write': 0 })
    expect(at(journal, 2000)).toEqual({ by: 'r1', age: 2_000_000, maxLag: null, good: true })
    expect(at(journal, 2001)).toEqual({ by: 'r1', age: 2_001_000, maxLag: null, good: false })
  })

  it('is held against what CONFIG SET has set, which a start forgets', () => {
    const set = (value: string) => ({ type: 'config', host: 'r1', directive: 'min-replicas-max-lag', value }) as const
    const journal = gated().at(100).push(set('5'))
    expect(at(journal, 99)?.maxLag).toBe(2_000_000)
    expect(at(journal, 100)?.maxLag).toBe(5_000_000)
    journal.at(200).kill('r1').at(300).boot('r1', 'nothing')
    expect(at(journal, 200)).toBe(undefined)
    const back = { host: 'r1', replica: 'r2' } as const
    journal.push({ type: 'psync', ...back, replid: '', offset: 1, outcome: 'continue', reason: 'ok', limit: 1 })
    journal.push({ type: 'replica-online', ...back })
    expect(at(journal, 350)).toEqual({ by: 'r1', age: 50_000, maxLag: 2_000_000, good: true })
  })

  it('R32: is that of the new connection while the old one still counts, and goes with the last', () => {
    const journal = gated().at(1000)
    const back = { host: 'r1', replica: 'r2' } as const
    journal.push({ type: 'psync', ...back, replid: '', offset: 1, outcome: 'continue', reason: 'ok', limit: 1 })
    journal.push({ type: 'replica-online', ...back })
    journal.at(1100).push({ type: 'replica-lost', ...back, reason: 'timeout' })
    expect(at(journal, 1200)).toMatchObject({ age: 200_000, good: true })
    journal.at(1300).push({ type: 'replica-lost', ...back, reason: 'closed' })
    expect(at(journal, 1300)).toBe(undefined)
  })

  it('R38: is not that of a replica which waits for its copy', () => {
    const journal = gated().at(1000)
    const back = { host: 'r1', replica: 'r2' } as const
    journal.push({ type: 'replica-lost', ...back, reason: 'closed' })
    journal.push({ type: 'psync', ...back, replid: '', offset: 1, outcome: 'full', reason: 'backlog', limit: 1 })
    journal.at(1500).push(ACK)
    expect(at(journal, 1600)).toBe(undefined)
    journal.at(1700).push({ type: 'replica-online', ...back })
    expect(at(journal, 1800)).toMatchObject({ age: 100_000 })
  })
})

describe('in a named scenario', () => {
  it.each(names)('%s as many are good as the gate says', (name) => {
    const run = namedRun(name)
    const acks = acksOf(run)
    const gates = eventsOf(run, 'gate').map(({ event }) => event)
    // Of several that a primary counted within one microsecond the last one holds.
    const lasting = gates.filter(
      (one, index) => !gates.slice(index + 1).some(({ at, host }) => at === one.at && host === one.host),
    )
    for (const gate of lasting.filter((one) => one.needed > 0)) {
      const ages = Object.values(acks.at(gate.at)).filter(({ by }) => by === gate.host)
      // A replica of which another primary has heard since is that one's.
      expect(ages.filter(({ good }) => good).length).toBeLessThanOrEqual(gate.good)
      for (const { age, maxLag, good } of ages) {
        if (good) expect(age).toBeLessThan((maxLag ?? 0) + 1_000_000)
        else expect(age).toBeGreaterThan((maxLag ?? 0) - 1_000_000)
      }
    }
  })

  it.each(names)('%s each age is that of the last ACK in the wire', (name) => {
    const film = namedFilm(name)
    const acks = acksOf(film.run)
    const arrived = film.run.wire.filter(({ message, arrived }) => message.type === 'ack' && arrived !== null)
    for (let part = 1; part <= 50; part += 1) {
      const now = Math.round((film.lanes.end * part) / 50)
      for (const [replica, { by, age }] of Object.entries(acks.at(now))) {
        const last = arrived.findLast(
          (one) => one.from.host === replica && one.to.host === by && (one.arrived ?? Infinity) <= now,
        )
        // What went online after it counts as heard just then.
        expect(age).toBeLessThanOrEqual(now - (last?.arrived ?? 0))
        expect(age).toBeGreaterThanOrEqual(0)
      }
    }
  })

  it('late-but-talking the replica talks every second while it is seconds behind', () => {
    const film = namedFilm('late-but-talking')
    for (let now = 7_000_000; now < 11_000_000; now += 100_000) {
      const ages = acksOf(film.run).at(now)
      expect(Object.keys(ages)).toEqual(['r2'])
      for (const { age, good } of Object.values(ages)) expect([age < 1_100_000, good]).toEqual([true, true])
    }
    expect(film.holdings.at(10_900_000, 0).r2?.behindFor).toBeGreaterThan(2_000_000)
  })
})
