// tests/integration/failover.tcl of Redis 7.0.15. There node 0, 1 and 2 are r1, r2 and r3.
import { describe, expect, it } from 'vitest'
import { run } from '@/lib/sim/run'
import { type Cluster, cluster } from '@/tests/kernel/cluster'
import { Story } from '@/tests/kernel/story'
import { answer, expectSameData, info, roleOf, suiteCase, syncs, typeAll } from './suite'

const NODES = ['r1', 'r2', 'r3']
const nodes = cluster({ replicas: 2, conf: { 'repl-diskless-sync-delay': 0 } }).client('c1', 'r1', null)

/** The end of each test: who is what, and whether all is in sync. */
function inquire(test: Cluster, atMs: number): Cluster {
  return typeAll(typeAll(test, atMs, NODES, 'ROLE'), atMs, NODES, 'INFO replication').until(atMs + 500)
}

function expectRoles(story: Story, roles: readonly string[]): void {
  expect(NODES.map((node) => roleOf(story, node))).toEqual(roles)
  NODES.forEach((node, index) => {
    if (roles[index] === 'slave') expect(info(story, node, 'master_link_status', -1)).toBe('up')
  })
}

function failoverStates(story: Story, server: string): readonly string[] {
  return story.all('failover-state', { host: server }).map(({ state }) => state)
}

describe('integration/failover.tcl: what FAILOVER refuses', () => {
  const refused = (test: Cluster, on: string, command: string, error: string) => {
    suiteCase(test.at(1000).type(on, command).until(1500)).each((story) => {
      expect(answer(story, on, command)).toEqual({ error })
      expect(failoverStates(story, on)).toEqual([])
    })
  }

  it('failover command fails without connected replica', () => {
    refused(cluster().server('r2', { conf: {} }), 'r1', 'FAILOVER TO r2 6379', 'ERR FAILOVER requires connected replicas.')
  })

  it('failover command fails with invalid host (a server that is no replica)', () => {
    const test = nodes.server('r4', { conf: {} })
    refused(test, 'r1', 'FAILOVER TO r4 6379', 'ERR FAILOVER target HOST and PORT is not a replica.')
  })

  it('failover command fails when sent to a replica', () => {
    refused(nodes, 'r2', 'FAILOVER TO r2 6379', 'ERR FAILOVER is not valid when server is a replica.')
  })

  // The reader of scenarios refuses these two before the run; whoever builds one by hand hears it from the server.
  it.each([
    ['failover command fails with just force and timeout', 'FAILOVER FORCE TIMEOUT 100'],
    ['failover command fails with force without timeout', 'FAILOVER TO r2 6379 FORCE'],
  ])('%s', (_, command) => {
    const test = nodes.at(1000).type('r1', command).until(1500)
    expect(() => suiteCase(test).each(() => {})).toThrow('FORCE needs both TO and TIMEOUT')
    expect(answer(new Story(run(test.scenario)), 'r1', command)).toEqual({
      error: 'ERR FAILOVER with force option requires both a timeout and target HOST and IP.',
    })
  })
})

describe('integration/failover.tcl: what FAILOVER does', () => {
  it('failover command to specific replica works', () => {
    const test = nodes
      .client('load', 'r1', { everyMs: 10, untilMs: 7000 })
      .at(2000)
      .pause('r2')
      .at(4000)
      .resume('r2')
      .type('r1', 'FAILOVER TO r2 6379')
      .at(8000)
      .type('r3', 'REPLICAOF r2 6379')
    suiteCase(inquire(test, 9500)).each((story) => {
      expect(failoverStates(story, 'r1')).toEqual(['waiting-for-sync', 'failover-in-progress', 'no-failover'])
      expectRoles(story, ['slave', 'master', 'slave'])
      expect(syncs(story, 'r2')).toEqual({ full: 0, partial: 2, rejected: 0 })
      expectSameData(story, ...NODES)
    })
  })

  it('failover command to any replica works', () => {
    const test = nodes
      .at(2000)
      .pause('r2')
      .type('c1', 'SET CASE 1')
      .at(2001)
      .type('r1', 'FAILOVER')
      .at(5000)
      .resume('r2')
      .type('r2', 'REPLICAOF r3 6379')
    suiteCase(inquire(test, 7500)).each((story) => {
      expect(failoverStates(story, 'r1').at(-1)).toBe('no-failover')
      expectRoles(story, ['slave', 'slave', 'master'])
      expect(syncs(story, 'r3')).toEqual({ full: 0, partial: 2, rejected: 0 })
      expectSameData(story, ...NODES)
    })
  })

  it('failover to a replica with force works', () => {
    const test = typeAll(
      nodes.at(2000).pause('r2').type('c1', 'SET case 2').at(2001).type('r1', 'FAILOVER TO r2 6379 TIMEOUT 100 FORCE'),
      3000,
      ['r1', 'r3'],
      'INFO replication',
    )
    const resumed = test.at(3500).resume('r2').at(5000).type('r3', 'REPLICAOF r2 6379')
    suiteCase(inquire(resumed, 7500)).each((story) => {
      expect(info(story, 'r1', 'master_failover_state')).toBe('failover-in-progress')
      // Never two primaries: while the target sleeps there is none.
      expect(['r1', 'r3'].map((node) => info(story, node, 'role'))).toEqual(['slave', 'slave'])
      expect(failoverStates(story, 'r1').at(-1)).toBe('no-failover')
      expectRoles(story, ['slave', 'master', 'slave'])
      expect(syncs(story, 'r2')).toEqual({ full: 0, partial: 2, rejected: 0 })
      expectSameData(story, ...NODES)
    })
  })

  it('failover with timeout aborts if replica never catches up', () => {
    const test = nodes
      .at(2000)
      .pause('r2')
      .type('c1', 'SET CASE 1')
      .at(2001)
      .type('r1', 'FAILOVER TO r2 6379 TIMEOUT 500')
      .at(3500)
      .resume('r2')
    suiteCase(inquire(test, 6000)).each((story) => {
      expect(failoverStates(story, 'r1')).toEqual(['waiting-for-sync', 'no-failover'])
      expectRoles(story, ['master', 'slave', 'slave'])
      for (const node of NODES) expect(syncs(story, node)).toEqual({ full: 0, partial: 0, rejected: 0 })
      expectSameData(story, ...NODES)
    })
  })

  it('failovers can be aborted', () => {
    const test = nodes
      .at(2000)
      .pause('r2')
      .type('c1', 'SET CASE 2')
      .at(2001)
      .type('r1', 'FAILOVER TO r2 6379 TIMEOUT 60000')
      .at(2500)
      .type('r1', 'INFO replication')
      .type('c1', 'GET CASE')
      .at(3000)
      .type('r1', 'FAILOVER ABORT')
      .type('r1', 'INFO replication')
      .at(3500)
      .resume('r2')
    suiteCase(inquire(test, 6000)).each((story) => {
      expect(info(story, 'r1', 'master_failover_state', 1)).toBe('waiting-for-sync')
      expect(answer(story, 'c1', 'GET CASE')).toBe('2')
      expect(info(story, 'r1', 'master_failover_state', 2)).toBe('no-failover')
      expectRoles(story, ['master', 'slave', 'slave'])
      for (const node of NODES) expect(syncs(story, node)).toEqual({ full: 0, partial: 0, rejected: 0 })
      expectSameData(story, ...NODES)
    })
  })

  it('failover aborts if target rejects sync request (it has become a primary by itself)', () => {
    // r1 hears 50 ms later that it has lost r2.
    const test = nodes
      .link('r1', 'r2', 50)
      .at(2000)
      .type('r2', 'REPLICAOF NO ONE')
      .at(2003)
      .type('c1', 'SET FOO 0')
      .at(2005)
      .type('r1', 'FAILOVER TO r2 6379 FORCE TIMEOUT 10')
      .at(2006)
      .type('c1', 'SET FOO BAR')
      .at(6000)
      .type('r2', 'REPLICAOF r1 6379')
    suiteCase(inquire(test, 8500)).each((story) => {
      expect(failoverStates(story, 'r1')).toEqual(['waiting-for-sync', 'failover-in-progress', 'no-failover'])
      expect(story.all('psync', { host: 'r2', replica: 'r1' }).map(({ outcome }) => outcome)).toEqual(['refused'])
      // The write that was paused meets a primary again.
      expect(answer(story, 'c1', 'SET FOO BAR')).toBe('OK')
      expectRoles(story, ['master', 'slave', 'slave'])
      expectSameData(story, ...NODES)
    })
  })
})
