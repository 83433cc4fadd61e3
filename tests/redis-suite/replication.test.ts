// tests/integration/replication.tcl of Redis 7.0.15.
import { describe, expect, it } from 'vitest'
import { cluster } from '@/tests/kernel/cluster'
import { answer, expectSameData, info, list, roleOf, suiteCase, syncs, typeAll } from './suite'

const atOnce = { 'repl-diskless-sync-delay': 0 }

describe('integration/replication.tcl: handshake', () => {
  const steps = suiteCase(
    cluster({ conf: { 'repl-diskless-sync-delay': 1000 } })
      .server('r2', { conf: { 'repl-timeout': 5 } })
      .at(1000)
      .type('r2', 'SLAVEOF r1 6379')
      .at(1500)
      .type('r2', 'ROLE')
      .at(2000)
      .pause('r1')
      .at(12_000)
      .resume('r1')
      .until(13_000),
  )

  it('Slave enters handshake', () => {
    steps.each((story) => expect(list(answer(story, 'r2', 'ROLE'))[3]).toBe('handshake'))
  })

  it('Slave is able to detect timeout during handshake', () => {
    steps.each((story) => {
      const lost = story.first('link-lost', { host: 'r2' })
      expect(lost.reason).toBe('timeout')
      expect(lost.at).toBeLessThan(12_000_000)
    })
  })
})

describe('integration/replication.tcl: basic link', () => {
  const steps = suiteCase(
    cluster({ conf: atOnce })
      .server('r2', { conf: atOnce })
      .client('c1', 'r1', null)
      .at(500)
      .type('c1', 'SET mykey foo')
      .at(900)
      .type('r2', 'ROLE')
      .at(1000)
      .type('r2', 'SLAVEOF r1 6379')
      .type('r2', 'INFO replication')
      .type('r2', 'ROLE')
      .at(3000)
      .type('r2', 'GET mykey')
      .type('r2', 'INFO replication')
      .at(3100)
      .type('c1', 'SET mykey bar')
      .at(3101)
      .type('r2', 'GET mykey')
      .at(5000)
      .type('r1', 'ROLE')
      .type('r2', 'ROLE')
      .until(6000),
  )

  it('Second server should have role master at first', () => {
    steps.each((story) => expect(roleOf(story, 'r2', 1)).toBe('master'))
  })

  it('SLAVEOF should start with link status "down"', () => {
    steps.each((story) => expect(info(story, 'r2', 'master_link_status', 1)).toBe('down'))
  })

  it('The role should immediately be changed to "replica"', () => {
    steps.each((story) => expect(roleOf(story, 'r2', 2)).toBe('slave'))
  })

  it('Sync should have transferred keys from master', () => {
    steps.each((story) => expect(answer(story, 'r2', 'GET mykey', 1)).toBe('foo'))
  })

  it('The link status should be up', () => {
    steps.each((story) => expect(info(story, 'r2', 'master_link_status', 2)).toBe('up'))
  })

  it('SET on the master should immediately propagate', () => {
    steps.each((story) => expect(answer(story, 'r2', 'GET mykey', 2)).toBe('bar'))
  })

  it('ROLE in master reports master with a slave', () => {
    steps.each((story) => {
      const [role, offset, slaves] = list(answer(story, 'r1', 'ROLE'))
      expect(role).toBe('master')
      expect(offset).toBeGreaterThan(0)
      const [slave = null, ...others] = list(slaves ?? null)
      expect(others).toEqual([])
      const [host, port, acked] = list(slave)
      expect([host, port]).toEqual(['r2', '6379'])
      expect(Number(acked)).toBeLessThanOrEqual(Number(offset))
    })
  })

  it('ROLE in slave reports slave in connected state', () => {
    steps.each((story) => {
      const [role, host, port, state] = list(answer(story, 'r2', 'ROLE', 3))
      expect([role, host, port, state]).toEqual(['slave', 'r1', 6379, 'connected'])
    })
  })
})

describe('integration/replication.tcl: several replicas', () => {
  const together = (diskless: 'yes' | 'no') => {
    const replicas = ['r2', 'r3', 'r4']
    let test = cluster({ conf: { 'repl-diskless-sync': diskless, 'repl-diskless-sync-delay': 5 } })
    for (const replica of replicas) test = test.server(replica, { conf: {} })
    test = typeAll(test.client('c1', 'r1', { everyMs: 20, untilMs: 12_000 }), 3000, replicas, 'SLAVEOF r1 6379')
    return suiteCase(typeAll(test.at(14_000).type('r1', 'INFO replication'), 14_000, replicas, 'ROLE').until(14_500))
  }

  it.each(['no', 'yes'] as const)('Connect multiple replicas at the same time (issue #141), master diskless=%s', (diskless) => {
    together(diskless).each((story) => {
      for (const slave of ['slave0', 'slave1', 'slave2']) expect(info(story, 'r1', slave)).toContain('state=online')
      for (const replica of ['r2', 'r3', 'r4']) expect(list(answer(story, replica, 'ROLE'))[3]).toBe('connected')
      expectSameData(story, 'r1', 'r2', 'r3', 'r4')
      // The delay gathers them: one child serves all.
      if (diskless === 'yes') expect(story.all('snapshot', { host: 'r1', for: 'resync' })).toHaveLength(1)
    })
  })
})

it('integration/replication.tcl: replicaof right after disconnection (r1 drops r3 for its silence)', () => {
  const dropped = cluster({ replicas: 2, conf: atOnce })
    .server('r1', { conf: { 'repl-timeout': 2 } })
    .at(3000)
    .pause('r3')
    .at(9000)
    .resume('r3')
    .type('r3', 'REPLICAOF r2 6379')
    .at(12_000)
    .type('r3', 'INFO replication')
    .until(12_500)
  suiteCase(dropped).each((story) => {
    // r3 finds both when it wakes up.
    expect(story.first('replica-lost', { host: 'r1', replica: 'r3' }).at).toBeLessThan(9_000_000)
    expect(info(story, 'r3', 'master_host')).toBe('r2')
    expect(info(story, 'r3', 'master_link_status')).toBe('up')
    for (const server of ['r1', 'r2', 'r3']) expect(syncs(story, server).full).toBe(0)
    expect(syncs(story, 'r2').partial).toBe(1)
  })
})

describe('integration/replication.tcl: a full sync that is not finished', () => {
  /** r3 follows r2 follows r1; r2 begins a full sync with r4, which dies before its RDB is there. */
  const aborted = cluster({ replicas: 1, conf: atOnce })
    .server('r3', { replicaOf: 'r2', conf: atOnce })
    .server('r4', { conf: atOnce })
    .client('c1', 'r1', null)
    .at(1000)
    .type('c1', 'SET a b')
    .at(2000)
    .type('r2', 'REPLICAOF r4 6379')
    .at(2010)
    .kill('r4')
  const asked = typeAll(aborted, 2800, ['r1', 'r2', 'r3'], 'INFO replication').at(3000).type('r2', 'REPLICAOF r1 6379')
  const steps = suiteCase(typeAll(asked, 5000, ['r1', 'r2', 'r3'], 'INFO replication').until(5500))

  it('Don’t disconnect with replicas before loading transferred RDB when full sync', () => {
    steps.each((story) => {
      expect(story.all('link', { host: 'r2', primary: 'r4', state: 'sync' })).toHaveLength(1)
      expect(story.all('replica-lost', { host: 'r2' }).filter(({ at }) => at < 3_000_000)).toEqual([])
      const ids = ['r1', 'r2', 'r3'].map((server) => info(story, server, 'master_replid', 1))
      expect(new Set(ids).size).toBe(1)
    })
  })

  it('Discard cache master before loading transferred RDB when full sync', () => {
    steps.each((story) => {
      expect(syncs(story, 'r1')).toEqual({ full: 0, partial: 1, rejected: 0 })
      const ids = ['r1', 'r2', 'r3'].map((server) => info(story, server, 'master_replid', 2))
      expect(new Set(ids).size).toBe(1)
      expect(info(story, 'r2', 'master_link_status', 2)).toBe('up')
      expect(syncs(story, 'r2')).toEqual({ full: 0, partial: 0, rejected: 0 })
      expect(story.all('replica-lost', { host: 'r2' })).toEqual([])
      expectSameData(story, 'r1', 'r2', 'r3')
    })
  })
})
