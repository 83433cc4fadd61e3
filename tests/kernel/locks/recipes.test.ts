// The ways to two owners of a lock, with the times that real servers showed (in seconds, on links of 1 ms).
import { describe, expect, it } from 'vitest'
import { filmOf, pictureAt } from '@/lib/reading/film/film'
import { transcript } from '@/lib/reading/lists/transcript'
import { runUntil, step } from '@/lib/sim/core/step'
import { awaken, fork, stateOf } from '@/lib/sim/fork'
import type { JournalEvent } from '@/lib/sim/journal'
import { KINDS } from '@/lib/sim/kinds/kinds'
import { run, runWithWire } from '@/lib/sim/run'
import { begin, endOf } from '@/lib/sim/simulate'
import { recipe, recipeNames, Told, withActions, withHost, withLock } from './recipes'

const told = (name: string) => new Told(recipe(name))
const withVersion = (name: string, version: string) => new Told(withLock(recipe(name), 'c1', { version }))
/** Somewhere between two times. */
const between = (value: number | undefined, low: number, high: number) => {
  expect(value).toBeGreaterThanOrEqual(low)
  expect(value).toBeLessThanOrEqual(high)
}

describe('SET NX', () => {
  it('L1: a key that no replica has is granted anew by the promoted one, and there are two owners to the end', () => {
    const one = told('lock-lost-key')
    expect(one.granted('c1')).toEqual([1.1002])
    between(one.granted('c2')[0], 3.9, 4.8)
    expect(one.twoOwners).toEqual([[one.granted('c2')[0], 12, 'lost-key']])
    const [overlap] = one.verdict.overlaps
    expect(one.run.events[overlap?.madeBy ?? -1]).toMatchObject({ type: 'role', host: 'r3', role: 'primary' })
  })

  it('L2: a release deletes the own value only: the next owner keeps the key', () => {
    const one = new Told(
      withLock(withLock(recipe('lock-no-failover'), 'c1', { ...SET_NX, leaseMs: 500, holdMs: 900 }), 'c2', {
        ...SET_NX,
        fromMs: 1500,
      }),
    )
    between(one.granted('c2')[0], 1.5, 1.9)
    expect(one.times('lock-left', 'c1')[0]).toBe(1.9002)
    expect(one.times('lock-granted', 'c1').length).toBe(1)
    const keys = one.run.events.filter((event) => event.type === 'lock-key')
    expect(keys.map((event) => event.type === 'lock-key' && event.owner)).toEqual(['c1:1', 'c2:2'])
  })

  it('L3: the client counts on its lease from when it asked', () => {
    const [belief] = told('lock-lost-key').verdict.beliefs
    expect(belief?.entitledUntil).toBe(31_100_000)
  })
})

/** Who comes second, where only what the first does is of interest. */
const WAITS_FOR_NOBODY = { version: '3.12.4' } as const

const SET_NX = { algorithm: 'set-nx', version: undefined, conf: undefined, leaseMs: 30_000 } as const

describe('a pause between check and use', () => {
  it('L4: what was held is overrun, and a resource that looks at no token takes the stale write', () => {
    const open = told('lock-paused')
    between(open.granted('c2')[0], 4, 4.3)
    expect(open.twoOwners).toEqual([[open.granted('c2')[0], 9, 'overrun']])
    expect(open.verdict.resource.staleAccepted.length).toBe(4)
  })

  it('L31: fenced, every one of them is refused', () => {
    const { resource } = told('lock-paused-fenced').verdict
    expect(resource.staleAccepted).toEqual([])
    expect(resource).toMatchObject({ rejected: 4, staleRefused: { length: 4 } })
  })

  it('L32: a fence begins when the new token arrives: before that the old owner passes', () => {
    const late = withLock(recipe('lock-paused-fenced'), 'c2', { pauseAfterMs: 4000 })
    expect(new Told(late).verdict.resource.staleAccepted.length).toBeGreaterThan(0)
  })
})

describe('WAIT behind the lock', () => {
  it('L6, L24: lock and lease are one transaction of 117 bytes for `lk` and `A:1`, with the counter of 162', () => {
    const bytes = (algorithm: 'redisson' | 'redisson-fenced') => {
      const changed = withLock(recipe('lock-stuck'), 'c1', { name: 'lk', algorithm, version: '3.19.0' })
      const { wire } = runWithWire(changed)
      const sent = wire.find(({ message }) => message.type === 'stream' && message.kind === 'write')?.message
      return sent?.type === 'stream' ? sent.end - sent.start : 0
    }
    // The owner is `c1`, one byte shorter than `A:1`.
    expect(bytes('redisson')).toBe(117 - 1)
    expect(bytes('redisson-fenced')).toBe(162 - 1)
  })

  it('L8, L11: up to 3.16.6 nobody looks at the number, and the failover makes two owners', () => {
    const one = told('x2-wait-ignored')
    between(one.granted('c1')[0], 2.1, 2.2)
    between(one.granted('c2')[0], 5.1, 6.9)
    expect(one.twoOwners.length).toBe(1)
    for (const version of ['3.16.7', '3.17.5', '3.47.0']) {
      // From 3.47.0 on the lock is undone, and whoever waits may have it from the dying primary.
      const later = withLock(recipe('x2-wait-ignored'), 'c2', { fromMs: 3000 })
      expect(new Told(withLock(later, 'c1', { version })).twoOwners).toEqual([])
    }
  })

  it('L11: one of two is enough from 3.17.5 on, and the one without it is promoted', () => {
    const one = new Told(withLock(recipe('lock-one-of-two'), 'c2', WAITS_FOR_NOBODY))
    between(one.granted('c1')[0], 2.5, 2.6)
    between(one.granted('c2')[0], 6.2, 8.5)
    for (const version of ['3.16.7', '3.17.0', '3.17.4']) {
      const strict = withVersion('lock-one-of-two', version)
      expect(strict.granted('c1')).toEqual([])
      expect(strict.times('lock-failed', 'c1').length).toBe(1)
    }
  })

  it('L11: of two with one priority the one that has the lock is promoted', () => {
    const scenario = recipe('lock-one-of-two')
    const equal = withHost(scenario, 'r3', { redis: { replicaOf: 'r1', conf: {} } })
    expect(new Told(equal).granted('c2')).toEqual([])
  })

  it.each([
    ['3.17.5', 31.4, 31.8, 1],
    ['3.19.3', 31.4, 31.8, 1],
    ['3.20.0', 2.5, 2.8, 1],
    ['3.20.1', 2.5, 2.8, 0],
    ['3.24.3', 2.5, 2.8, 0],
    ['3.25.0', 31.4, 31.8, 1],
    ['3.46.0', 31.4, 31.8, 1],
    ['3.47.0', 2.5, 2.8, 0],
  ])('L11, L12: after the error the lock of %s is stuck or undone', (version, low, high, failures) => {
    const one = new Told(withLock(withLock(recipe('lock-stuck'), 'c1', { version }), 'c2', { ...WAITS_FOR_NOBODY, fromMs: 2000 }))
    between(one.granted('c2')[0], low, high)
    expect(one.twoOwners).toEqual([])
    expect(one.granted('c1')).toEqual([])
    expect(one.verdict.failed.NoSyncedSlaves ?? 0).toBe(failures)
    if (low > 30) between(one.verdict.orphaned / 1e6, 29.9, 30.1)
  })

  it.each([
    ['3.47.0', 12.5, 13.5],
    ['3.48.0', 13.5, 19],
  ])('L13: with all replicas silent %s tries for this long', (version, low, high) => {
    const silent = withActions(withLock(recipe('lock-stuck'), 'c1', { version }), {
      atMs: 1000,
      partition: [['r1'], ['r2', 'r3']],
    })
    const one = new Told(withLock(silent, 'c2', { fromMs: 39_000 }))
    between((one.times('lock-failed', 'c1')[0] ?? 0) - 1.5, low, high)
  })

  it('L9: a planned failover leads the replicas away, the count is 0, and no WAIT is sent', () => {
    const one = told('lock-planned-switch')
    between(one.granted('c1')[0], 3.2, 3.21)
    expect(one.granted('c2')[0]).toBeGreaterThan(one.granted('c1')[0] ?? 9)
    expect(one.twoOwners).toEqual([[one.granted('c2')[0], 20, 'lost-key']])
    const gated = withHost(recipe('lock-planned-switch'), 'r1', { redis: { conf: { 'min-replicas-to-write': 1 } } })
    expect(new Told(gated).verdict.failed.NOREPLICAS).toBe(1)
  })

  it('L9: a count of 0 that is kept is never refreshed: that client never waits again', () => {
    const one = told('x6-cached-zero')
    expect(one.granted('c1').length).toBe(2)
    between(one.granted('c2')[0], 15, 16.5)
    expect(one.twoOwners.length).toBe(1)
    expect(withVersion('x6-cached-zero', '3.26.1').twoOwners).toEqual([])
  })

  it('L14, L15: WAIT alone is sent again, and vouches for a lock that is not there', () => {
    const one = told('x17-wait-resent-alone')
    between(one.granted('c2')[0], 3.9, 5)
    between(one.granted('c1')[0], 6, 8)
    expect(one.twoOwners.map(([, , cause]) => cause)).toEqual(['lost-key'])
    const brief = withLock(recipe('x17-wait-resent-alone'), 'c1', { conf: { retryAttempts: 0 } })
    expect(new Told(brief).verdict.failed.timeout).toBeGreaterThan(0)
    expect(new Told(brief).granted('c1')).toEqual([])
  })
})

describe('the watchdog', () => {
  it('L17, L19: in a split brain it renews on the old primary, and the other side lets the lock expire', () => {
    const one = told('lock-split-brain')
    between(one.granted('c2')[0], 9, 9.3)
    expect((one.twoOwners[0]?.[1] ?? 0) - (one.twoOwners[0]?.[0] ?? 0)).toBeGreaterThan(16)
    const renewals = one.times('lock-renewed', 'c1')
    between(renewals[0], 3, 3.1)
    // With silent replicas each ends a second later: 6.1, 9.1, 12.1.
    expect(renewals.map(Math.floor)).toEqual([3, 6, 9, 12])
    between(one.times('disconnect', 'c1')[0], 12, 14)
    expect(one.run.events.findLast(({ type }) => type === 'lock-not-renewed')).toMatchObject({
      error: 'gone',
      stops: true,
      told: false,
    })
  })

  it('L18: up to 3.43.0 one failed renewal is the last: two owners without any failover', () => {
    const one = told('lock-no-failover')
    expect(one.run.events.some(({ type }) => type === 'role')).toBe(false)
    between(one.granted('c2')[0], 9, 9.3)
    expect(one.twoOwners.map(([, , cause]) => cause)).toEqual(['overrun'])
    expect(withVersion('lock-no-failover', '3.43.0').twoOwners.length).toBe(1)
    const later = withVersion('lock-no-failover', '3.44.0')
    expect(later.twoOwners).toEqual([])
    expect(later.granted('c2')).toEqual([])
  })

  it('L7: what is unlocked and is not one’s own any more throws', () => {
    const late = withActions(withLock(recipe('lock-no-failover'), 'c1', { leaseMs: 1000, holdMs: 2500 }))
    expect(new Told(late).verdict.failed.IllegalMonitorState).toBe(1)
  })
})

describe('fencing tokens', () => {
  it('L24: the counter travels with the lock, so a lossy failover repeats the token', () => {
    const one = told('lock-token-twice')
    expect(one.verdict.repeatedTokens).toMatchObject([{ token: 1, owners: ['c1', 'c2'], kind: 'repeated' }])
    expect(one.verdict.resource.rejected).toBe(0)
    expect(one.verdict.resource.staleAccepted.length).toBeGreaterThan(0)
  })

  it('L31: the tie rule refuses the second that comes with it', () => {
    const tied = withHost(recipe('lock-token-twice'), 'db', { resource: { fencing: true, sameOwner: true } })
    const one = new Told(tied)
    const refused = one.run.events.filter((event) => event.type === 'guarded-write' && !event.accepted && event.from === 'c2')
    expect(refused.length).toBeGreaterThan(5)
  })

  it('L25: getToken() after an expiry returns the successor’s, and lockAndGetToken does not undo', () => {
    const one = told('x10-get-token-after-a-pause')
    between(one.granted('c2')[0], 2, 2.3)
    expect(one.verdict.resource.staleAccepted.length).toBeGreaterThan(0)
    const own = new Told(withLock(recipe('x10-get-token-after-a-pause'), 'c1', { token: 'lockAndGetToken' }))
    expect(own.verdict.resource).toMatchObject({ staleAccepted: [], rejected: 3 })
    const stuck = withLock(recipe('lock-stuck'), 'c1', { algorithm: 'redisson-fenced', version: '3.47.0' })
    between(new Told(stuck).verdict.orphaned / 1e6, 29.9, 30.1)
  })
})

describe('RedLock', () => {
  it('L26: a server that comes back empty grants the lock again within the validity', () => {
    const one = told('redlock-empty-restart')
    between((5.448 - (one.granted('c2')[0] ?? 0)) as number, 4.3, 4.5)
    expect(one.twoOwners[0]?.[2]).toBe('lost-key')
    const scenario = recipe('redlock-empty-restart')
    const [cut, kill] = scenario.actions
    const delayed = new Told(withActions(scenario, cut ?? {}, kill ?? {}, { atMs: 5700, start: 'n3' }))
    between(delayed.granted('c2')[0], 5.5, 5.9)
    expect(delayed.twoOwners[0]?.[2]).toBe('overrun')
  })

  it('L28: v5 returns a lock that has expired on its way, L30: v4 and the specified one do not', () => {
    const one = told('redlock-expired')
    const [belief] = one.verdict.beliefs
    expect(((belief?.entitledUntil ?? 0) - (belief?.from ?? 0)) / 1000).toBeCloseTo(-205, 0)
    expect(one.twoOwners.length).toBe(1)
    expect(withVersion('redlock-expired', '4.2.0').granted('c1')).toEqual([])
    const patient = withLock(recipe('redlock-expired'), 'c1', {
      version: 'spec',
      conf: { retryCount: 0, nodeTimeout: 600 },
    })
    expect(new Told(patient).granted('c1')).toEqual([])
  })

  it('L27: validity at once after a grant of 5000 ms is 4948 less what it took', () => {
    const [belief] = told('redlock-empty-restart').verdict.beliefs
    expect((belief?.entitledUntil ?? 0) - 500_000).toBe(4_948_000)
  })

  it('L28: a silent majority leaves v5 without an answer for ever, L30: one silent server leaves v4 so', () => {
    const cut = (...servers: readonly string[]) =>
      withActions(recipe('redlock-empty-restart'), { atMs: 100, partition: [['c1'], servers] })
    const alone = (version: string, ...servers: readonly string[]) =>
      new Told(withLock(withLock(cut(...servers), 'c1', { version }), 'c2', { fromMs: 8999 }))
    expect(alone('5.0.0-beta.2', 'n1', 'n2', 'n3').times('lock-refused', 'c1')).toEqual([])
    expect(alone('5.0.0-beta.2', 'n1', 'n2').granted('c1').length).toBe(1)
    expect(alone('4.2.0', 'n1').granted('c1')).toEqual([])
    expect(alone('spec', 'n1', 'n2').granted('c1').length).toBe(1)
  })

  it('L29: using() is told that the lock is gone long after it is', () => {
    const one = told('redlock-late-abort')
    between(one.granted('c2')[0], 3, 3.1)
    between(one.times('lock-left', 'c1')[0], 10.5, 11.6)
    between((one.twoOwners[0]?.[1] ?? 0) - (one.twoOwners[0]?.[0] ?? 0), 7.5, 8.5)
  })
})

describe('RedissonRedLock', () => {
  it('L20–L22: validity is never computed, and what is prolonged at the end may have expired', () => {
    const one = told('redisson-redlock-no-validity')
    between(one.granted('c1')[0], 6.5, 6.55)
    between(one.granted('c2')[0], 7, 7.01)
    expect(one.twoOwners.length).toBe(1)
    const waiting = new Told(withLock(recipe('redisson-redlock-no-validity'), 'c1', { conf: { waitTime: 10_000 } }))
    expect(waiting.twoOwners).toEqual([])
  })

  it('L20, L22, L23: a multi lock needs every server, and lets go of all where one is silent', () => {
    const all = withLock(recipe('redisson-redlock-no-validity'), 'c1', { algorithm: 'redisson-multi' })
    const one = new Told(all)
    expect(one.granted('c1')).toEqual([])
    expect(one.times('lock-refused', 'c1').length).toBe(1)
    const whole = new Told(withActions(withLock(all, 'c1', { holdMs: 1000 })))
    expect(whole.granted('c1').length).toBe(1)
    expect(whole.granted('c2').length).toBe(1)
    expect(whole.twoOwners).toEqual([])
  })

  it('L21: it counts the failures that it can bear', () => {
    const far = withActions(recipe('redisson-redlock-no-validity'), { atMs: 0, partition: [['c1'], ['n1', 'n2', 'n3']] })
    expect(new Told(far).granted('c1')).toEqual([])
  })
})

describe('every recipe', () => {
  it.each(recipeNames())('%s is drawn, told and summed up as any other run', (name) => {
    const wired = runWithWire(recipe(name))
    const film = filmOf(wired)
    for (const at of [0, 1_500_000, endOf(wired.scenario)])
      expect(pictureAt(film, at, { shownFor: 100_000, known: false, followed: null }).at).toBe(at)
    const lines = transcript(wired)
    expect(lines.some((line) => line.startsWith('locks '))).toBe(true)
    expect(lines.join()).not.toContain('undefined')
  })

  it.each(recipeNames())('%s goes on from a copy as it would have, be it forked or out of JSON', (name) => {
    const scenario = recipe(name)
    const before: JournalEvent[] = []
    const world = begin(scenario, KINDS, { journal: before, wire: null })
    while (step(world, endOf(scenario) / 3));
    const begun = [...before]
    const copies = [
      (journal: JournalEvent[]) => fork(world, { journal, wire: null }),
      (journal: JournalEvent[]) => awaken(JSON.parse(JSON.stringify(stateOf(world))), { ...world.wiring, journal, wire: null }),
    ]
    for (const copy of copies) {
      const journal: JournalEvent[] = []
      runUntil(copy(journal), endOf(scenario))
      expect(JSON.stringify([...begun, ...journal])).toBe(JSON.stringify(run(scenario).events))
    }
  })
})
