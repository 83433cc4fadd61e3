// tests/sentinel/tests/06-ckquorum.tcl and 07-down-conditions.tcl of Redis 7.0.15.
import { describe, expect, it } from 'vitest'
import { type Cluster, cluster } from '@/tests/kernel/cluster'
import type { Story } from '@/tests/kernel/story'
import { answer, suiteCase, typeAll, withDeadServer } from './suite'

const SENTINELS = ['s1', 's2', 's3', 's4', 's5']
const CKQUORUM = 'SENTINEL CKQUORUM m'
const NO_QUORUM = 'Not enough available Sentinels to reach the specified quorum for this master'
const NO_MAJORITY = 'Not enough available Sentinels to reach the majority and authorize a failover'

function deployment(quorum = 3): Cluster {
  const sentinelConf = { 'down-after-milliseconds': 3000, 'failover-timeout': 10_000 }
  return cluster({ replicas: 1, sentinels: 5, quorum, sentinelConf, conf: { 'repl-diskless-sync-delay': 0 } })
}

describe('sentinel/tests/06-ckquorum.tcl', () => {
  it('CKQUORUM reports OK and the right amount of Sentinels', () => {
    suiteCase(typeAll(deployment(), 2000, SENTINELS, CKQUORUM).until(2500)).each((story) => {
      for (const sentinel of SENTINELS) expect(answer(story, sentinel, CKQUORUM)).toMatch(/^OK 5 usable Sentinels\./)
    })
  })

  it('CKQUORUM detects quorum cannot be reached', () => {
    suiteCase(deployment(6).at(2000).type('s1', CKQUORUM).until(2500)).each((story) => {
      expect(answer(story, 's1', CKQUORUM)).toEqual({ error: `NOQUORUM 5 usable Sentinels. ${NO_QUORUM}` })
    })
  })

  it('CKQUORUM detects failover authorization cannot be reached', () => {
    const test = deployment(1).at(2000).kill('s2').kill('s3').kill('s4').type('s1', CKQUORUM).at(8000).type('s1', CKQUORUM)
    suiteCase(test.until(8500)).each((story) => {
      expect(answer(story, 's1', CKQUORUM, 1)).toMatch(/^OK/)
      expect(answer(story, 's1', CKQUORUM, 2)).toEqual({ error: `NOQUORUM 2 usable Sentinels. ${NO_MAJORITY}` })
    })
  })
})

describe('sentinel/tests/07-down-conditions.tcl', () => {
  /** Crash the majority of Sentinels to prevent failovers for this unit. */
  const minority = withDeadServer(deployment()).at(500).kill('s1').kill('s2').kill('s3')

  /** Whether sentinel `s4` holds the primary to be down at that time. */
  function isDown(story: Story, atMs: number): boolean {
    const said = story.all('sentinel', ({ host: sentinel, event, target }) => {
      return sentinel === 's4' && target === 'r1' && (event === '+sdown' || event === '-sdown')
    })
    return said.filter(({ at }) => at < atMs * 1000).at(-1)?.event === '+sdown'
  }

  /** Up before it happens at 3 s, down at `downMs`, when it is undone, and up at the end. */
  function expectDownAndUp(test: Cluster, downMs: number): void {
    suiteCase(test).each((story) => {
      const { durationMs } = story.run.scenario
      expect([3000, downMs, durationMs].map((atMs) => isDown(story, atMs))).toEqual([false, true, false])
      expect(story.logs('+switch-master')).toEqual([])
    })
  }

  it('SDOWN is triggered by non-responding but not crashed instance', () => {
    expectDownAndUp(minority.at(3000).pause('r1').at(8000).resume('r1').until(10_000), 8000)
  })

  it('SDOWN is triggered by crashed instance', () => {
    expectDownAndUp(minority.at(3000).kill('r1').at(8000).start('r1').until(11_000), 8000)
  })

  it('SDOWN is triggered by masters advertising as slaves', () => {
    const advertising = minority.at(3000).type('r1', 'SLAVEOF r9 6379').at(40_000).type('r1', 'SLAVEOF NO ONE')
    expectDownAndUp(advertising.until(52_000), 40_000)
  })
})
