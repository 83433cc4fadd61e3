import { describe, expect, it } from 'vitest'
import type { Link } from '../scenario/scenario'
import { Topology } from './topology'

const HOSTS = ['a', 'b', 'c', 'd']

function topology(links: readonly Link[] = [], seed = 1): Topology {
  return new Topology(HOSTS, { latencyMs: 0.1, links }, seed)
}

/** Directed pairs that are cut, such as `a>b`. */
function cuts(subject: Topology): string[] {
  return HOSTS.flatMap((from, i) => HOSTS.flatMap((to, j) => (subject.open(i, j) ? [] : [`${from}>${to}`])))
}

describe('who can reach whom', () => {
  it('is everyone at first, and again after a heal', () => {
    const subject = topology()
    subject.cut('a', 'b')
    subject.heal()
    expect(cuts(subject)).toEqual([])
  })

  it('loses one direction by a cut', () => {
    const subject = topology()
    subject.cut('a', 'b')
    expect(cuts(subject)).toEqual(['a>b'])
  })

  it('loses both directions between groups by a partition; a host in no group reaches everyone', () => {
    const subject = topology()
    subject.partition([['a'], ['b', 'c']])
    expect(cuts(subject).sort()).toEqual(['a>b', 'a>c', 'b>a', 'c>a'])
  })

  it('adds up cuts until the heal', () => {
    const subject = topology()
    subject.partition([['a'], ['b']])
    subject.partition([['c'], ['d']])
    expect(cuts(subject).sort()).toEqual(['a>b', 'b>a', 'c>d', 'd>c'])
  })
})

describe('how long it takes', () => {
  const slow: Link = { between: ['b', 'a'], latencyMs: 50, jitterMs: 0 }
  const shaky: Link = { between: ['a', 'c'], latencyMs: 2, jitterMs: 5 }
  const delays = (subject: Topology, from: number, to: number) => Array.from({ length: 500 }, () => subject.delay(from, to))

  it('is the latency of the link, both ways, else that of the network; 10 µs within a host', () => {
    const subject = topology([slow])
    expect([subject.delay(0, 1), subject.delay(1, 0), subject.delay(0, 2), subject.delay(3, 3)]).toEqual([
      50_000, 50_000, 100, 10,
    ])
  })

  it('adds a jitter between zero and its limit, in whole microseconds, drawn for each direction by itself', () => {
    const subject = topology([shaky])
    const there = delays(subject, 0, 2)
    expect(Math.min(...there)).toBeGreaterThanOrEqual(2000)
    expect(Math.max(...there)).toBeLessThanOrEqual(7000)
    expect(new Set(there).size).toBeGreaterThan(400)
    expect(there.every(Number.isInteger)).toBe(true)
    const undisturbed = delays(topology([shaky]), 2, 0)
    expect(delays(subject, 2, 0)).toEqual(undisturbed)
    expect(undisturbed).not.toEqual(there)
  })
})
