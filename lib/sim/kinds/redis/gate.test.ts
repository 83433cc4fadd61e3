import { describe, expect, it } from 'vitest'
import { type Cluster, type ClusterShape, cluster } from '@/tests/kernel/cluster'
import { expectRange, type Spread, spread } from '@/tests/kernel/spread'
import { infoField, type Story, seconds } from '@/tests/kernel/story'

/** One replica is needed; it must have been heard within `lag` seconds. */
const gated = (lag: number, shape: ClusterShape = {}): Cluster =>
  cluster({ replicas: 1, ...shape, conf: { 'min-replicas-to-write': 1, 'min-replicas-max-lag': lag, ...shape.conf } })

const FAULT = 5000
const closing = (story: Story) => seconds(FAULT, story.first('gate', { host: 'r1', open: false }, FAULT))
const closingTimes = (test: Cluster, seeds = 200): Spread => spread(seeds, (seed) => closing(test.run(seed)))

describe('R48: a replica sends its ACK', () => {
  it('at each run of its cron, about every 1.006 s, also when nothing happens', () => {
    const acks = cluster({ replicas: 1 }).until(30_000).run().all('ack')
    acks.slice(1).forEach((ack, index) => {
      expect(seconds(acks[index] ?? 0, ack)).toBeCloseTo(1.006, 1)
    })
    expect(acks.length).toBeGreaterThan(28)
  })

  it('not because data have arrived', () => {
    const idle = cluster({ replicas: 1 }).until(10_000)
    const times = (test: Cluster) =>
      test
        .run()
        .all('ack')
        .map(({ at }) => at)
    expect(times(idle.client('c1', 'r1', { everyMs: 1 }))).toEqual(times(idle))
  })

  it('at once when it executes a GETACK', () => {
    const story = cluster({ replicas: 1, latencyMs: 2 })
      .client('c1', 'r1', null)
      .at(3000)
      .type('c1', 'SET k v')
      .at(3001)
      .type('c1', 'WAIT 1 0')
      .run()
    expect(story.all('ack', {}, 3000)[0]?.at).toBe(3_003_000 + 4000)
  })

  it('once right after a full resync, but not right after a +CONTINUE', () => {
    const full = cluster().server('r2', { conf: {} }).at(3000).type('r2', 'REPLICAOF r1 6379').run()
    expect(seconds(full.first('load'), full.first('ack'))).toBeCloseTo(0.0001, 6)
    const waits = spread(100, (seed) => {
      const story = cluster({ replicas: 1 }).at(3000).kill('r2').at(4000).start('r2').run(seed)
      return seconds(story.first('continue'), story.first('ack', {}, 4000))
    })
    // A restarted process begins a new cron: its first run comes after a whole period.
    expect(waits.min).toBeGreaterThan(0.99)
  })

  it('not while it is frozen', () => {
    const story = cluster({ replicas: 1 }).at(3000).pause('r2').at(9000).resume('r2').run()
    expect(story.all('ack', ({ at }) => at > 3_000_100 && at < 9_000_000)).toEqual([])
    expect(story.all('ack', {}, 9000).length).toBeGreaterThan(8)
  })
})

describe('R49, R50: the cached count', () => {
  it('R49: is not looked at when an ACK arrives', () => {
    const story = gated(2).at(FAULT).pause('r2').at(12_000).resume('r2').run()
    const acks = new Set(story.all('ack').map(({ at }) => at))
    expect(story.all('gate', {}, 1).some(({ at }) => acks.has(at))).toBe(false)
  })

  it('R50a: changes otherwise only with the primary’s own cron', () => {
    const story = gated(2).at(FAULT).pause('r2').at(12_000).resume('r2').run()
    const [closed, opened] = story.all('gate', {}, FAULT)
    const cronRuns = seconds(closed ?? 0, opened ?? { at: 0 }) / 1.0065
    expect([closed?.open, opened?.open]).toEqual([false, true])
    expect(Math.abs(cronRuns - Math.round(cronRuns))).toBeLessThan(0.02)
  })

  it('R50b, R50c: at once when a replica goes, or comes online', () => {
    const story = gated(10).at(FAULT).kill('r2').at(8000).start('r2').run()
    expect(story.first('gate', { open: false }, FAULT).at).toBe(story.first('replica-lost').at)
    expect(story.first('gate', { open: true }, FAULT).at).toBe(story.first('replica-online').at)
  })

  it('R50d: at once when the setting changes', () => {
    const story = cluster({ replicas: 1 })
      .client('c1', 'r1', null)
      .at(FAULT)
      .type('c1', 'CONFIG SET min-replicas-to-write 2')
      .run()
    expect(story.first('gate', {}, FAULT)).toMatchObject({ at: FAULT * 1000 + 100, good: 1, needed: 2, open: false })
  })

  it('counts whole seconds: a replica is good while unixtime − ack ≤ max-lag', () => {
    const lags = spread(100, (seed) => {
      const story = gated(3).at(FAULT).pause('r2').run(seed)
      const closed = story.first('gate', { open: false }, FAULT)
      const last = story.all('ack', ({ at }) => at < closed.at).at(-1) ?? { at: 0 }
      return seconds(last, closed)
    })
    // Bad from the whole second M + 1 after the ACK’s on, seen by the next cron.
    expectRange(lags, [3, 5.01], { mean: [3.8, 4.2] })
  })
})

describe('R51: writes pass', () => {
  const refused = (test: Cluster) =>
    test.client('c1', 'r1', { untilMs: 1000 }).run().all('answer', { error: 'NOREPLICAS' }).length

  it.each([
    [0, 10, 100],
    [1, 0, 100],
    [1, 10, 100],
    [2, 10, 0],
  ])('min-replicas-to-write %i, max-lag %i, one replica: %i of 100', (needed, lag, passed) => {
    expect(100 - refused(gated(lag, { conf: { 'min-replicas-to-write': needed } }))).toBe(passed)
  })

  it('on a replica the gate means nothing: READONLY, not NOREPLICAS (R6)', () => {
    const story = gated(10, { conf: { 'min-replicas-to-write': 5 } })
      .client('c1', 'r2', { untilMs: 100 })
      .until(1000)
      .run()
    expect(new Set(story.all('answer').map(({ error }) => error))).toEqual(new Set(['READONLY']))
  })

  it('max-lag 0 takes the count out of INFO', () => {
    const counts = [0, 10].map((lag) => gated(lag).at(1000).type('r1', 'INFO').run().replies[0])
    expect(counts.map((info) => infoField(info, 'min_slaves_good_slaves'))).toEqual([null, '1'])
  })
})

describe('R52, R53: a closed gate', () => {
  it('lets reads, WAIT and PING pass', () => {
    const story = gated(10, { conf: { 'min-replicas-to-write': 5 } })
      .client('c1', 'r1', null)
      .at(1000)
      .type('c1', 'SET k v')
      .at(1001)
      .type('c1', 'GET k')
      .at(1002)
      .type('c1', 'WAIT 0 10')
      .at(1003)
      .type('c1', 'PING')
      .run()
    expect(story.replies).toEqual([{ error: 'NOREPLICAS Not enough good replicas to write.' }, null, 1, 'PONG'])
  })

  it('R53: an open one promises nothing: what it lets pass during the lag never reaches the replica', () => {
    const story = gated(10).client('c1', 'r1').at(FAULT).partition(['r1', 'c1'], ['r2']).until(20_000).run()
    const passed = story.all('answer', { error: null }, FAULT)
    const applied = new Set(story.all('apply').map(({ write }) => write))
    expect(passed.length).toBeGreaterThan(900)
    expect(passed.filter(({ write }) => applied.has(write))).toEqual([])
  })
})

describe('R54: how long after the fault the first write is refused', () => {
  it.each([1, 2, 3, 10])('max-lag %i, partition: M−1 … M+2 s, M+0.5 on average', (lag) => {
    const test = gated(lag).at(FAULT).partition(['r1'], ['r2'])
    expectRange(closingTimes(test.until(FAULT + (lag + 3) * 1000)), [lag - 1, lag + 2], {
      mean: [lag + 0.4, lag + 0.6],
      fill: 0.75,
    })
  })

  it.each([1, 2, 3, 10])('max-lag %i, frozen replica: the same', (lag) => {
    const test = gated(lag).at(FAULT).pause('r2')
    expectRange(closingTimes(test.until(FAULT + (lag + 3) * 1000)), [lag - 1, lag + 2], {
      mean: [lag + 0.4, lag + 0.6],
      fill: 0.75,
    })
  })

  it.each([
    ['killed', gated(10).at(FAULT).kill('r2'), 0.0001],
    ['told to follow another', gated(10).server('r3', { conf: {} }).at(FAULT).type('r2', 'REPLICAOF r3 6379'), 0.00013],
    ['promoted', gated(10).at(FAULT).type('r2', 'REPLICAOF NO ONE'), 0.00013],
  ])('replica %s: when the primary reads the end of the connection', (_, test, delay) => {
    expect(closing(test.run())).toBeCloseTo(delay, 7)
  })

  it('R55: with WAIT traffic the last ACK is fresh: M … M+2 s', () => {
    const busy = gated(2)
      .client('c1', 'r1', { fromMs: 4000, everyMs: 20, wait: { replicas: 1, timeoutMs: 100 } })
      .at(FAULT)
      .partition(['r1', 'c1'], ['r2'])
    expectRange(closingTimes(busy.until(FAULT + 5000), 100), [2, 4.02], { mean: [2.8, 3.2] })
  })
})

describe('R56: how long after the end of the fault writes pass again', () => {
  const reopening = (test: Cluster, at: number) =>
    spread(200, (seed) => seconds(at, test.run(seed).first('gate', { host: 'r1', open: true }, at)))

  it('thawed replica: 0 … 2 s, 1 s on average (measured 0.21 … 1.96 s)', () => {
    const test = gated(2).at(FAULT).pause('r2').at(12_000).resume('r2').until(16_000)
    expectRange(reopening(test, 12_000), [0, 2.01], { mean: [0.8, 1.1], fill: 0.8 })
  })

  it('healed partition: that, plus what the retransmission timers have left', () => {
    const test = gated(2).at(FAULT).partition(['r1'], ['r2']).at(8500).heal().until(16_000)
    expectRange(reopening(test, 8500), [0, 2.01 + 3.6], { mean: [1, 3.5] })
  })

  it('restarted replica: with its PSYNC, at once', () => {
    const test = gated(2).at(FAULT).kill('r2').at(8000).start('r2')
    expect(seconds(8000, test.run().first('gate', { open: true }, 8000))).toBeLessThan(0.001)
  })
})

describe('a run that begins with slow links', () => {
  it('has the ACKs of the past on their way: talking late is not being silent', () => {
    const late = (seed: number) => gated(2).link('r1', 'r2', 3000).until(20_000).run(seed)
    for (let seed = 1; seed <= 50; seed += 1) expect(late(seed).all('gate', { open: false })).toEqual([])
  })
})

describe('R57 – R60: what the gate is worth', () => {
  it('R57: max-lag 1 can close the gate of a healthy link, seldom, more often with jitter; max-lag 2 does not', () => {
    const closings = (test: Cluster) =>
      Array.from({ length: 50 }, (_, seed) => test.until(150_000).run(seed).maybe('gate', { open: false }, 1)).filter(Boolean)
        .length
    expect(closings(gated(1))).toBeLessThan(5)
    expect(closings(gated(1).link('r1', 'r2', 0.1, 500))).toBeGreaterThan(5)
    expect(closings(gated(2).link('r1', 'r2', 0.1, 500))).toBe(0)
  })

  it('R58: a primary that starts refuses until a replica is online', () => {
    const story = gated(10).client('c1', 'r1').at(3000).kill('r1').at(4000).start('r1').until(14_000).run()
    const online = story.first('replica-online', {}, 4000)
    const answers = story.all('answer', ({ at, error }) => at > 4_000_000 && error !== 'NOCONN')
    expect(seconds(4000, online)).toBeGreaterThan(4)
    expect(answers.filter(({ at }) => at <= online.at).every(({ error }) => error === 'NOREPLICAS')).toBe(true)
    expect(answers.filter(({ at }) => at > online.at + 300).every(({ error }) => error === null)).toBe(true)
  })

  it('R59: a promoted replica refuses until another one attaches: D + 0.61 … 1.29 s after a crash (measured)', () => {
    const crash = gated(10, { replicas: 2, sentinels: 3, sentinelConf: { 'down-after-milliseconds': 2000 } })
      .at(FAULT)
      .kill('r1')
      .until(FAULT + 4500)
    const resumed = spread(100, (seed) => {
      const story = crash.run(seed)
      const { host: server, at } = story.first('role', { role: 'primary' })
      expect(story.first('gate', { host: server }, FAULT)).toMatchObject({ at, good: 0, open: false })
      return seconds(FAULT, story.first('gate', { host: server, open: true }, FAULT)) - 2
    })
    expectRange(resumed, [0.25, 1.7], { mean: [0.9, 1.29], fill: 0.5 })
  })

  it('R60: a replica cut off together with its primary satisfies it, and WAIT too', () => {
    const story = gated(2, { replicas: 2 })
      .client('c1', 'r1', { everyMs: 100, wait: { replicas: 1, timeoutMs: 50 } })
      .at(FAULT)
      .partition(['r1', 'r2', 'c1'], ['r3'])
      .until(15_000)
      .run()
    expect(story.all('answer', ({ error }) => error !== null)).toEqual([])
    expect(story.all('wait-answer', {}, FAULT + 100).every(({ count }) => count === 1)).toBe(true)
  })
})

describe('R51: a gate that is switched off while it is shut', () => {
  it.each(['min-replicas-to-write 0', 'min-replicas-max-lag 0'])('by CONFIG SET %s lets writes pass from then on', (setting) => {
    const story = gated(2)
      .client('c1', 'r1', { everyMs: 50 })
      .at(FAULT)
      .kill('r2')
      .at(8000)
      .type('r1', `CONFIG SET ${setting}`)
      .until(10_000)
      .run()
    expect(story.first('gate', { host: 'r1', open: false }, FAULT).at).toBeLessThan(8_000_000)
    const opened = story.first('gate', { host: 'r1', open: true }, 8000)
    expect(opened.at).toBe(story.first('config', { host: 'r1' }).at)
    expect(story.first('execute', { host: 'r1' }, 8000).at).toBeGreaterThan(opened.at)
  })
})
