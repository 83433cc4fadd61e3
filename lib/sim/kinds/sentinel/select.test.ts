import { describe, expect, it } from 'vitest'
import { cluster } from '@/tests/kernel/cluster'
import { SECOND } from '../../core/time'
import { type Instance, newInstance } from './instance'
import { selectReplica } from './select'
import type { SentinelState } from './state'

const NOW = 100 * SECOND
const D = 2 * SECOND

type Change = Partial<Omit<Instance, 'link'>> & { readonly link?: Partial<Instance['link']> }

/** A replica that could be promoted, unless the change says otherwise. */
function replica(host: string, { link, ...change }: Change = {}): Instance {
  const fresh = newInstance('slave', host, NOW)
  const settled = { ...fresh, infoRefresh: NOW, linkUp: true, runId: host, offset: 500 }
  return { ...settled, ...change, link: { ...fresh.link, disconnected: false, lastAvailable: NOW, ...link } }
}

/** Whom a sentinel chooses among them. */
function chosen(replicas: readonly Instance[], { downFor = 0 }: { readonly downFor?: number } = {}): string | null {
  const primary: Instance = { ...newInstance('master', 'r1', 0), subjectivelyDown: downFor > 0, downSince: NOW - downFor }
  const sentinel = { primary, replicas, downAfter: D } as unknown as SentinelState
  return selectReplica(NOW, sentinel)?.host ?? null
}

const ago = (seconds: number) => NOW - seconds * SECOND

describe('R108: who may be promoted', () => {
  it.each<[string, Change, boolean]>([
    ['in good health', {}, true],
    ['subjectively down', { subjectivelyDown: true }, false],
    ['not connected', { link: { disconnected: true } }, false],
    ['with a valid PING answer 5 s ago', { link: { lastAvailable: ago(5) } }, true],
    ['with one longer ago', { link: { lastAvailable: ago(5.001) } }, false],
    ['of priority 0', { priority: 0 }, false],
    ['whose INFO was never read', { infoRefresh: null }, false],
    ['whose INFO is 5 s old', { infoRefresh: ago(5) }, true],
    ['whose INFO is older', { infoRefresh: ago(5.001) }, false],
    ['whose link has been down for the time of the primary’s SDOWN and 10 × D', { linkDownMs: 23_000 }, true],
    ['whose link has been down for longer', { linkDownMs: 23_001 }, false],
    ['R111: that was never in sync: down for −1 s', { linkDownMs: -1000, linkUp: false, offset: 1 }, true],
  ])('a replica %s: %j', (_, change, eligible) => {
    expect(chosen([replica('r2', change)], { downFor: 3 * SECOND })).toBe(eligible ? 'r2' : null)
  })

  it('INFO may be 30 s old when the primary is not down: a manual failover', () => {
    expect(chosen([replica('r2', { infoRefresh: ago(30) })])).toBe('r2')
    expect(chosen([replica('r2', { infoRefresh: ago(30.001) })])).toBeNull()
  })

  it('nobody, when there is nobody', () => {
    expect(chosen([])).toBeNull()
  })
})

describe('R108: who is preferred', () => {
  it.each([
    ['the lower priority number, even with less data (R109)', { priority: 1, offset: 10 }, { priority: 2, offset: 999 }],
    ['of equal priority the larger offset', { offset: 501 }, { offset: 500 }],
    ['of equal offset the smaller run id', { runId: 'aaa' }, { runId: 'bbb' }],
    ['a known run id over an unknown one', { runId: 'zzz' }, { runId: null }],
    ['whoever may be promoted at all', { priority: 100 }, { priority: 0 }],
  ])('%s', (_, better, worse) => {
    expect(chosen([replica('r2', better), replica('r3', worse)])).toBe('r2')
    expect(chosen([replica('r3', worse), replica('r2', better)])).toBe('r2')
  })
})

describe('R109 – R111: what that means', () => {
  const base = { replicas: 2, sentinels: 3, sentinelConf: { 'down-after-milliseconds': 2000 } }
  const promoted = (test: ReturnType<typeof cluster>) => test.run().first('role', { role: 'primary' }).host

  it('R109: priority outranks data', () => {
    const test = cluster(base).client('c1', 'r1').link('r1', 'r3', 300).at(5000).kill('r1').until(9000)
    expect(promoted(test)).toBe('r2')
    expect(promoted(test.server('r3', { conf: { 'replica-priority': 1 } }))).toBe('r3')
  })

  it('R110: offsets are those of the last INFO, at most a second old', () => {
    const test = cluster(base)
      .client('c1', 'r1')
      .link('r1', 'r2', 50)
      .at(5000)
      .partition(['s1', 's2', 's3', 'r2', 'r3'], ['r1', 'c1'])
    const story = test.until(9000).run()
    const { host: server, offset } = story.first('role', { role: 'primary' })
    expect(server).toBe('r3')
    expect(offset).toBeGreaterThan(story.first('settled').servers[0]?.offset ?? 0)
  })

  it('R111: a replica that was never in sync is promoted empty when it is the only one: all is lost', () => {
    const story = cluster({ ...base, replicas: 0, conf: { 'repl-diskless-sync-delay': 60 } })
      .server('r2', { conf: {} })
      .client('c1', 'r1', { untilMs: 1000 })
      .client('c2', 'r2', null)
      .at(2000)
      .type('r2', 'REPLICAOF r1 6379')
      .at(20_000)
      .kill('r1')
      .at(24_000)
      .type('r2', 'GET w:0')
      .until(25_000)
      .run()
    expect(story.all('execute', { host: 'r1' })).toHaveLength(100)
    expect(story.first('role', { role: 'primary' })).toMatchObject({ host: 'r2', offset: 0, orderedBy: 'sentinel' })
    expect(story.replies.at(-1)).toBeNull()
  })

  it('R111: a just-demoted primary with divergent data beats a replica that is in sync', () => {
    const story = cluster({ ...base, sentinelConf: { 'down-after-milliseconds': 2000, 'failover-timeout': 5000 } })
      .client('c1', 'r1', { everyMs: 5 })
      .at(3000)
      .partition(['r1', 'c1'], ['r2', 'r3', 's1', 's2', 's3'])
      .at(12_000)
      .heal()
      .until(60_000)
    const demotion = story.run().first('role', { host: 'r1', role: 'replica' })
    const winner = story.run().first('role', { role: 'primary' }).host
    const again = story
      .at(Math.ceil(demotion.at / 1000) + 100)
      .kill(winner)
      .run()
    const next = again.first('role', { role: 'primary' }, demotion.at / 1000)
    expect(next.host).toBe('r1')
    expect(again.all('load', { host: 'r1' }).filter(({ at }) => at < next.at)).toEqual([])
  })
})
