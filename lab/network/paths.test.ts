import { expect, it } from 'vitest'
import { namedScenario } from '@/lib/content/scenarios'
import { changeOf } from '@/lib/sim/faults/faults'
import { delaysOf, Paths, peersOf } from './paths'

const scenario = namedScenario('slow-link-crash')

it('slow links are delayed, fast ones left to the machine', () => {
  const delays = delaysOf(scenario)
  expect(delays.map(({ between, latencyMs }) => [...between, latencyMs])).toEqual([
    ['r1', 'r2', 100],
    ['r1', 'r3', 100],
  ])
  expect(peersOf('r1', delays)).toEqual(['r2', 'r3'])
  expect(peersOf('r2', delays)).toEqual(['r1'])
  expect(peersOf('s1', delays)).toEqual([])
})

it('a slow network delays every pair, each once', () => {
  const hosts = Object.keys(scenario.hosts).length
  const delays = delaysOf({ ...scenario, network: { latencyMs: 20, links: [] } })
  expect(delays).toHaveLength((hosts * (hosts - 1)) / 2)
})

it('relays are told what is cut, until it heals, and of delays once they begin', () => {
  const links = delaysOf(scenario)
  const paths = new Paths(links)
  expect(paths.told).toEqual({ type: 'paths', cuts: [], delays: [] })
  paths.slowDown()
  paths.change({ cut: [['r1', 'r2']] })
  paths.change({ cut: [['s1', 'r1']] })
  const cuts = [
    ['r1', 'r2'],
    ['s1', 'r1'],
  ]
  expect(paths.told).toEqual({ type: 'paths', cuts, delays: links })
  paths.change({ heal: true })
  expect(paths.told).toEqual({ type: 'paths', cuts: [], delays: links })
})

it('a link that slows down later goes through a relay from the beginning, fast until then', () => {
  const slow = { atMs: 5, slow: { between: ['r2', 'r1'], latencyMs: 200 } } as const
  const links = delaysOf({ ...scenario, network: { latencyMs: 0.1, links: [] }, actions: [slow] })
  expect(links).toEqual([{ between: ['r1', 'r2'], latencyMs: 0.1, jitterMs: 0 }])
  const paths = new Paths(links)
  paths.slowDown()
  expect(paths.told).toMatchObject({ delays: links })
  paths.change(changeOf(slow))
  expect(paths.told).toMatchObject({ delays: [{ between: ['r1', 'r2'], latencyMs: 200, jitterMs: 0 }] })
})
