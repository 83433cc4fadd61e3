// tests/unit/wait.tcl of Redis 7.0.15.
import { expect, it } from 'vitest'
import { cluster } from '@/tests/kernel/cluster'
import { answer, info, suiteCase } from './suite'

const threeIncrements = (atMs: number) =>
  cluster({ replicas: 1 })
    .client('c1', 'r1', null)
    .at(atMs)
    .type('c1', 'SET foo 0')
    .type('c1', 'INCR foo')
    .type('c1', 'INCR foo')
    .type('c1', 'INCR foo')

it('unit/wait.tcl: WAIT should acknowledge 1 additional copy of the data', () => {
  const waited = threeIncrements(1000).type('c1', 'WAIT 1 5000').at(1100).type('r2', 'GET foo').until(2000)
  suiteCase(waited).each((story) => {
    expect(answer(story, 'c1', 'WAIT 1 5000')).toBe(1)
    expect(answer(story, 'r2', 'GET foo')).toBe('3')
  })
})

it('unit/wait.tcl: WAIT should not acknowledge 2 additional copies of the data', () => {
  const waited = threeIncrements(1000).type('c1', 'WAIT 2 1000').until(3000)
  suiteCase(waited).each((story) => expect(answer(story, 'c1', 'WAIT 2 1000')).toBe(1))
})

it('unit/wait.tcl: WAIT should not acknowledge 1 additional copy if slave is blocked', () => {
  const waited = threeIncrements(1000)
    .at(900)
    .pause('r2')
    .at(1001)
    .type('c1', 'WAIT 1 1000')
    .at(2300)
    .resume('r2')
    .type('c1', 'WAIT 1 1000')
    .until(4000)
  suiteCase(waited).each((story) => {
    expect(answer(story, 'c1', 'WAIT 1 1000')).toBe(0)
    expect(answer(story, 'c1', 'WAIT 1 1000', 2)).toBe(1)
  })
})

it('unit/wait.tcl: WAIT implicitly blocks on client pause since ACKs aren’t sent (the pause is that of FAILOVER)', () => {
  const waited = threeIncrements(1001)
    .at(1000)
    .pause('r2')
    .at(1002)
    .type('r1', 'FAILOVER TO r2 6379 TIMEOUT 60000')
    .at(1010)
    .type('r1', 'INFO replication')
    .type('c1', 'WAIT 1 1000')
    .at(2200)
    .type('r1', 'INFO replication')
    .at(2300)
    .type('r1', 'FAILOVER ABORT')
    .resume('r2')
    .type('c1', 'WAIT 1 1000')
    .until(4000)
  suiteCase(waited).each((story) => {
    expect(answer(story, 'c1', 'WAIT 1 1000')).toBe(0)
    // No GETACK went into the stream.
    expect(info(story, 'r1', 'master_repl_offset', 2)).toBe(info(story, 'r1', 'master_repl_offset', 1))
    expect(answer(story, 'c1', 'WAIT 1 1000', 2)).toBe(1)
  })
})
