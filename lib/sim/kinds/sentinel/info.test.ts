import { describe, expect, it } from 'vitest'
import { type Cluster, type ClusterShape, cluster } from '@/tests/kernel/cluster'
import { expectRange, Runs } from '@/tests/kernel/spread'
import { type Story, seconds } from '@/tests/kernel/story'
import { wiretap } from '@/tests/kernel/wiretap'

const T0 = 4000
const majority = ['r2', 'r3', 's1', 's2', 's3']

const base = (shape: ClusterShape = {}) =>
  cluster({ replicas: 2, sentinels: 3, ...shape, sentinelConf: { 'down-after-milliseconds': 2000, ...shape.sentinelConf } })

/** How long after its return the old primary is made a replica. */
function demoted(test: Cluster, back: number, seeds = 50) {
  return new Runs(test.until(back + 13_500), seeds).spread((story) => {
    const role = story.first('role', { host: 'r1', role: 'replica' })
    expect(role.orderedBy).toBe('sentinel')
    return seconds(back, role)
  })
}

describe('R120, R121: an old primary that returns', () => {
  it('restarted: 10.0 … 10.7 s (measured)', () => {
    expectRange(demoted(base().at(T0).kill('r1').at(9000).start('r1'), 9000), [10, 10.8], { mean: [10.2, 10.5], fill: 0.5 })
  })

  it('thawed: 10.0 … 10.1 s (measured)', () => {
    expectRange(demoted(base().at(T0).pause('r1').at(9000).resume('r1'), 9000), [10, 10.1], { mean: [10, 10.05], fill: 0.5 })
  })

  it('healed: 10.1 … 12.2 s (measured), up to what the TCP timers have left', () => {
    const healed = (back: number) => base().at(T0).partition(['r1'], majority).at(back).heal()
    expectRange(demoted(healed(12_000), 12_000, 30), [10, 13.5], { mean: [10.2, 11.5], fill: 0.2 })
    expectRange(demoted(healed(28_000), 28_000, 20), [10, 13.5], { mean: [10.2, 11.5], fill: 0.2 })
  })

  it('by the second INFO after contact: more than 8 s after the first, and 10 s is its period', () => {
    const story = base().at(T0).pause('r1').at(11_000).resume('r1').until(25_000).run()
    const back = story.log('-sdown', { target: 'r1', kind: 'slave' })
    const converted = story.log('+convert-to-slave', { target: 'r1' })
    expect(seconds(back, converted)).toBeGreaterThan(9.8)
    expect(converted.at).toBeGreaterThan(story.log('-sdown', { target: 'r1' }).at + 8_000_000)
    expect(story.first('role', { host: 'r1' }).sentinel).toBe(converted.host)
  })

  it('not before 8 s, even where INFO comes every second, as during a failover', () => {
    // s1 waits for a promotion that does not come; meanwhile the other replica is promoted by hand.
    const stuck = base().at(T0).type('s1', 'SENTINEL FAILOVER m')
    const chosen = stuck.until(6000).run().log('+failover-state-send-slaveof-noone')
    const other = chosen.target === 'r2' ? 'r3' : 'r2'
    const story = stuck
      .at(chosen.at / 1000)
      .pause(chosen.target)
      .at(6000)
      .type(other, 'REPLICAOF NO ONE')
      .until(18_000)
      .run()
    const converted = seconds(6000, story.log('+convert-to-slave', { host: 's1', target: other }))
    expect(converted).toBeGreaterThan(8)
    expect(converted).toBeLessThan(10.2)
  })

  it('accepts writes as a primary all that time', () => {
    const story = base().client('c1', 'r1').at(T0).pause('r1').at(9000).resume('r1').until(25_000).run()
    const { at } = story.first('role', { host: 'r1', role: 'replica' })
    const accepted = story.all('execute', { host: 'r1' }, 9001).filter((write) => write.at < at)
    expect(accepted.length).toBeGreaterThan(950)
    expect(story.first('load', { host: 'r1' }).discarded).toBeGreaterThanOrEqual(accepted.length)
  })

  it('is left alone while the new primary is down itself', () => {
    const story = base({ sentinelConf: { 'failover-timeout': 60_000 } })
      .server('r3', { conf: { 'replica-priority': 0 } })
      .at(T0)
      .kill('r1')
      .at(9000)
      .start('r1')
      .at(11_000)
      .pause('r2')
      .until(22_000)
      .run()
    expect(story.first('role', { role: 'primary' }).host).toBe('r2')
    expect(story.all('role', { host: 'r1', role: 'replica', of: 'r2' })).toEqual([])
  })
})

describe('R122: a replica that follows the wrong one', () => {
  const astray = (ft: number) =>
    base({ sentinelConf: { 'failover-timeout': ft } })
      .at(T0)
      .type('r3', 'REPLICAOF r2 6379')

  it('is corrected when that has been so for failover-timeout; INFO comes every 10 s', () => {
    const fixed = new Runs(astray(15_000).until(40_000), 20).spread((story) =>
      seconds(T0, story.log('+fix-slave-config', { target: 'r3' })),
    )
    expectRange(fixed, [15, 35.2], { mean: [20, 32], fill: 0.3 })
    const story = astray(15_000).until(50_000).run()
    expect(story.all('role', { host: 'r3' }).map(({ of, orderedBy }) => [of, orderedBy])).toEqual([
      ['r2', 'operator'],
      ['r1', 'sentinel'],
    ])
  })

  it('hangs there for three minutes by default', () => {
    const story = astray(180_000).until(170_000).run()
    expect(story.logs('+fix-slave-config')).toEqual([])
    expect(astray(180_000).until(230_000).run().logs('+fix-slave-config').length).toBeGreaterThan(0)
  })

  it('may become a chained replica when its primary is demoted', () => {
    const story = base().at(T0).partition(['r1', 'r3'], ['r2', 's1', 's2', 's3']).at(9000).heal().until(60_000).run()
    expect(story.first('role', { role: 'primary' }).host).toBe('r2')
    expect(story.first('role', { host: 'r1' })).toMatchObject({ role: 'replica', of: 'r2' })
    expect(story.all('role', { host: 'r3' })).toEqual([])
    expect(story.first('load', { host: 'r3' }).primary).toBe('r1')
  })
})

describe('R119: a newer configuration', () => {
  it('wins wherever it is heard: a sentinel that slept through the failover switches on its return', () => {
    const story = base()
      .at(T0 - 1000)
      .kill('s3')
      .at(T0)
      .kill('r1')
      .at(12_000)
      .start('s3')
      .until(20_000)
      .run()
    const update = story.log('+config-update-from', { host: 's3' })
    const { host: server } = story.first('role', { role: 'primary' })
    expect(update.epoch).toBe(1)
    expect(seconds(12_000, update)).toBeLessThan(3.5)
    expect(story.log('+switch-master', { host: 's3' })).toMatchObject({ at: update.at, to: server })
    expect(story.first('belief', { host: 's3' })).toMatchObject({ primary: server, epoch: 1 })
  })

  it('wins in a minority too, after the heal', () => {
    const story = base().at(T0).partition(['r1', 's1'], ['r2', 'r3', 's2', 's3']).at(14_000).heal().until(40_000).run()
    expect(story.logs('+switch-master', { host: 's1' }, 14_000)).toHaveLength(1)
    expect(story.logs('+switch-master', { host: 's1' }).map(({ at }) => at > 14_000_000)).toEqual([true])
  })
})

describe('R129: what that costs', () => {
  const writes = (story: Story) => story.all('answer', { error: null }).filter(({ at }) => at > T0 * 1000)

  /** Acknowledged writes that the final primary never had. */
  function lost(story: Story): number {
    const { host: server } = story.first('role', { role: 'primary' })
    const kept = new Set(
      [...story.all('apply', { host: server }), ...story.all('execute', { host: server })].map(({ write }) => write),
    )
    return writes(story).filter(({ write }) => !kept.has(write)).length
  }

  const split = (conf: ClusterShape['conf'] = {}) =>
    base({ conf })
      .client('c1', 'r1', { everyMs: 10.3 })
      .at(T0)
      .partition(['r1', 'c1'], majority)
      .at(T0 + 24_000)
      .heal()
      .until(T0 + 45_000)

  const acknowledgedIn = (story: Story, fromMs: number, untilMs: number) =>
    story.all('answer', { error: null }, fromMs).filter(({ at }) => at < untilMs * 1000).length

  it('a partition of 24 s at 97 writes/s: about 2317 in it and 1061 after the heal (measured)', () => {
    const story = split().run()
    expect(acknowledgedIn(story, T0, T0 + 24_000)).toBeGreaterThan(2300)
    expect(acknowledgedIn(story, T0, T0 + 24_000)).toBeLessThan(2345)
    expect(acknowledgedIn(story, T0 + 24_000, T0 + 45_000)).toBeGreaterThan(950)
    expect(acknowledgedIn(story, T0 + 24_000, T0 + 45_000)).toBeLessThan(1400)
    expect(lost(story)).toBe(writes(story).length)
  })

  it.each([
    [10, 9, 12],
    [1, 0, 3],
  ])('min-replicas-max-lag %i: %i … %i s worth (measured 9 … 11 s and 1 … 2 s)', (lag, least, most) => {
    const runs = new Runs(split({ 'min-replicas-to-write': 1, 'min-replicas-max-lag': lag }).until(T0 + 14_000), 20)
    expectRange(
      runs.spread((story) => lost(story) / 97.1),
      [least, most],
      { mean: [lag + 0.2, lag + 0.9], fill: 0.4 },
    )
  })

  it('a client that asks the sentinels again loses only what it wrote before it learned of the new primary', () => {
    const crash = base().client('c1', ['s1', 's2', 's3']).at(T0).kill('r1').until(15_000)
    const story = crash.run()
    expect(lost(story)).toBe(0)
    const { host: server, at } = story.first('role', { role: 'primary' })
    const resumed = story.first('connect', { host: 'c1', server }, T0)
    expect(seconds({ at }, resumed)).toBeLessThan(1.6)
  })
})

describe('R120: what a sane primary is', () => {
  it('one whose INFO is younger than 20 s: one that froze at the switch converts nobody', () => {
    const conf = { 'down-after-milliseconds': 30_000 }
    const crashed = base({ replicas: 1, sentinelConf: conf }).at(T0).kill('r1')
    const promoted = crashed.until(60_000).run().first('role', { role: 'primary' }).at / 1000
    const switched = crashed.until(60_000).run().log('+switch-master').at / 1000
    // It cannot answer the INFO of the fresh links.
    const frozen = crashed
      .at(switched)
      .pause('r2')
      .at(promoted + 1500)
      .start('r1')
      .until(switched + 29_000)
      .run()
    expect(frozen.logs('+convert-to-slave')).toEqual([])
  })
})

describe('R122: since when a replica follows a wrong primary', () => {
  it('counts anew when it was a primary in between', () => {
    const conf = { 'failover-timeout': 15_000 }
    const wrong = base({ sentinels: 1, sentinelConf: conf }).at(2000).type('r3', 'REPLICAOF r2')
    const infos = (test: Cluster) =>
      wiretap(test)
        .filter(({ what, to }) => what === 'info' && to === 'r3.redis')
        .map(({ at }) => at / 1000)
    const [first = 0, second = 0] = infos(wrong.until(25_000)).filter((at) => at > 2100)
    const primary = wrong
      .at(first + 1000)
      .type('r3', 'REPLICAOF NO ONE')
      .at(second + 1000)
      .type('r3', 'REPLICAOF r2')
    const story = primary.until(70_000).run()
    const third = infos(primary.until(40_000)).filter((at) => at > second + 1000)[0] ?? 0
    expect(story.log('+fix-slave-config').at / 1000).toBeGreaterThan(third + 15_000)
  })
})
