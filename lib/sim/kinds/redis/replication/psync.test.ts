import { describe, expect, it } from 'vitest'
import { type Cluster, cluster } from '@/tests/kernel/cluster'
import { type Story, seconds } from '@/tests/kernel/story'

/** The answers to PSYNC from `fromMs` on, in few words: `r3 at r2: continue ok`. */
function answers(story: Story, fromMs = 0): string[] {
  return story
    .all('psync', {}, fromMs)
    .map(({ replica, host: primary, outcome, reason }) => `${replica} at ${primary}: ${outcome} ${reason}`)
}

describe('R26, R33, R36: after a promotion', () => {
  const busy = cluster({ replicas: 2 }).client('c1', 'r1')
  const handover = busy.at(3000).type('r2', 'REPLICAOF NO ONE').at(3200).type('r3', 'REPLICAOF r2 6379')

  it('R33: the old id stays valid up to the next byte, the new one is random, sub-replicas are dropped', () => {
    const story = busy.server('r3', { replicaOf: 'r2' }).at(3000).type('r2', 'REPLICAOF NO ONE').until(5000).run()
    const settled = story.first('settled').servers.find(({ host }) => host === 'r2')
    const promotion = story.first('role', { host: 'r2' })
    expect(promotion).toMatchObject({ role: 'primary', of: null, replid2: settled?.replid, secondOffset: promotion.offset + 1 })
    expect(promotion.replid).not.toBe(settled?.replid)
    expect(story.first('replica-lost', { host: 'r2', replica: 'r3' })).toMatchObject({ at: promotion.at, reason: 'reset' })
    expect(answers(story, 3000)).toEqual(['r3 at r2: continue ok'])
    expect(story.all('apply', { host: 'r2' }, 3001)).toEqual([])
  })

  it('R26: another replica continues from the promoted one’s backlog, when it was not ahead', () => {
    const behind = handover.link('r1', 'r3', 400).until(5000).run()
    expect(answers(behind, 3000)).toEqual(['r3 at r2: continue ok'])
    const applied = (server: string) => behind.all('apply', { host: server }, 3000).map(({ write }) => write)
    expect(applied('r3').length).toBeGreaterThan(0)
    const promotion = behind.first('role', { host: 'r2' })
    expect(behind.first('continue', { host: 'r3' })).toMatchObject({ primary: 'r2', replid: promotion.replid })
  })

  it('R36: a replica that was ahead must take everything anew, and loses the excess', () => {
    const ahead = handover.link('r1', 'r2', 50).until(12_000).run()
    expect(answers(ahead, 3000)).toEqual(['r3 at r2: full second-offset'])
    const { secondOffset } = ahead.first('role', { host: 'r2' })
    const asked = ahead.first('psync', { replica: 'r3' })
    expect(asked.offset).toBeGreaterThan(secondOffset)
    expect(asked.limit).toBe(secondOffset)
    expect(ahead.first('load', { host: 'r3' }).discarded).toBeGreaterThan(0)
  })

  it('R36: equality is enough', () => {
    const idle = cluster({ replicas: 2 }).at(3000).type('r2', 'REPLICAOF NO ONE').at(3000.5).type('r3', 'REPLICAOF r2 6379')
    const story = idle.until(4000).run()
    const asked = story.first('psync')
    expect(asked).toMatchObject({ outcome: 'continue', offset: asked.limit })
  })
})

describe('R29, R32: asking and going on', () => {
  const blink = cluster({ replicas: 1 }).client('c1', 'r1').at(3000).kill('r2').at(4000).start('r2').until(9000)

  it('R29: a replica asks for the byte after its last; one without history for everything', () => {
    const story = blink.run()
    const boot = story.first('boot', { host: 'r2' })
    expect(story.first('psync')).toMatchObject({ replid: boot.replid, offset: boot.offset + 1 })
    const fresh = cluster().server('r2', { conf: {} }).at(1000).type('r2', 'REPLICAOF r1 6379').until(2000).run()
    // A server that was a primary asks with its own id (R34); only one that starts empty as a replica knows none.
    expect(fresh.first('psync')).toMatchObject({ replid: fresh.first('role').replid, offset: 1, outcome: 'full' })
    const empty = cluster({ replicas: 1 })
      .server('r2', { conf: { appendonly: 'yes' } })
      .at(1000)
      .kill('r2')
      .at(1500)
      .start('r2')
      .run()
    expect(empty.first('psync')).toMatchObject({ replid: '?', offset: -1, outcome: 'full', reason: 'first-sync' })
  })

  it('R32: the primary has it online at once, with an ACK of 0 until the first one (R71)', () => {
    const story = blink.at(4000.7).type('r1', 'INFO').run()
    const continued = story.first('psync')
    expect(story.first('replica-online', {}, 3000).at).toBe(continued.at)
    expect(story.replies[0]).toMatch(/slave0:ip=r2,port=6379,state=online,offset=0,lag=0\r\n/)
    expect(story.first('ack', {}, 4000).at).toBeGreaterThan(continued.at)
  })

  it('R32: a new id is taken over, the old one remembered up to here, and sub-replicas must ask again', () => {
    const story = cluster({ replicas: 2 })
      .server('r4', { replicaOf: 'r3' })
      .at(3000)
      .type('r2', 'REPLICAOF NO ONE')
      .at(3100)
      .type('r3', 'REPLICAOF r2 6379')
      .until(5000)
      .run()
    const old = story.first('settled').servers[0]?.replid
    const { replid } = story.first('role', { host: 'r2' })
    const continued = story.first('continue', { host: 'r3' })
    expect(continued).toMatchObject({ replid, replid2: old, secondOffset: continued.offset + 1 })
    expect(story.first('replica-lost', { host: 'r3', replica: 'r4' }).at).toBe(continued.at)
    expect(story.first('continue', { host: 'r4' })).toMatchObject({ replid, replid2: old })
  })
})

describe('R30: what the backlog must reach', () => {
  const away = (size: number) =>
    cluster({ replicas: 1, conf: { 'repl-backlog-size': size } })
      .client('c1', 'r1', { command: `SET k ${'v'.repeat(200)}`, untilMs: 4000 })
      .at(3000)
      .kill('r2')
      .at(8000)
      .start('r2')
      .until(9000)

  /** Bytes that the replica lacks when it asks. */
  const missing = away(1_000_000).run().first('psync')

  it('goes on with exactly as many bytes as it lacks, and not with one less', () => {
    const lacking = missing.limit - missing.offset
    // More than the smallest backlog.
    expect(lacking).toBeGreaterThan(20_000)
    expect(answers(away(lacking).run(), 3000)).toEqual(['r2 at r1: continue ok'])
    expect(answers(away(lacking - 1).run(), 3000)).toEqual(['r2 at r1: full backlog'])
  })
})

describe('R27, R28: a history that is given up', () => {
  it('R27: a primary without replicas for longer than repl-backlog-ttl takes a new id; what was is unknown', () => {
    const alone = (ttl: number) =>
      cluster({ replicas: 1, conf: { 'repl-backlog-ttl': ttl } })
        .at(3000)
        .kill('r2')
        .at(9000)
        .start('r2')
        .at(9100)
        .type('r1', 'INFO')
        .until(9500)
        .run()
    expect(answers(alone(3))).toEqual(['r2 at r1: full replid'])
    expect(alone(3).replies[0]).toContain(`master_replid2:${'0'.repeat(40)}\r\n`)
    expect(answers(alone(30))).toEqual(['r2 at r1: continue ok'])
    expect(answers(alone(0))).toEqual(['r2 at r1: continue ok'])
  })

  it('R27: "longer" is meant strictly, in whole seconds: for ttl seconds nothing is forgotten', () => {
    const back = (afterMs: number, seed: number) =>
      cluster({ replicas: 1, conf: { 'repl-backlog-ttl': 3 } })
        .at(3000)
        .kill('r2')
        .at(3000 + afterMs)
        .start('r2')
        .until(8500)
        .run(seed)
        .first('psync').outcome
    for (let seed = 1; seed <= 50; seed += 1) expect([back(2990, seed), back(5050, seed)]).toEqual(['continue', 'full'])
  })

  it('R27: a replica never does', () => {
    const story = cluster({ replicas: 2, conf: { 'repl-backlog-ttl': 1 } })
      .at(6000)
      .type('r2', 'REPLICAOF NO ONE')
      .at(6001)
      .type('r3', 'REPLICAOF r2 6379')
      .until(8000)
      .run()
    expect(answers(story)).toEqual(['r3 at r2: continue ok'])
  })

  it('R28: with its first replica a primary takes a new id', () => {
    const story = cluster().server('r2', { conf: {} }).at(1000).type('r2', 'REPLICAOF r1 6379').until(9000).run()
    const before = story.first('settled').servers[0]?.replid
    expect(story.first('load').replid).not.toBe(before)
    expect(story.first('psync')).toMatchObject({ outcome: 'full', reason: 'replid' })
  })
})

describe('R31: a replica that is not in sync itself', () => {
  it('refuses; the asker tries again with each of its cron runs', () => {
    const story = cluster({ replicas: 1 })
      .server('r3', { replicaOf: 'r2' })
      .at(3000)
      .partition(['r1'], ['r2', 'r3'])
      .at(3100)
      .kill('r1')
      .at(4000)
      .kill('r2')
      .at(5000)
      .start('r2')
      .until(12_000)
      .run()
    const refused = story.all('psync', { replica: 'r3', outcome: 'refused', reason: 'no-link' })
    expect(refused.length).toBeGreaterThan(4)
    refused.slice(2).forEach((again, index) => {
      expect(seconds(refused[index + 1] ?? 0, again)).toBeCloseTo(1.006, 2)
    })
    expect(story.all('psync', { replica: 'r3' }).every(({ outcome }) => outcome === 'refused')).toBe(true)
  })
})

describe('R34, R35: a demoted primary', () => {
  /** r2 is promoted by hand while r1 lives; then r1 is told to follow it. */
  const demoted = (test: Cluster) =>
    test.at(4000).type('r2', 'REPLICAOF NO ONE').at(5000).type('r1', 'REPLICAOF r2 6379').until(14_000)

  it('R34: asks with its own id for its own next byte', () => {
    const story = demoted(cluster({ replicas: 1 })).run()
    const role = story.first('role', { host: 'r1' })
    expect(story.first('psync', { replica: 'r1' })).toMatchObject({ replid: role.replid, offset: role.offset + 1 })
  })

  it('R34: keeps its replicas until its history changes', () => {
    const story = demoted(cluster({ replicas: 2 })).run()
    const changed = story.first('continue', { host: 'r1' })
    expect(changed.at).toBeGreaterThan(story.first('role', { host: 'r1' }).at)
    expect(story.first('replica-lost', { host: 'r1', replica: 'r3' })).toMatchObject({ at: changed.at, reason: 'reset' })
  })

  /** What r1 sends from `cutMs` on does not reach r2, which is promoted at 4 s; r1 is told to follow it at 5 s. */
  const severed = (test: Cluster, cutMs: number) => demoted(test.at(cutMs).cut('r1', 'r2').at(4500).heal()).until(7000).run()
  const quiet = cluster({ replicas: 1 }).client('c1', 'r1', null)

  it('R35: goes on if it produced nothing that the promoted one lacks', () => {
    expect(answers(severed(quiet, 3900))).toEqual(['r1 at r2: continue ok'])
  })

  it.each([
    ['one write', quiet.at(3950).type('c1', 'INCR n'), 3900, [21, 21]],
    ['one GETACK', quiet.at(3950).type('c1', 'WAIT 2 10'), 3900, [37, 37]],
    ['one PING', cluster({ replicas: 1, conf: { 'repl-ping-replica-period': 1 } }), 3500, [14, 28]],
    ['one hello', cluster({ replicas: 1, sentinels: 1 }), 1900, [124, 124 + 124 + 14]],
  ])('R35: %s that the promoted one lacks costs a full resync', (_, test, cutMs, [least = 0, most = 0]) => {
    const story = severed(test, cutMs)
    const { offset } = story.first('role', { host: 'r2' })
    const demotion = story.first('role', { host: 'r1' })
    expect(demotion.offset - offset).toBeGreaterThanOrEqual(least)
    expect(demotion.offset - offset).toBeLessThanOrEqual(most)
    expect(answers(story)).toEqual(['r1 at r2: full second-offset'])
    expect(story.first('psync')).toMatchObject({ offset: demotion.offset + 1, limit: offset + 1 })
  })
})
