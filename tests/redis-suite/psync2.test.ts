// tests/integration/psync2.tcl, psync2-reg.tcl, psync2-pingoff.tcl and psync2-master-restart.tcl of Redis 7.0.15.
import { describe, expect, it } from 'vitest'
import { type Cluster, cluster } from '@/tests/kernel/cluster'
import type { Story } from '@/tests/kernel/story'
import { answer, breakLink, expectSameData, info, suiteCase, syncs, typeAll, withDeadServer } from './suite'

const FIVE = ['r1', 'r2', 'r3', 'r4', 'r5']

function expectField(story: Story, field: string, servers: readonly string[], value: string | null, nth = 1): void {
  for (const server of servers) expect(info(story, server, field, nth)).toBe(value)
}

/** Full syncs that the servers have served since the start. */
function fullSyncs(story: Story, servers: readonly string[]): readonly number[] {
  return servers.map((server) => syncs(story, server).full)
}

describe('integration/psync2.tcl', () => {
  const CYCLE_MS = 6000
  /** Each cycle: the new primary, and who follows whom, nearest to it first. */
  const layouts: readonly { readonly primary: string; readonly follows: Readonly<Record<string, string>> }[] = [
    { primary: 'r3', follows: { r1: 'r3', r2: 'r3', r4: 'r1', r5: 'r2' } },
    { primary: 'r5', follows: { r3: 'r5', r1: 'r3', r2: 'r5', r4: 'r3' } },
    { primary: 'r2', follows: { r5: 'r2', r3: 'r2', r1: 'r2', r4: 'r2' } },
  ]

  function newLayout(test: Cluster, { primary, follows }: (typeof layouts)[number], cycle: number): Cluster {
    const at = 1000 + cycle * CYCLE_MS
    const links = Object.entries(follows)
    let next = test.at(at).type(primary, 'REPLICAOF NO ONE').type(primary, 'CONFIG SET repl-ping-replica-period 1')
    links.forEach(([replica, of], index) => {
      next = next.at(at + 2 + index).type(replica, `REPLICAOF ${of} 6379`)
    })
    next = next.client(`c${cycle}`, primary, { command: 'INCR x', everyMs: 10, fromMs: at + 2000, untilMs: at + 4000 })
    links.forEach(([replica, of], index) => {
      next = breakLink(next, at + 2500 + index * 300, replica, of)
    })
    next = next.at(at + 4100).type(primary, 'CONFIG SET repl-ping-replica-period 3600')
    return typeAll(next, at + 5500, FIVE, 'INFO replication')
  }

  const switched = layouts.reduce(newLayout, withDeadServer(cluster({ replicas: 4, conf: { 'repl-diskless-sync-delay': 0 } })))
  const steps = suiteCase(typeAll(switched, 18_900, FIVE, 'GET x').until(19_000), 10)

  it('PSYNC2: total sum of full synchronizations is exactly 4', () => {
    // The four of the beginning: each replica of r1 had one.
    steps.each((story) => expect(fullSyncs(story, FIVE)).toEqual([0, 0, 0, 0, 0]))
  })

  it('PSYNC2: cluster is consistent after load', () => {
    steps.each((story) => {
      expectSameData(story, ...FIVE)
      expect(FIVE.map((server) => answer(story, server, 'GET x'))).toEqual(FIVE.map(() => '600'))
      for (const nth of [1, 2, 3])
        expectField(story, 'master_repl_offset', FIVE, info(story, 'r1', 'master_repl_offset', nth), nth)
    })
  })
})

it('integration/psync2.tcl: PSYNC2: Partial resync after restart using RDB aux fields', () => {
  const restarted = cluster({ replicas: 4, conf: { save: '1 1' } })
    .client('c1', 'r1', { untilMs: 3000 })
    .at(6000)
    .kill('r3')
    .at(6500)
    .start('r3')
    .until(8000)
  suiteCase(restarted).each((story) => {
    expect(story.first('boot', { host: 'r3' })).toMatchObject({ loaded: 'rdb', writes: 300 })
    expect(syncs(story, 'r1')).toEqual({ full: 0, partial: 1, rejected: 0 })
  })
})

it('integration/psync2-reg.tcl: PSYNC2 #3899 regression: verify consistency', () => {
  let test = withDeadServer(cluster({ replicas: 1, conf: { 'repl-backlog-size': 10_485_760 } }))
    .server('r3', { replicaOf: 'r2', conf: {} })
    .client('c1', 'r1', { command: 'INCR n', everyMs: 5, untilMs: 10_000 })
  for (let at = 700; at < 10_000; at += 1100) test = breakLink(test, at, 'r2', 'r1')
  for (let at = 900; at < 10_000; at += 1300) test = breakLink(test, at, 'r3', 'r2')
  suiteCase(test.until(13_000), 10).each((story) => {
    expectSameData(story, 'r1', 'r2', 'r3')
    expect(fullSyncs(story, ['r1', 'r2'])).toEqual([0, 0])
    expect(syncs(story, 'r1').partial).toBe(9)
  })
})

describe('integration/psync2-pingoff.tcl', () => {
  const pinging = { 'repl-diskless-sync-delay': 0, 'repl-ping-replica-period': 1 }

  it('Make the old master a replica of the new one and check conditions', () => {
    // r1 goes on pinging while nothing reaches r2, which is promoted without having read a PING.
    const test = withDeadServer(cluster({ replicas: 1, conf: pinging }))
      .client('c1', 'r1', { command: 'INCR counter', everyMs: 10, fromMs: 1000, untilMs: 1030 })
      .at(2000)
      .cut('r1', 'r2')
      .at(7000)
      .type('r2', 'SLAVEOF NO ONE')
      .type('r2', 'CONFIG SET repl-ping-replica-period 1000')
      .at(7001)
      .heal()
      .at(7100)
      .type('r1', 'REPLICAOF r2 6379')
      .at(9500)
      .type('r1', 'INFO replication')
      .type('r2', 'INCR x')
      .at(9600)
      .type('r1', 'GET x')
    suiteCase(typeAll(test, 9700, ['r1', 'r2'], 'INFO replication').until(10_000)).each((story) => {
      expect(syncs(story, 'r2')).toEqual({ full: 1, partial: 0, rejected: 1 })
      expect(info(story, 'r1', 'master_link_status', 1)).toBe('up')
      expect(answer(story, 'r1', 'GET x')).toBe('1')
      expect(info(story, 'r1', 'master_repl_offset', 2)).toBe(info(story, 'r2', 'master_repl_offset'))
    })
  })

  it('test various edge cases of repl topology changes with missing pings at the end', () => {
    const replicas = ['r1', 'r3', 'r4', 'r5']
    const switched = withDeadServer(cluster({ replicas: 4, conf: { 'repl-diskless-sync-delay': 0 } }))
      .at(1000)
      .type('r1', 'INCR x')
      .at(2000)
      .type('r2', 'REPLICAOF NO ONE')
      .type('r3', 'REPLICAOF r9 6379')
      .type('r1', 'CONFIG SET repl-ping-replica-period 1')
      .at(5000)
      .type('r4', 'REPLICAOF r2 6379')
      .type('r1', 'REPLICAOF r2 6379')
      .type('r3', 'REPLICAOF r1 6379')
    const followed = typeAll(switched, 9000, replicas, 'INFO replication').at(9100).type('r2', 'INCR x')
    let test = typeAll(followed, 9200, replicas, 'GET x')
    for (const [replica, of] of Object.entries({ r1: 'r2', r3: 'r1', r4: 'r2', r5: 'r1' }))
      test = breakLink(test, 10_000, replica, of)
    test = typeAll(test.at(12_000).type('r2', 'INCR x'), 12_100, replicas, 'GET x')
    suiteCase(test.until(12_500)).each((story) => {
      expectField(story, 'master_link_status', replicas, 'up')
      for (const replica of replicas) {
        expect(answer(story, replica, 'GET x', 1)).toBe('2')
        expect(answer(story, replica, 'GET x', 2)).toBe('3')
      }
      // To the four full syncs of the beginning r1 has added those of r3 and r5, and r2 has served r4 and r1.
      expect(fullSyncs(story, FIVE)).toEqual([2, 2, 0, 0, 0])
      expect([syncs(story, 'r1', 10_000), syncs(story, 'r2', 10_000)]).toMatchObject([
        { full: 0, partial: 2 },
        { full: 0, partial: 2 },
      ])
    })
  })

  it('Chained replicas disconnect when replica re-connect with the same master (they do not)', () => {
    const chain = withDeadServer(cluster({ replicas: 1, conf: pinging })).server('r3', { replicaOf: 'r2', conf: pinging })
    const busy = chain.at(1000).type('r1', 'INCR counter2').at(4000).type('r1', 'CONFIG SET repl-ping-replica-period 100')
    const broken = breakLink(busy, 5000, 'r2', 'r1')
    const first = typeAll(broken, 6500, ['r1', 'r2', 'r3'], 'INFO replication').at(7000).type('r1', 'INCR counter2')
    const read = typeAll(first, 7100, ['r2', 'r3'], 'GET counter2')
    suiteCase(typeAll(read, 7200, ['r1', 'r2', 'r3'], 'INFO replication').until(7500)).each((story) => {
      expect(syncs(story, 'r1')).toEqual({ full: 0, partial: 1, rejected: 0 })
      expect(syncs(story, 'r2')).toEqual({ full: 0, partial: 0, rejected: 0 })
      expectField(story, 'master_link_status', ['r2', 'r3'], 'up')
      for (const nth of [1, 2])
        expectField(story, 'master_repl_offset', ['r2', 'r3'], info(story, 'r1', 'master_repl_offset', nth), nth)
      expect(['r2', 'r3'].map((server) => answer(story, server, 'GET counter2'))).toEqual(['2', '2'])
    })
  })
})

describe('integration/psync2-master-restart.tcl', () => {
  const conf = { 'repl-diskless-sync-delay': 0, 'repl-ping-replica-period': 3600, 'repl-timeout': 3600 }
  const trio = ['r1', 'r2', 'r3']

  /** r1 is restarted with the snapshot of its save point, which holds everything; r3 follows r2. */
  function restarted(test: Cluster) {
    const down = test.at(7000).type('r1', 'INFO replication').at(7100).kill('r1').at(7500).start('r1')
    return suiteCase(typeAll(down.type('r1', 'INFO replication'), 10_000, trio, 'INFO replication').until(10_500))
  }

  function expectRestored(story: Story): void {
    const saved = (field: string) => info(story, 'r1', field, 1)
    const restored = (field: string) => info(story, 'r1', field, 2)
    const next = String(Number(saved('master_repl_offset')) + 1)
    expect(restored('master_replid')).not.toBe(saved('master_replid'))
    expect(restored('master_repl_offset')).toBe(saved('master_repl_offset'))
    expect(restored('master_replid2')).toBe(saved('master_replid'))
    expect(restored('second_repl_offset')).toBe(next)
    expect(restored('repl_backlog_active')).toBe('1')
    expect(restored('repl_backlog_first_byte_offset')).toBe(next)
    expect(restored('repl_backlog_histlen')).toBe('0')
    for (const server of ['r1', 'r2']) expect(syncs(story, server, 7100)).toEqual({ full: 0, partial: 1, rejected: 0 })
    for (const replica of ['r2', 'r3']) expect(info(story, replica, 'master_link_status')).toBe('up')
    expectSameData(story, ...trio)
  }

  it('PSYNC2: Partial resync after Master restart using RDB aux fields when offset is 0', () => {
    // What is written before the first replica comes does not count in the stream.
    const test = cluster({ conf: { ...conf, save: '3 1' } })
      .server('r2', { conf })
      .server('r3', { conf })
      .client('c1', 'r1', null)
      .at(500)
      .type('c1', 'SET key value')
      .at(1000)
      .type('r2', 'REPLICAOF r1 6379')
      .at(1500)
      .type('r3', 'REPLICAOF r2 6379')
    restarted(test).each((story) => {
      expect(info(story, 'r1', 'master_repl_offset', 1)).toBe('0')
      expectRestored(story)
    })
  })

  it('PSYNC2: Partial resync after Master restart using RDB aux fields with data', () => {
    const chain = cluster({ replicas: 1, conf: { ...conf, save: '1 1' } }).server('r3', { replicaOf: 'r2', conf })
    restarted(chain.client('c1', 'r1', { untilMs: 2000 })).each((story) => {
      expect(Number(info(story, 'r1', 'master_repl_offset', 1))).toBeGreaterThan(10_000)
      expectRestored(story)
    })
  })
})
