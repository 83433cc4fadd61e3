// Rules of lock clients that one small scenario each decides.
import { describe, expect, it } from 'vitest'
import type { LockSpec } from '@/lib/sim/kinds/lock/spec'
import { runWithWire } from '@/lib/sim/run'
import { parseScenario } from '@/lib/sim/scenario/parse'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import { refusalOf } from '../refusal'
import { recipe, Told, withActions, withHost, withLock } from './recipes'

const REDISSON = { name: 'lk', algorithm: 'redisson', version: '4.7.0', leaseMs: 30_000, holdMs: null, everyMs: 600_000 } as const

interface Wanted {
  readonly locks: Readonly<Record<string, Partial<LockSpec>>>
  readonly hosts?: object
  readonly actions?: readonly object[]
  readonly links?: readonly object[]
  readonly durationMs?: number
}

/** Lock clients of one server, or of what stands in `hosts`. */
function clients({ locks, hosts = {}, actions = [], links = [], durationMs = 12_000 }: Wanted): Scenario {
  const all = Object.entries(locks).map(([name, lock]) => [name, { client: { connect: 'r1', lock: { ...REDISSON, ...lock } } }])
  return parseScenario({
    version: 1,
    name: 'rules of locks',
    seed: 7,
    durationMs,
    hosts: { r1: { redis: {} }, ...Object.fromEntries(all), ...hosts },
    network: { latencyMs: 1, links },
    workload: [],
    actions,
  })
}

/** The seconds of a client's tries to take the lock, as the server reads them. */
function lockScripts(scenario: Scenario, from: string): readonly number[] {
  return runWithWire(scenario).wire.flatMap(({ from: sender, arrived, message }) =>
    sender.host === from && message.type === 'command' && message.args[1] === 'lock' && arrived !== null
      ? [arrived / 1_000_000]
      : [],
  )
}

describe('waiting for a lock that another has', () => {
  const held = (change: Partial<LockSpec>, waitTime = 60_000, actions: readonly object[] = []) =>
    clients({
      locks: { c1: { holdMs: 3000, ...change }, c2: { fromMs: 1000, conf: { waitTime } } },
      actions,
    })

  it('L16: it subscribes, tries again at once, and then sleeps until it hears of the unlock', () => {
    const scenario = held({})
    expect(lockScripts(scenario, 'c2').map((at) => Math.round(at * 1000))).toEqual([1001, 1007, 3005])
    // Unlocked at 3.003: a millisecond to hear of it, a round trip to take it.
    expect(new Told(scenario).granted('c2')).toEqual([3.006])
  })

  it('L16: a message that is lost costs no more than the rest of the lease', () => {
    const lost = held({ leaseMs: 5000 }, 60_000, [
      { atMs: 1500, cut: { from: 'r1', to: 'c2' } },
      { atMs: 4000, heal: true },
    ])
    const told = new Told(held({ leaseMs: 5000, holdMs: null }))
    expect(told.granted('c2')[0]).toBeCloseTo(5.002, 2)
    expect(new Told(lost).granted('c2')[0]).toBeLessThan(5.01)
  })

  it('L16: when its time is over it is refused, without another try', () => {
    const scenario = held({ holdMs: null }, 1500)
    const one = new Told(scenario)
    expect(one.times('lock-refused', 'c2')).toEqual([2.5])
    expect(lockScripts(scenario, 'c2').length).toBe(2)
    expect(new Told(held({ holdMs: null }, 0)).times('lock-refused', 'c2')).toEqual([1.002])
  })
})

describe('unlocking', () => {
  it('L5, L7: leaves a latch and a message in one transaction of 266 bytes for `lk` and `A:1`', () => {
    const { wire } = runWithWire(clients({ locks: { c1: { holdMs: 500 } }, hosts: { r2: { redis: { replicaOf: 'r1' } } } }))
    const bytes = wire.flatMap(({ message }) =>
      message.type === 'stream' && message.kind === 'write' ? [message.end - message.start] : [],
    )
    // The owner is `c1`, one byte shorter than `A:1`; before the first write stands SELECT.
    expect(bytes.at(-1)).toBe(266 - 1)
  })

  const SENTINELS = { connect: 'sentinel', sentinels: ['s1', 's2', 's3'] }
  const sentinel = { sentinel: { monitor: 'r1', quorum: 2, conf: { 'down-after-milliseconds': 2000 } } }
  /** The primary dies when it has passed the unlock on and not answered yet. */
  const unanswered = (version: string) =>
    clients({
      durationMs: 20_000,
      locks: {},
      hosts: {
        r2: { redis: { replicaOf: 'r1' } },
        r3: { redis: { replicaOf: 'r1' } },
        s1: sentinel,
        s2: sentinel,
        s3: sentinel,
        c1: { client: { ...SENTINELS, lock: { ...REDISSON, version, holdMs: 1000, fromMs: 1000 } } },
      },
      links: [{ between: ['c1', 'r1'], latencyMs: 50 }],
      actions: [{ atMs: 2370, kill: 'r1' }],
    })

  it.each(['3.20.1', '3.23.5'])('L7: up to 3.23.5 what is sent again finds nothing, and throws (%s)', (version) => {
    expect(new Told(unanswered(version)).verdict.failed).toEqual({ IllegalMonitorState: 1 })
  })

  it.each(['3.24.0', '3.26.1'])('L7: since 3.24.0 the latch answers it, and went along in the failover (%s)', (version) => {
    const one = new Told(unanswered(version))
    expect(one.run.events.some((event) => event.type === 'role' && event.role === 'primary')).toBe(true)
    expect(one.verdict.failed).toEqual({})
  })
})

describe('what replicas and answers count', () => {
  it('L10: a silent replica is still counted and waited for until repl-timeout', () => {
    const scenario = recipe('lock-stuck')
    const silent = (atMs: number, timeout: number) =>
      withActions(
        withHost(
          withLock(withLock({ ...scenario, durationMs: 40_000 }, 'c1', { fromMs: atMs, version: '3.26.1' }), 'c2', {
            fromMs: 39_500,
          }),
          'r1',
          { redis: { conf: { 'repl-timeout': timeout } } },
        ),
        { atMs: 1000, partition: [['r1'], ['r2', 'r3']] },
      )
    expect(new Told(silent(20_000, 60)).verdict.failed).toEqual({ NoSyncedSlaves: 1 })
    // Dropped, nobody is left to wait for.
    expect(new Told(silent(20_000, 10)).granted('c1').length).toBe(1)
  })

  it('L14: a script that was not answered is sent again up to 3.36.0, and counted twice; one unlock leaves the key', () => {
    const late = (version: string) =>
      clients({
        locks: { c1: { version, holdMs: 1000, fromMs: 1000 } },
        actions: [
          { atMs: 1000, cut: { from: 'r1', to: 'c1' } },
          { atMs: 4500, heal: true },
        ],
      })
    const old = new Told(late('3.36.0'))
    expect(old.granted('c1').length).toBe(1)
    const keys = old.run.events.filter((event) => event.type === 'lock-key')
    expect(keys.at(-1)).toMatchObject({ owner: 'c1' })
    expect(new Told(late('3.37.0')).verdict.failed).toEqual({ timeout: 1 })
  })
})

describe('a resource that compares the lock’s value', () => {
  const compares = (name: string) => withHost(recipe(name), 'db', { resource: { fencing: false, compares: true } })

  it('L33: takes no write of one whose successor has written', () => {
    const { resource } = new Told(compares('lock-paused')).verdict
    expect(resource.staleAccepted).toEqual([])
    expect(resource.staleRefused.length).toBe(4)
  })

  it('L33: knows no order: the old owner’s first write is taken after the successor’s, which is refused from then on', () => {
    const late = withLock(compares('lock-paused'), 'c1', { pauseAfterMs: 1500 })
    const one = new Told(late)
    expect(one.verdict.resource.staleAccepted.length).toBeGreaterThan(0)
    const after = one.run.events.filter((event) => event.type === 'guarded-write' && event.from === 'c2' && event.at > 7_100_000)
    expect(after.length).toBeGreaterThan(0)
    expect(after.every((event) => event.type === 'guarded-write' && !event.accepted)).toBe(true)
  })
})

describe('a wall clock that steps', () => {
  const five = (byMs: number) => {
    const scenario = recipe('redlock-five')
    const clock = { redis: { conf: {}, clockSteps: [{ atMs: 1200, byMs }] } }
    const cut = { atMs: 100, partition: [['c1'], ['n4', 'n5']] }
    return withActions(withHost(withLock(scenario, 'c1', { holdMs: null }), 'n3', clock), cut)
  }

  it('L1, L26: forwards by a lease, one server of the majority gives the lock away: two owners within the validity', () => {
    const one = new Told(five(5000))
    expect(one.granted('c2')[0]).toBeCloseTo(1.2, 2)
    expect(one.twoOwners[0]?.[2]).toBe('lost-key')
  })

  it('L1, L26: by less, or backwards, it makes no second owner within it', () => {
    for (const byMs of [-5000, 100])
      expect(new Told(five(byMs)).twoOwners.filter(([, , cause]) => cause === 'lost-key')).toEqual([])
  })

  it('is refused where replicas or sentinels go by it, too', () => {
    const scenario = recipe('lock-paused')
    const steps = { redis: { conf: {}, clockSteps: [{ atMs: 1, byMs: 1 }] } }
    const text = refusalOf({ ...scenario, hosts: { ...scenario.hosts, r1: steps } })
    expect(text).toContain('hosts.r1.redis.clockSteps: r1 is replicated or monitored; expected a primary that stands alone')
  })
})
