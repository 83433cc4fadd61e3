import { describe, expect, it } from 'vitest'
import { type Cluster, cluster } from '@/tests/kernel/cluster'
import { expectRange, Runs, type Spread, spread } from '@/tests/kernel/spread'
import { type Story, seconds } from '@/tests/kernel/story'
import '@/tests/kernel/tale'

const T0 = 5000
const SEEDS = 200

/** D of the conditions below, seconds. */
const D = 2

const base = (d = D) => cluster({ replicas: 2, sentinels: 3, sentinelConf: { 'down-after-milliseconds': d * 1000 } })
const majority = ['r2', 'r3', 's1', 's2', 's3']

const master = (story: Story, index = 0) => story.logs('+sdown', { kind: 'master', target: 'r1' })[index] ?? { at: Number.NaN }

// One fault each, three sentinels, quorum 2, until all is settled.
const crash = new Runs(base().at(T0).kill('r1').until(8600), SEEDS)
const freeze = new Runs(base().at(T0).pause('r1').until(9500), SEEDS)
const partition = new Runs(base().at(T0).partition(['r1'], majority).until(9500), SEEDS)

/** How long after D the sentinel s1 says +sdown. */
function ownBeyondD(runs: Runs, d = D): Spread {
  return runs.spread((story) => {
    const own = story.maybe('sentinel', { event: '+sdown', kind: 'master', target: 'r1', host: 's1' })
    return own === null ? null : seconds(T0, own) - d
  })
}

describe('R91 – R93: subjectively down', () => {
  it('R92: crash: D + 0 … 2 ticks (measured D + 0.01 … 0.18 s)', () => {
    expectRange(ownBeyondD(crash), [0, 0.2], { mean: [0.05, 0.12] })
  })

  it('R93: freeze: D + 0 … 1.1 s + a tick (measured D + 0.00 … 1.02 s)', () => {
    expectRange(ownBeyondD(freeze), [0, 1.2], { mean: [0.4, 0.7], fill: 0.75 })
  })

  it('R93: partition: the same', () => {
    expectRange(ownBeyondD(partition), [0, 1.2], { mean: [0.4, 0.7], fill: 0.75 })
  })

  it.each([0.5, 1, 5, 30])('R93: D = %f s: the spread is that of the PING, min(D, 1 s) and a tick, plus a tick', (d) => {
    const runs = new Runs(
      base(d)
        .at(T0)
        .pause('r1')
        .until(T0 + d * 1000 + 1300),
      60,
    )
    const delays = ownBeyondD(runs, d)
    expectRange(delays, [0, Math.min(d, 1) + 0.2], { fill: 0.6 })
  })

  it('R91: it takes D for replicas and sentinels as well', () => {
    const story = base()
      .at(T0)
      .kill('r2')
      .kill('s3')
      .until(T0 + 4000)
      .run()
    for (const sentinel of ['s1', 's2']) {
      expect(seconds(T0, story.log('+sdown', { host: sentinel, target: 'r2', kind: 'slave' }))).toBeCloseTo(D + 0.1, 0)
      expect(seconds(T0, story.log('+sdown', { host: sentinel, target: 's3', kind: 'sentinel' }))).toBeCloseTo(D + 0.1, 0)
    }
  })

  it('R90, R91: any valid answer ends it at once', () => {
    const back = spread(100, (seed) => {
      const at = T0 + 4000 + seed * 10
      const story = base()
        .at(T0)
        .kill('r3')
        .at(at)
        .start('r3')
        .until(at + 1500)
        .run(seed)
      return seconds(at, story.log('-sdown', { host: 's1', target: 'r3' }))
    })
    // The next attempt to connect within 1 s and a tick, the answer, and the tick that sees it.
    expectRange(back, [0.05, 1.21], { mean: [0.5, 0.75] })
  })

  it('R91: a break shorter than D is no event', () => {
    const story = base()
      .at(T0)
      .pause('r1')
      .at(T0 + 1900)
      .resume('r1')
      .until(T0 + 9000)
      .run()
    expect(story.logs('+sdown')).toEqual([])
  })

  it('R91b: a primary that calls itself a replica is down after D + 20 s', () => {
    const story = base().at(T0).type('r1', 'REPLICAOF r2 6379').until(60_000).run()
    const down = seconds(T0, story.log('+sdown', { kind: 'master' }))
    expect(down).toBeGreaterThan(D + 20)
    expect(down).toBeLessThan(D + 20 + 10.3)
  })

  it('R94: a restart within D goes unpunished, with or without master-reboot-down-after-period when it answers PONG', () => {
    const restarting = (period: number) =>
      cluster({
        replicas: 1,
        sentinels: 3,
        sentinelConf: { 'down-after-milliseconds': 2000, 'master-reboot-down-after-period': period },
      })
    expect(restarting(0)).toTell(`
      at 5000 kill r1
      at 6000 start r1
      until 40000
      show +reboot, +sdown
      ----
      6.0842            s1 +reboot master r1
      10.4674           s3 +reboot master r1
      12.1764           s2 +reboot master r1
    `)
    expect(restarting(2000)).toTell(`
      at 5000 kill r1
      at 6000 start r1
      until 40000
      show +reboot, +sdown
      ----
      6.0842            s1 +reboot master r1
      10.4674           s3 +reboot master r1
      12.1764           s2 +reboot master r1
    `)
  })
})

describe('R97 – R99: objectively down', () => {
  it('R98: when quorum sentinels agree, and each tells how many', () => {
    for (const quorum of [1, 2, 3]) {
      const test = cluster({ replicas: 1, sentinels: 3, quorum, sentinelConf: { 'down-after-milliseconds': 2000 } })
      const story = test.at(T0).kill('r1').until(12_000).run()
      const odown = story.log('+odown')
      expect(odown).toMatchObject({ need: quorum })
      expect(odown.have).toBeGreaterThanOrEqual(quorum)
      expect(odown.at).toBeGreaterThanOrEqual(master(story, quorum - 1).at)
    }
  })

  it('R99: normally one tick after the sentinel that completes the quorum (measured 53 … 101 ms, mean 70)', () => {
    const delay = crash.spread((story) => seconds(master(story, 1), story.log('+odown')) * 1000)
    expectRange(delay, [50, 101], { mean: [65, 75], fill: 0.8 })
  })

  it('R98: never for replicas, and never without enough sentinels', () => {
    expect(base()).toTell(`
      at 5000 kill r1
      at 5000 kill r2
      at 5000 kill s2
      at 5000 kill s3
      show +sdown, +odown
      ----
      7.0738            s1 +sdown master r1
      7.0738            s1 +sdown slave r2
      7.0738            s1 +sdown sentinel s2
      7.0738            s1 +sdown sentinel s3
    `)
  })

  it('R98: ends with the SDOWN of its own', () => {
    const frozen = cluster({
      replicas: 1,
      sentinels: 3,
      sentinelConf: { 'down-after-milliseconds': 2000, 'failover-timeout': 5000 },
    })
    expect(frozen.server('r2', { conf: { 'replica-priority': 0 } })).toTell(`
      # Each sees it with its first answer, up to 1.3 s later, and ends both at once.
      at 5000 pause r1
      at 10000 resume r1
      until 12000
      show -sdown, -odown
      ----
      10.0052           s2 -sdown master r1
      10.0052           s2 -odown master r1
      10.0242           s3 -sdown master r1
      10.0242           s3 -odown master r1
      10.0358           s1 -sdown master r1
      10.0358           s1 -odown master r1
    `)
  })

  it('R97: a peer’s word is good for 5 s of silence', () => {
    const forgotten = spread(50, (seed) => {
      const at = 10_000 + seed * 20
      const story = cluster({
        replicas: 1,
        sentinels: 2,
        quorum: 2,
        sentinelConf: { 'down-after-milliseconds': 2000, 'failover-timeout': 60_000 },
      })
        .server('r2', { conf: { 'replica-priority': 0 } })
        .at(T0)
        .kill('r1')
        .at(at)
        .kill('s2')
        .until(at + 6000)
        .run(seed)
      return seconds(at, story.log('-odown', { host: 's1' }))
    })
    // The last answer came up to 1.1 s before; the tick adds a little.
    expectRange(forgotten, [3.8, 5.2], { mean: [4.2, 4.8] })
  })
})

describe('how long a failover takes, with three sentinels and quorum 2', () => {
  const qth = (story: Story) => master(story, 1)
  const writable = (story: Story) => story.first('role', { role: 'primary' })
  const told = (story: Story) => story.first('belief')
  const delays = (runs: Runs, to: (story: Story) => { readonly at: number }) => runs.spread((story) => seconds(T0, to(story)) - D)

  it.each([
    ['crash', crash, [0, 0.2], [0.05, 0.1]],
    ['freeze', freeze, [0, 1.2], [0.4, 0.65]],
    ['partition', partition, [0, 1.2], [0.4, 0.65]],
  ] as const)('%s: the q-th +sdown', (_, runs, range, mean) => {
    expectRange(delays(runs, qth), range, { mean, fill: 0.5 })
  })

  it.each([
    // Measured: D + 0.29 … 0.44 s (n = 27).
    ['crash', crash, [0.21, 0.6], [0.33, 0.4], 0.4],
    // Measured: D + 0.39 … 1.22 s (n = 24).
    ['freeze', freeze, [0.21, 1.6], [0.7, 1], 0.6],
    // Measured: D + 0.36 … 1.22 s (n = 18).
    ['partition', partition, [0.21, 1.6], [0.7, 1], 0.6],
  ] as const)('%s: the new primary is writable', (_, runs, range, mean, fill) => {
    expectRange(delays(runs, writable), range, { mean, fill })
  })

  it.each([
    // Measured: D + 0.34 … 1.40 s.
    ['crash', crash, [0.2, 1.8], [0.9, 1.3]],
    // Measured: D + 1.25 … 2.04 s.
    ['freeze', freeze, [0.2, 2.8], [1.4, 1.9]],
    ['partition', partition, [0.2, 2.8], [1.4, 1.9]],
  ] as const)('%s: a sentinel names it to clients', (_, runs, range, mean) => {
    expectRange(delays(runs, told), range, { mean, fill: 0.5 })
  })

  it.each([
    ['+odown', '+elected-leader'],
    ['+elected-leader', '+selected-slave'],
    ['+selected-slave', '+failover-state-wait-promotion'],
  ] as const)('%s to %s: one tick', (before, after) => {
    const steps = crash.spread((story) => {
      const { host: sentinel, at } = story.log(after)
      return (at - story.log(before, { host: sentinel }).at) / 1000
    })
    expectRange(steps, [50, 101], { mean: [65, 80], fill: 0.8 })
  })

  it('with the default D of 30 s: writable after about 30.4 s (crash), 31 … 32 s (freeze)', () => {
    const slow = (test: Cluster) => spread(20, (seed) => seconds(T0, writable(test.until(T0 + 33_000).run(seed))))
    expectRange(slow(base(30).at(T0).kill('r1')), [30.2, 30.6], { mean: [30.3, 30.5], fill: 0 })
    expectRange(slow(base(30).at(T0).pause('r1')), [30.2, 31.6], { mean: [30.6, 31.1], fill: 0 })
  })
})
