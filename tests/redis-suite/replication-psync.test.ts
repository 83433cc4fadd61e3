// tests/integration/replication-psync.tcl of Redis 7.0.15: links that break under load.
import { describe, expect, it } from 'vitest'
import type { RedisConf } from '@/lib/sim/kinds/redis/conf'
import { cluster } from '@/tests/kernel/cluster'
import type { Story } from '@/tests/kernel/story'
import { answer, breakLink, expectSameData, info, list, suiteCase, syncs, withDeadServer } from './suite'

interface Variant {
  readonly backlog: number
  readonly ttl?: number
  /** When the link breaks. */
  readonly breaks: readonly number[]
  readonly awayMs: number
}

const LARGE = 100_000_000
const VALUE = 'x'.repeat(600)

function testPsync(diskless: RedisConf['repl-diskless-sync'], { backlog, ttl = 3600, breaks, awayMs }: Variant) {
  const conf = {
    'repl-diskless-sync': diskless,
    'repl-diskless-sync-delay': 1,
    'repl-backlog-size': backlog,
    'repl-backlog-ttl': ttl,
  }
  const load = { everyMs: 20, untilMs: 9000 }
  let test = withDeadServer(cluster({ conf }))
    .server('r2', { conf })
    .client('c1', 'r1', { ...load, command: `SET a:{i} ${VALUE}` })
    .client('c2', 'r1', { ...load, command: 'RPUSH b {i}' })
    .client('c3', 'r1', { ...load, command: 'INCR c' })
    .at(500)
    .type('r2', 'SLAVEOF r1 6379')
  for (const at of breaks) test = breakLink(test, at, 'r2', 'r1', awayMs)
  test = test.at(14_000).type('r1', 'INFO replication').type('r1', 'DBSIZE').type('r2', 'ROLE').until(14_500)
  return suiteCase(test, 10)
}

function expectInSync(story: Story): void {
  expect(info(story, 'r1', 'slave0')).toContain('state=online')
  expect(list(answer(story, 'r2', 'ROLE'))[3]).toBe('connected')
  expect(answer(story, 'r1', 'DBSIZE')).toBe(452)
  expectSameData(story, 'r1', 'r2')
}

describe.each(['no', 'yes'] as const)('integration/replication-psync.tcl: partial resync (diskless: %s)', (diskless) => {
  it('no reconnection, just sync', () => {
    testPsync(diskless, { backlog: 1_000_000, breaks: [], awayMs: 0 }).each((story) => {
      expectInSync(story)
      expect(syncs(story, 'r1')).toMatchObject({ full: 1, partial: 0 })
    })
  })

  it('ok psync', () => {
    testPsync(diskless, { backlog: LARGE, breaks: [4000, 6000, 8000], awayMs: 10 }).each((story) => {
      expectInSync(story)
      expect(syncs(story, 'r1', 1000)).toEqual({ full: 0, partial: 3, rejected: 0 })
    })
  })

  it('no backlog (the smallest there is)', () => {
    testPsync(diskless, { backlog: 16_384, breaks: [4000, 8000], awayMs: 800 }).each((story) => {
      expectInSync(story)
      expect(syncs(story, 'r1', 1000)).toEqual({ full: 2, partial: 0, rejected: 2 })
    })
  })

  it('ok after delay', () => {
    testPsync(diskless, { backlog: LARGE, breaks: [4000], awayMs: 3000 }).each((story) => {
      expectInSync(story)
      expect(syncs(story, 'r1', 1000)).toEqual({ full: 0, partial: 1, rejected: 0 })
    })
  })

  it('backlog expired', () => {
    testPsync(diskless, { backlog: LARGE, ttl: 1, breaks: [4000], awayMs: 4000 }).each((story) => {
      expectInSync(story)
      expect(syncs(story, 'r1', 1000)).toEqual({ full: 1, partial: 0, rejected: 1 })
    })
  })
})
