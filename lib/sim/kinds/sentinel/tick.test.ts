import { describe, expect, it } from 'vitest'
import { cluster } from '@/tests/kernel/cluster'
import { expectRange, spread, spreadOf } from '@/tests/kernel/spread'
import { seconds } from '@/tests/kernel/story'
import { type Heard, wiretap } from '@/tests/kernel/wiretap'
import { integerIn, newStream } from '../../core/random'
import { TICK_PERIODS } from './constants'

const base = cluster({ replicas: 1, sentinels: 3, sentinelConf: { 'down-after-milliseconds': 2000 } })

/** Milliseconds between each time something was heard and the time before. */
function gaps(heard: readonly Heard[]): number[] {
  return heard.slice(1).map(({ at }, index) => (at - (heard[index]?.at ?? 0)) / 1000)
}

const said = (heard: readonly Heard[], what: Heard['what'], from: string, to: string) =>
  heard.filter((one) => one.what === what && one.from === from && one.to === to)

describe('R81: ticks', () => {
  const ticks = wiretap(base.until(600_000)).filter(({ timer, from }) => timer === 'tick' && from === 's1.sentinel')
  const periods = gaps(ticks).slice(1)

  it('come at 10 … 19 Hz: 100, 90, 83, 76, 71, 66, 62, 58, 55 or 52 ms apart, each equally often', () => {
    const hertz = Array.from({ length: 10 }, (_, index) => Math.floor(1000 / (10 + index)) * 1000)
    expect(TICK_PERIODS).toEqual(hertz)
    const counts = new Map<number, number>()
    for (const period of periods) counts.set(period * 1000, (counts.get(period * 1000) ?? 0) + 1)
    expect([...counts.keys()].sort((a, b) => b - a)).toEqual(hertz)
    for (const count of counts.values()) expect(count / periods.length).toBeCloseTo(0.1, 1)
    expect(spreadOf(periods).mean).toBeCloseTo(71.3, 0)
  })

  it('have a phase of their own in each sentinel, off any grid', () => {
    const first = spread(
      200,
      (seed) =>
        (wiretap(base.until(150), seed).find(({ timer, at, from }) => timer === 'tick' && at > 0 && from === 's2.sentinel')?.at ??
          0) / 1000,
    )
    expectRange(first, [0, 100], { mean: [35, 60] })
    expect(new Set(first.values.map((at) => Math.round(at * 1000) % 1000)).size).toBeGreaterThan(150)
  })
})

describe('R83, R84: what is said, and how often', () => {
  const heard = wiretap(base.until(120_000))

  it('R84: a PING 1000 ms … 1100 ms after the last', () => {
    for (const to of ['r1.redis', 'r2.redis', 's2.sentinel']) {
      expectRange(spreadOf(gaps(said(heard, 'ping', 's1.sentinel', to)).slice(1)), [1000, 1101], { mean: [1025, 1050] })
    }
  })

  it('R84: one that is not answered is repeated after half a second', () => {
    const frozen = wiretap(base.at(5000).pause('r1').until(6900))
    const repeated = gaps(said(frozen, 'ping', 's1.sentinel', 'r1.redis').filter(({ at }) => at > 5_000_000))
    expect(repeated.length).toBeGreaterThan(0)
    for (const gap of repeated) {
      expect(gap).toBeGreaterThan(500)
      expect(gap).toBeLessThan(601)
    }
  })

  it('R84: every D when D is shorter', () => {
    const hasty = cluster({ replicas: 1, sentinels: 1, sentinelConf: { 'down-after-milliseconds': 500 } }).until(60_000)
    const pings = gaps(said(wiretap(hasty), 'ping', 's1.sentinel', 'r1.redis')).slice(1)
    expectRange(spreadOf(pings), [500, 601], { mean: [525, 550] })
  })

  it('INFO every 10 s to servers, never to sentinels', () => {
    for (const to of ['r1.redis', 'r2.redis']) {
      const periods = spreadOf(gaps(said(heard, 'info', 's1.sentinel', to)).slice(1))
      expect([periods.min > 10_000, periods.max < 10_101]).toEqual([true, true])
    }
    expect(said(heard, 'info', 's1.sentinel', 's2.sentinel')).toEqual([])
  })

  it('INFO every second to a replica whose link is down', () => {
    const broken = wiretap(
      cluster({ replicas: 1, sentinels: 1, sentinelConf: { 'down-after-milliseconds': 30_000 } })
        .at(3000)
        .kill('r1')
        .until(29_000),
    )
    const late = said(broken, 'info', 's1.sentinel', 'r2.redis').filter(({ at }) => at > 14_000_000)
    expectRange(spreadOf(gaps(late)), [1000, 1101], { mean: [1020, 1060] })
  })

  it('INFO every second to replicas during a failover', () => {
    const failing = wiretap(
      cluster({ replicas: 1, sentinels: 3, sentinelConf: { 'down-after-milliseconds': 2000 } })
        .server('r2', { conf: { 'replica-priority': 0 } })
        .at(3000)
        .pause('r1')
        .until(20_000),
    )
    const late = said(failing, 'info', 's1.sentinel', 'r2.redis').filter(({ at }) => at > 7_000_000)
    expectRange(spreadOf(gaps(late)), [1000, 1101], { mean: [1020, 1060] })
  })

  it('R119: a hello every 2000 ms … 2100 ms to every server and sentinel', () => {
    for (const to of ['r1.redis', 'r2.redis', 's2.sentinel']) {
      expectRange(spreadOf(gaps(said(heard, 'publish', 's1.sentinel', to)).slice(1)), [2000, 2101], { mean: [2025, 2050] })
    }
  })
})

describe('R123: TILT', () => {
  const frozen = (ms: number) =>
    base
      .at(5000)
      .pause('s1')
      .at(5000 + ms)
      .resume('s1')

  it('comes when two ticks are more than 2 s apart, and lasts 30 s', () => {
    const story = frozen(2500).until(50_000).run()
    const tilt = story.log('+tilt', { host: 's1' })
    expect(tilt.at).toBe(7_500_000)
    expectRange(
      spread(50, (seed) => {
        const run = frozen(2500).until(50_000).run(seed)
        return seconds(run.log('+tilt'), run.log('-tilt'))
      }),
      [30, 30.1],
      { mean: [30, 30.1], fill: 0.4 },
    )
    expect(frozen(1800).until(50_000).run().logs('+tilt')).toEqual([])
  })

  it('is renewed by each new anomaly', () => {
    const story = frozen(2500).at(20_000).pause('s1').at(23_000).resume('s1').until(60_000).run()
    expect(story.logs('+tilt')).toHaveLength(2)
    expect(seconds(23_000, story.log('-tilt'))).toBeCloseTo(30, 0)
  })

  it('keeps a sentinel from declaring anything, but not from voting or from learning the new primary', () => {
    const story = frozen(2500).at(8000).kill('r1').until(20_000).run()
    const own = story.all('sentinel', { host: 's1' }, 7600).map(({ event }) => event)
    expect(own).not.toContain('+sdown')
    expect(own).toEqual(expect.arrayContaining(['+vote-for-leader', '+switch-master']))
  })

  it('makes it answer "not down", even of one that it took for down before', () => {
    const two = cluster({ replicas: 1, sentinels: 2, quorum: 2, sentinelConf: { 'down-after-milliseconds': 2000 } })
    const story = two
      .at(5000)
      .partition(['s1'], ['r1'])
      .at(8500)
      .pause('s1')
      .at(11_000)
      .resume('s1')
      .at(11_500)
      .kill('r1')
      .until(45_000)
      .run()
    expect(story.log('+sdown', { host: 's1', target: 'r1' }).at).toBeLessThan(8_500_000)
    expect(story.log('+odown').at).toBeGreaterThan(story.log('-tilt', { host: 's1' }).at)
  })

  it('keeps two of two from agreeing until it is over', () => {
    const two = cluster({ replicas: 1, sentinels: 2, quorum: 2, sentinelConf: { 'down-after-milliseconds': 2000 } })
    const story = two.at(5000).pause('s1').at(7500).resume('s1').at(8000).kill('r1').until(45_000).run()
    const odown = story.log('+odown')
    expect(story.log('+sdown', { host: 's2', kind: 'master' }).at).toBeLessThan(10_300_000)
    expect(odown.at).toBeGreaterThan(story.log('-tilt').at)
  })
})

describe('R123: two ticks that are 2 s apart', () => {
  it('are not too far apart; a microsecond more is', () => {
    const phase = integerIn(newStream(1, 'tick phase:s1'), 0, Math.min(...TICK_PERIODS) - 1)
    const period = TICK_PERIODS[integerIn(newStream(1, 'ticks:s1:0'), 0, TICK_PERIODS.length - 1)] ?? 0
    const tick = (period - phase) / 1000
    const frozen = (ms: number) =>
      cluster({ sentinels: 1 })
        .at(tick + 0.001)
        .pause('s1')
        .at(tick + ms)
        .resume('s1')
        .until(4000)
        .run()
    expect(frozen(2000).logs('+tilt')).toEqual([])
    expect(frozen(2000.001).logs('+tilt')).toHaveLength(1)
  })
})
