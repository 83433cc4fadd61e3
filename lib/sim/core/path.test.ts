import { describe, expect, it } from 'vitest'
import type { Protocol, World } from './model'
import { change, pairsBetween } from './network'
import { delayOf, newPaths, type Path } from './path'
import { newWorld } from './world'

const HOSTS = ['a', 'b', 'c', 'd']

interface Link {
  readonly between: readonly [string, string]
  readonly latency: number
  readonly jitter: number
}

function layout(links: readonly Link[] = [], seed = 1): Parameters<typeof newPaths>[0] {
  const between = (from: string, to: string) =>
    links.find((link) => link.between.includes(from) && link.between.includes(to)) ?? { latency: 100, jitter: 0 }
  return { seed, hosts: HOSTS, between }
}

function world(): World<Protocol> {
  return newWorld<Protocol>(layout(), { kinds: {}, crew: [], specs: [], act: () => {}, journal: null, wire: null })
}

/** Directed pairs that are cut, such as `a>b`. */
function cuts({ paths }: World<Protocol>): string[] {
  return HOSTS.flatMap((from, i) => HOSTS.flatMap((to, j) => (paths[i * HOSTS.length + j]?.open ? [] : [`${from}>${to}`])))
}

describe('who can reach whom', () => {
  it('is everyone at first, and again after a heal', () => {
    const subject = world()
    expect(cuts(subject)).toEqual([])
    change(subject, { cut: [['a', 'b']] })
    change(subject, { heal: true })
    expect(cuts(subject)).toEqual([])
  })

  it('loses one direction by a cut', () => {
    const subject = world()
    change(subject, { cut: [['a', 'b']] })
    expect(cuts(subject)).toEqual(['a>b'])
  })

  it('loses both directions between groups by a partition; a host in no group reaches everyone', () => {
    const subject = world()
    change(subject, { cut: pairsBetween([['a'], ['b', 'c']]) })
    expect(cuts(subject).sort()).toEqual(['a>b', 'a>c', 'b>a', 'c>a'])
  })

  it('adds up cuts until the heal', () => {
    const subject = world()
    change(subject, { cut: pairsBetween([['a'], ['b']]) })
    change(subject, { cut: pairsBetween([['c'], ['d']]) })
    expect(cuts(subject).sort()).toEqual(['a>b', 'b>a', 'c>d', 'd>c'])
  })
})

describe('how long it takes', () => {
  const slow: Link = { between: ['b', 'a'], latency: 50_000, jitter: 0 }
  const shaky: Link = { between: ['a', 'c'], latency: 2000, jitter: 5000 }
  const path = (paths: readonly Path[], from: number, to: number) => paths[from * HOSTS.length + to] as Path
  const delays = (paths: readonly Path[], from: number, to: number) =>
    Array.from({ length: 500 }, () => delayOf(path(paths, from, to)))

  it('is the latency of the link, both ways, else that of the network; 10 µs within a host', () => {
    const paths = newPaths(layout([slow]))
    const pairs = [
      [0, 1],
      [1, 0],
      [0, 2],
      [3, 3],
    ] as const
    expect(pairs.map(([from, to]) => delayOf(path(paths, from, to)))).toEqual([50_000, 50_000, 100, 10])
  })

  it('adds a jitter between zero and its limit, in whole microseconds, drawn for each direction by itself', () => {
    const paths = newPaths(layout([shaky]))
    const there = delays(paths, 0, 2)
    expect(Math.min(...there)).toBeGreaterThanOrEqual(2000)
    expect(Math.max(...there)).toBeLessThanOrEqual(7000)
    expect(new Set(there).size).toBeGreaterThan(400)
    expect(there.every(Number.isInteger)).toBe(true)
    const undisturbed = delays(newPaths(layout([shaky])), 2, 0)
    expect(delays(paths, 2, 0)).toEqual(undisturbed)
    expect(undisturbed).not.toEqual(there)
  })
})
