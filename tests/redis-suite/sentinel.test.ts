// tests/sentinel/tests/ of Redis 7.0.15: five servers, five sentinels, settings of its init-tests.tcl.
import { describe, expect, it } from 'vitest'
import type { SentinelConf } from '@/lib/sim/kinds/sentinel/conf'
import { type Cluster, cluster } from '@/tests/kernel/cluster'
import type { Story } from '@/tests/kernel/story'
import { answer, info, list, roleOf, suiteCase, typeAll } from './suite'

const SERVERS = ['r1', 'r2', 'r3', 'r4', 'r5']
const SENTINELS = ['s1', 's2', 's3', 's4', 's5']
const ADDRESS = 'SENTINEL GET-MASTER-ADDR-BY-NAME m'

const sentinelConf: Partial<SentinelConf> = {
  'down-after-milliseconds': 2000,
  'failover-timeout': 10_000,
  'parallel-syncs': 10,
}

function deployment(quorum = 3): Cluster {
  return cluster({ replicas: 4, sentinels: 5, quorum, sentinelConf, conf: { 'repl-diskless-sync-delay': 0 } })
}

/** Asks every server for its INFO and ROLE and every sentinel for the primary. */
function inquire(test: Cluster, atMs: number): Cluster {
  const asked = typeAll(typeAll(test, atMs, SERVERS, 'INFO replication'), atMs, SERVERS, 'ROLE')
  return typeAll(asked, atMs, SENTINELS, ADDRESS)
}

/** Whom a sentinel named when it was asked for the `nth` time. */
function named(story: Story, sentinel: string, nth = 1): string {
  return String(list(answer(story, sentinel, ADDRESS, nth))[0])
}

/** Whom all sentinels named, which is not `old`. */
function newPrimary(story: Story, old: string, nth = 1): string {
  const primary = named(story, 's1', nth)
  expect(primary).not.toBe(old)
  expect(SENTINELS.map((sentinel) => named(story, sentinel, nth))).toEqual(SENTINELS.map(() => primary))
  return primary
}

function expectFollowers(story: Story, primary: string, servers: readonly string[], nth = 1): void {
  for (const server of servers.filter((other) => other !== primary)) {
    expect([info(story, server, 'master_host', nth), info(story, server, 'master_link_status', nth)]).toEqual([primary, 'up'])
  }
}

/** What every failover of the suite is checked for. */
function itFailsOver(title: string, test: Cluster): void {
  const steps = suiteCase(inquire(test, 39_500).until(40_000), 10)

  it(title, () => {
    steps.each((story) => newPrimary(story, 'r1'))
  })

  it('New master role matches', () => {
    steps.each((story) => expect(roleOf(story, newPrimary(story, 'r1'))).toBe('master'))
  })

  it('All the other slaves now point to the new master', () => {
    steps.each((story) => expectFollowers(story, newPrimary(story, 'r1'), ['r2', 'r3', 'r4', 'r5']))
  })

  it('The old master eventually gets reconfigured as a slave', () => {
    steps.each((story) => expectFollowers(story, newPrimary(story, 'r1'), ['r1']))
  })
}

describe('sentinel/tests/00-base.tcl', () => {
  describe('default quorum', () => {
    itFailsOver('Basic failover works if the master is down', deployment().at(3000).kill('r1').at(15_000).start('r1'))
  })

  describe('quorum of all', () => {
    const test = deployment(5).at(3000).kill('r1').at(15_000).start('r1')
    itFailsOver('Failover works if we configure for absolute agreement', test)
  })

  it('ODOWN is not possible without N (quorum) Sentinels reports', () => {
    const test = deployment(6).at(3000).kill('r1').at(15_000).start('r1')
    suiteCase(typeAll(test, 16_000, SENTINELS, ADDRESS).until(16_500), 10).each((story) => {
      expect(new Set(story.logs('+sdown', { target: 'r1' }).map(({ host: sentinel }) => sentinel))).toEqual(new Set(SENTINELS))
      expect(story.logs('+odown')).toEqual([])
      expect(SENTINELS.map((sentinel) => named(story, sentinel))).toEqual(SENTINELS.map(() => 'r1'))
    })
  })

  it('Failover is not possible without majority agreement', () => {
    const alive = ['s4', 's5']
    // With quorum 3 two sentinels do not even agree that it is down; with quorum 2 they do, and cannot elect.
    for (const quorum of [3, 2]) {
      const test = deployment(quorum).at(2000).kill('s1').kill('s2').kill('s3').at(3000).kill('r1').at(20_000).start('r1')
      suiteCase(typeAll(test, 21_000, alive, ADDRESS).until(21_500), 10).each((story) => {
        expect(story.logs('+odown', { target: 'r1' }).length > 0).toBe(quorum === 2)
        expect(story.logs('+elected-leader')).toEqual([])
        expect(alive.map((sentinel) => named(story, sentinel))).toEqual(['r1', 'r1'])
      })
    }
  })
})

describe('sentinel/tests/01-conf-update.tcl', () => {
  const others = ['s1', 's3', 's4', 's5']
  const crashed = deployment().at(2000).kill('s2').at(3000).kill('r1').at(14_000).start('r1')
  const asked = typeAll(crashed, 14_500, others, ADDRESS).at(15_000).start('s2').type('s2', ADDRESS)
  const steps = suiteCase(inquire(asked, 20_000).until(20_500), 10)

  it('We can failover with Sentinel 1 crashed', () => {
    steps.each((story) => {
      const primary = named(story, 's1')
      expect(primary).not.toBe('r1')
      expect(others.map((sentinel) => named(story, sentinel))).toEqual(others.map(() => primary))
    })
  })

  it('After Sentinel 1 is restarted, its config gets updated', () => {
    steps.each((story) => {
      expect(named(story, 's2', 1)).toBe('r1')
      expect(newPrimary(story, 'r1', 2)).toBe(named(story, 's1', 1))
    })
  })

  it('New master role matches', () => {
    steps.each((story) => expect(roleOf(story, newPrimary(story, 'r1', 2))).toBe('master'))
  })
})

describe('sentinel/tests/02-slaves-reconf.tcl', () => {
  // Priorities say who is next, so that the file knows whom to kill.
  const settled = deployment()
    .server('r2', { conf: { 'replica-priority': 10 } })
    .server('r3', { conf: { 'replica-priority': 20 } })
  const once = inquire(inquire(settled, 1000).at(3000).kill('r1').at(12_000).start('r1'), 30_000)
  const twice = once.at(31_000).kill('r4').at(31_500).kill('r2').at(42_000).start('r2')
  const alive = ['r1', 'r2', 'r3', 'r5']
  const followed = typeAll(twice, 60_000, alive, 'INFO replication')
  const back = typeAll(followed.at(61_000).start('r4'), 95_000, SERVERS, 'INFO replication')
  const steps = suiteCase(typeAll(back, 95_000, SENTINELS, ADDRESS).until(95_500), 5)

  it('Check that slaves replicate from current master', () => {
    steps.each((story) => expectFollowers(story, 'r1', SERVERS, 1))
  })

  it('Crash the master and force a failover', () => {
    steps.each((story) => {
      expect(newPrimary(story, 'r1', 2)).toBe('r2')
      expectFollowers(story, 'r2', SERVERS, 2)
    })
  })

  it('Crash the master and force a failover (again, with a slave instance killed)', () => {
    steps.each((story) => {
      expect(newPrimary(story, 'r2', 3)).toBe('r3')
      expectFollowers(story, 'r3', alive, 3)
    })
  })

  it('Wait for failover to end', () => {
    steps.each((story) => {
      const leaders = story.logs('+elected-leader').map(({ host: sentinel }) => sentinel)
      expect(leaders).toHaveLength(2)
      const ended = story.logs('+failover-end').filter(({ at }) => at < 60_000_000)
      expect(ended.map(({ host: sentinel }) => sentinel)).toEqual(leaders)
    })
  })

  it('Restart killed slave and test replication of slaves again...', () => {
    steps.each((story) => {
      expectFollowers(story, 'r3', alive, 4)
      expectFollowers(story, 'r3', ['r4'], 3)
    })
  })
})

describe('sentinel/tests/05-manual.tcl', () => {
  itFailsOver('Manual failover works', deployment().at(3000).type('s1', 'SENTINEL FAILOVER m'))

  it('Manual failover works: the reply is OK', () => {
    suiteCase(deployment().at(3000).type('s1', 'SENTINEL FAILOVER m').until(4000), 10).each((story) => {
      expect(answer(story, 's1', 'SENTINEL FAILOVER m')).toBe('OK')
    })
  })
})
