// tests/integration/replication-2.tcl and replication-4.tcl of Redis 7.0.15.
import { describe, expect, it } from 'vitest'
import { type Cluster, cluster } from '@/tests/kernel/cluster'
import { answer, expectSameData, info, list, roleOf, suiteCase } from './suite'

const NOREPLICAS = { error: 'NOREPLICAS Not enough good replicas to write.' }

/** A primary, and a server that becomes its replica at 1 s. */
const pair = cluster({ conf: { 'repl-diskless-sync-delay': 0 } })
  .server('r2', { conf: { 'repl-diskless-sync-delay': 0 } })
  .at(1000)
  .type('r2', 'SLAVEOF r1 6379')

function gate(test: Cluster, atMs: number, server: string, needed: number, maxLag: number): Cluster {
  return test
    .at(atMs)
    .type(server, `CONFIG SET min-replicas-to-write ${needed}`)
    .type(server, `CONFIG SET min-replicas-max-lag ${maxLag}`)
}

/** One step of the file after the other. */
function replication2(): Cluster {
  let test = pair.client('c1', 'r1', { command: 'SET foo lag', everyMs: 100, fromMs: 7200, untilMs: 17_000 })
  test = test.at(3000).type('r2', 'ROLE').type('r2', 'INFO replication')
  test = gate(test, 4000, 'r1', 1, 10).at(4010).type('c1', 'SET foo 12345').at(4100).type('r2', 'GET foo')
  test = gate(test, 5000, 'r1', 2, 10).at(5010).type('c1', 'SET foo refused')
  test = gate(test, 6000, 'r1', 1, 10).at(6010).type('c1', 'SET foo again').at(6100).type('r2', 'GET foo')
  test = gate(test, 7000, 'r1', 1, 2).at(7050).pause('r2').at(7060).type('c1', 'SET foo frozen').at(17_100).resume('r2')
  test = gate(gate(test, 20_000, 'r1', 1, 10), 20_000, 'r2', 1, 10)
  return test.at(20_010).type('c1', 'SET foo aaabbb').at(20_100).type('r2', 'GET foo').until(21_000)
}

describe('integration/replication-2.tcl', () => {
  const steps = suiteCase(replication2())

  it('First server should have role slave after SLAVEOF', () => {
    steps.each((story) => {
      expect(roleOf(story, 'r2')).toBe('slave')
      expect(info(story, 'r2', 'master_link_status')).toBe('up')
    })
  })

  it('If min-slaves-to-write is honored, write is accepted', () => {
    steps.each((story) => {
      expect(answer(story, 'c1', 'SET foo 12345')).toBe('OK')
      expect(answer(story, 'r2', 'GET foo', 1)).toBe('12345')
    })
  })

  it('No write if min-slaves-to-write is < attached slaves', () => {
    steps.each((story) => expect(answer(story, 'c1', 'SET foo refused')).toEqual(NOREPLICAS))
  })

  it('If min-slaves-to-write is honored, write is accepted (again)', () => {
    steps.each((story) => {
      expect(answer(story, 'c1', 'SET foo again')).toBe('OK')
      expect(answer(story, 'r2', 'GET foo', 2)).toBe('again')
    })
  })

  it('No write if min-slaves-max-lag is > of the slave lag', () => {
    steps.each((story) => {
      expect(answer(story, 'c1', 'SET foo frozen')).toBe('OK')
      const errors = story.all('answer', ({ at }) => at < 17_100_000, 7200).map(({ error }) => error)
      const closed = errors.indexOf('NOREPLICAS')
      // Within 10 s, and from then on.
      expect(closed).toBeGreaterThan(-1)
      expect(new Set(errors.slice(closed))).toEqual(new Set(['NOREPLICAS']))
    })
  })

  it('min-slaves-to-write is ignored by slaves', () => {
    steps.each((story) => {
      expect(answer(story, 'c1', 'SET foo aaabbb')).toBe('OK')
      expect(answer(story, 'r2', 'GET foo', 3)).toBe('aaabbb')
    })
  })
})

describe('integration/replication-4.tcl', () => {
  const load = { everyMs: 20, untilMs: 7000 }
  const parallel = pair
    .client('c1', 'r1', { ...load, command: 'SET a:{i} {i}' })
    .client('c2', 'r1', { ...load, command: 'RPUSH b {i}' })
    .client('c3', 'r1', { ...load, command: 'INCR c' })
    .at(2000)
    .type('r2', 'ROLE')
    .at(9000)
    .type('r1', 'DBSIZE')
    .type('r2', 'LLEN b')
    .until(9500)

  it('Test replication with parallel clients writing (in one DB)', () => {
    suiteCase(parallel).each((story) => {
      expect(roleOf(story, 'r2')).toBe('slave')
      expectSameData(story, 'r1', 'r2')
      expect(answer(story, 'r1', 'DBSIZE')).toBe(352)
      expect(answer(story, 'r2', 'LLEN b')).toBe(350)
    })
  })

  let test = pair.client('c1', 'r1', { command: 'SET foo 123', everyMs: 100, fromMs: 6100, untilMs: 16_000 })
  test = gate(test, 3000, 'r1', 1, 3).at(3010).type('c1', 'SET foo 123')
  test = gate(test, 4000, 'r1', 2, 3).at(4010).type('c1', 'SET foo bar').type('c1', 'GET foo')
  test = gate(test, 5000, 'r1', 1, 2).at(5010).type('c1', 'SET foo lag').at(6000).pause('r2')
  const steps = suiteCase(test.at(16_000).type('c1', 'SET foo late').type('r1', 'ROLE').resume('r2').until(17_000))

  it('With min-slaves-to-write (1,3): master should be writable', () => {
    steps.each((story) => expect(answer(story, 'c1', 'SET foo 123')).toBe('OK'))
  })

  it('With min-slaves-to-write (2,3): master should not be writable', () => {
    steps.each((story) => expect(answer(story, 'c1', 'SET foo bar')).toEqual(NOREPLICAS))
  })

  it('With not enough good slaves, read is still accepted (without Lua)', () => {
    steps.each((story) => expect(answer(story, 'c1', 'GET foo')).toBe('123'))
  })

  it('With min-slaves-to-write: master not writable with lagged slave', () => {
    steps.each((story) => {
      expect(answer(story, 'c1', 'SET foo lag')).toBe('OK')
      expect(story.first('answer', { error: 'NOREPLICAS' }, 6000).at).toBeGreaterThan(6_100_000)
      expect(answer(story, 'c1', 'SET foo late')).toEqual(NOREPLICAS)
      // The replica is attached all the same.
      expect(list(list(answer(story, 'r1', 'ROLE'))[2] ?? null)).toHaveLength(1)
    })
  })
})
