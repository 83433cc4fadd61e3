import { describe, expect, it } from 'vitest'
import { cluster } from '@/tests/kernel/cluster'
import { expectRange, spread, spreadOf } from '@/tests/kernel/spread'
import { type Heard, wiretap } from '@/tests/kernel/wiretap'

const base = cluster({ replicas: 1, sentinels: 3, sentinelConf: { 'down-after-milliseconds': 2000 } })

const connects = (heard: readonly Heard[], to: string, fromMs: number) =>
  heard.filter((one) => one.what === 'connect' && one.from === 's1.sentinel' && one.to === to && one.at > fromMs * 1000)

describe('R85, R86: links', () => {
  it('R85: two to a server, one to a sentinel', () => {
    const heard = wiretap(base.at(3000).kill('s1').at(3500).start('s1').until(3700))
    const count = (to: string) => connects(heard, to, 3500).length
    expect([count('r1.redis'), count('r2.redis'), count('s2.sentinel'), count('s3.sentinel')]).toEqual([2, 2, 1, 1])
  })

  it('R86: a new one is PINGed at once', () => {
    const heard = wiretap(base.at(3000).kill('s1').at(3500).start('s1').until(3700))
    const [first] = connects(heard, 'r1.redis', 3500)
    const ping = heard.find(
      ({ what, from, to, at }) => what === 'ping' && from === 's1.sentinel' && to === 'r1.redis' && at >= 3_500_000,
    )
    expect(ping?.at).toBe(first?.at)
  })

  it('R86: a broken one is tried again at the next tick, then every 1000 ms and up to a tick', () => {
    const delays: number[] = []
    const first = spread(100, (seed) => {
      const tries = connects(wiretap(base.at(3000).kill('r1').until(5200), seed), 'r1.redis', 3000).filter(
        (_, index) => index % 2 === 0,
      )
      delays.push(...tries.slice(1).map(({ at }, index) => (at - (tries[index]?.at ?? 0)) / 1000))
      return ((tries[0]?.at ?? 0) - 3_000_000) / 1000
    })
    expectRange(first, [0, 100.2], { mean: [25, 50] })
    expectRange(spreadOf(delays), [1000, 1100], { mean: [1025, 1050] })
  })
})

describe('R87: links that look dead', () => {
  const cutOff = base.at(5000).partition(['s1'], ['r1', 'r2', 's2', 's3'])

  it('a command link older than 15 s is closed when its PING is D/2 old, and opened afresh', () => {
    const closed = spread(100, (seed) => {
      const heard = wiretap(cutOff.until(9000), seed)
      const [first] = connects(heard, 'r1.redis', 5000)
      const ping = heard.find(
        ({ what, from, to, at }) => what === 'ping' && from === 's1.sentinel' && to === 'r1.redis' && at > 5_000_000,
      )
      return ((first?.at ?? 0) - (ping?.at ?? 0)) / 1000
    })
    // More than D/2 = 1000 ms after the PING at one tick, the new connection at the next.
    expectRange(closed, [1000, 1201], { mean: [1050, 1150] })
  })

  it('a young one is left alone for its first 15 s', () => {
    const young = base.at(3000).kill('s1').at(3500).start('s1').at(5000).partition(['s1'], ['r1', 'r2', 's2', 's3']).until(40_000)
    const opened = connects(wiretap(young), 's2.sentinel', 4500).map(({ at }) => at / 1e6)
    expect(opened[0]).toBeGreaterThan(18.5)
    expect(opened[0]).toBeLessThan(18.9)
    expectRange(spreadOf(opened.slice(1).map((at, index) => at - (opened[index] ?? 0))), [15, 15.3], {
      mean: [15, 15.3],
      fill: 0,
    })
  })

  it('a subscription that has been silent for 6 s goes as well', () => {
    const reopened = spread(50, (seed) => {
      const heard = wiretap(base.at(5000).cut('r1', 's1').until(12_000), seed)
      const hellos = heard.filter(
        ({ what, from, to, at }) => what === 'hello' && from === 'r1.redis' && to === 's1.sentinel' && at < 5_000_000,
      )
      const [again] = connects(heard, 'r1.redis', 8500)
      return ((again?.at ?? 0) - (hellos.at(-1)?.at ?? 0)) / 1000
    })
    expectRange(reopened, [6000, 6201], { mean: [6050, 6150], fill: 0.5 })
  })
})
