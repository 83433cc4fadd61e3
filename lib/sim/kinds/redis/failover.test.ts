import { describe, expect, it } from 'vitest'
import { type Cluster, cluster } from '@/tests/kernel/cluster'
import { expectRange, spread } from '@/tests/kernel/spread'
import { infoField, type Story, seconds } from '@/tests/kernel/story'
import '@/tests/kernel/tale'

const T0 = 4000
const busy = cluster({ replicas: 2 }).client('c1', 'r1', { everyMs: 10, untilMs: 8000 })

const states = (story: Story) => story.all('failover-state').map(({ state }) => state)
const promoted = (story: Story) => story.first('role', { role: 'primary' }, T0)
const psyncsOf = (story: Story, replica: string) =>
  story.all('psync', { replica }, T0).map(({ host: primary, outcome, reason }) => `${primary}: ${outcome} ${reason}`)

/** Acknowledged writes that the server `name` never executed or applied. */
function missingOn(story: Story, name: string): number {
  const present = new Set(
    [...story.all('apply', { host: name }), ...story.all('execute', { host: name })].map(({ write }) => write),
  )
  return story.all('answer', { error: null }).filter(({ write }) => !present.has(write)).length
}

describe('R155: FAILOVER', () => {
  const handover = busy.at(T0).type('r1', 'FAILOVER').until(9000)

  it('waits for a periodic ACK of everything: 0 … 1 s under load (measured 0.10 … 0.89 s)', () => {
    const brief = cluster({ replicas: 2 }).client('c1', 'r1', { fromMs: 3500 }).at(T0).type('r1', 'FAILOVER').until(5200)
    const delay = spread(200, (seed) => seconds(T0, promoted(brief.run(seed))))
    expectRange(delay, [0, 1.01], { mean: [0.2, 0.6] })
  })

  it('pauses writes, not reads, and hands over without losing or repeating one', () => {
    const story = handover
      .client('c2', 'r1', null)
      .at(T0 + 1)
      .type('c2', 'GET w:0')
      .run(2)
    expect(states(story)).toEqual(['waiting-for-sync', 'failover-in-progress', 'no-failover'])
    expect(story.all('reply', { on: 'c2' })[0]?.took).toBe(200)
    expect(story.all('execute', ({ host: server, at }) => server === 'r1' && at > T0 * 1000 + 200)).toEqual([])
    expect(missingOn(story, promoted(story).host)).toBe(0)
  })

  it('answers what was parked with READONLY', () => {
    const story = handover.run(2)
    const parked = story.all('send', ({ at }) => at > T0 * 1000 && at < promoted(story).at)
    const errors = parked.map(({ write }) => story.first('answer', { write }).error)
    expect(parked.length).toBeGreaterThan(0)
    expect(new Set(errors)).toEqual(new Set(['READONLY']))
  })

  it('makes the pair go on with partial resyncs', () => {
    const story = handover.run()
    const { host: server } = promoted(story)
    expect(story.first('role', { host: 'r1' })).toMatchObject({ role: 'replica', of: server, orderedBy: 'failover' })
    expect(psyncsOf(story, 'r1')).toEqual([`${server}: continue ok`])
    expect(story.all('load')).toEqual([])
  })

  it('TO names the one; the other replica continues from whom it follows', () => {
    const story = busy.at(T0).type('r1', 'FAILOVER TO r3 6379').until(9000).run()
    expect(promoted(story).host).toBe('r3')
    expect(psyncsOf(story, 'r2').at(-1)).toMatch(/^r1: continue/)
  })

  it('is at once when everything is acknowledged already', () => {
    const idle = cluster({ replicas: 1 }).at(T0).type('r1', 'FAILOVER').until(6000)
    const delay = spread(50, (seed) => seconds(T0, promoted(idle.run(seed))))
    expect(delay.values.filter((value) => value < 0.002).length).toBeGreaterThan(40)
  })

  it('shows its state in INFO, and refuses REPLICAOF meanwhile', () => {
    const story = busy
      .at(3900)
      .pause('r2')
      .pause('r3')
      .at(T0)
      .type('r1', 'FAILOVER')
      .at(4100)
      .type('r1', 'INFO')
      .at(4200)
      .type('r1', 'REPLICAOF r2 6379')
      .run()
    expect(infoField(story.replies[1], 'master_failover_state')).toBe('waiting-for-sync')
    expect(story.replies[2]).toEqual({ error: 'ERR REPLICAOF not allowed while failing over.' })
  })
})

describe('R156: when the target does not come along', () => {
  /** r2 misses what r1 writes from 3.9 s on. */
  const deaf = busy.at(3900).cut('r1', 'r2')

  it('TIMEOUT alone gives up at the deadline: still primary, parked writes are executed', () => {
    const story = deaf.at(T0).type('r1', 'FAILOVER TO r2 6379 TIMEOUT 1000').until(7000).run()
    expect(states(story)).toEqual(['waiting-for-sync', 'no-failover'])
    expect(seconds(T0, story.all('failover-state')[1] ?? { at: 0 })).toBeCloseTo(1, 3)
    expect(story.all('role')).toEqual([])
    const parked = story.all('send', ({ at }) => at > T0 * 1000 && at < 5_000_000)
    expect(parked).toHaveLength(99)
    expect(parked.every(({ write }) => story.first('answer', { write }).error === null)).toBe(true)
  })

  it('without a timeout waits for ever', () => {
    const story = deaf.at(T0).type('r1', 'FAILOVER TO r2 6379').until(40_000).run()
    expect(states(story)).toEqual(['waiting-for-sync'])
  })

  it('ABORT ends it', () => {
    expect(cluster({ replicas: 2 }).client('c1', 'r1', null)).toTell(`
      # r2 misses what is written from 3.9 s on; what is written meanwhile waits for the end of the attempt.
      at 3900 cut r1 → r2
      at 3950 type c1 "SET a 1"
      at 4000 type r1 "FAILOVER TO r2 6379"
      at 4100 type c1 "SET b 2"
      at 4500 type r1 "FAILOVER ABORT"
      until 6000
      show failover state
      ----
      3.9500–3.9502     c1> SET a 1: "OK"
      4.0000–4.0000     r1> FAILOVER TO r2 6379: "OK"
      4.0000            r1 failover state waiting-for-sync
      4.1000–4.5001     c1> SET b 2: "OK"
      4.5000–4.5000     r1> FAILOVER ABORT: "OK"
      4.5000            r1 failover state no-failover
    `)
  })

  it('FORCE hands over at the deadline; a target that is only late catches up during the handshake', () => {
    const story = busy.link('r1', 'r2', 400).at(T0).type('r1', 'FAILOVER TO r2 6379 FORCE TIMEOUT 100').until(14_000).run()
    expect(seconds(T0, story.first('failover-state', { state: 'failover-in-progress' }))).toBeCloseTo(0.1, 3)
    expect(promoted(story).host).toBe('r2')
    expect(psyncsOf(story, 'r1')).toEqual(['r2: continue ok'])
    expect(missingOn(story, 'r2')).toBe(0)
  })

  it('FORCE loses what the target lacks: full resync, and only then an answer to what was parked', () => {
    const restarted = busy.at(T0).type('r1', 'FAILOVER TO r2 6379 FORCE TIMEOUT 100').at(4010).kill('r2').at(4020).start('r2')
    const story = restarted.until(14_000).run()
    expect(promoted(story)).toMatchObject({ host: 'r2', orderedBy: 'failover' })
    expect(psyncsOf(story, 'r1')).toEqual(['r2: full second-offset'])
    expect(story.first('load', { host: 'r1' }).discarded).toBeGreaterThan(350)
    const ended = story.first('failover-state', { state: 'no-failover' })
    expect(story.first('link', { host: 'r1', state: 'sync' }).at).toBe(ended.at)
    expect(seconds(promoted(story), ended)).toBeGreaterThan(4)
    const [parked] = story.all('send', ({ at }) => at > T0 * 1000 + 1000)
    expect(story.first('answer', { write: parked?.write ?? -1 })).toMatchObject({ error: 'READONLY', at: ended.at + 100 })
  })

  it('a target that has changed its history refuses: the old primary is primary again, with a new id', () => {
    const story = busy
      .link('r1', 'r2', 400)
      .at(T0)
      .type('r1', 'FAILOVER TO r2 6379 FORCE TIMEOUT 100')
      .at(4099)
      .type('r2', 'REPLICAOF NO ONE')
      .until(9000)
      .run()
    const [handedOver, back] = story.all('role', { host: 'r1' })
    expect(psyncsOf(story, 'r1')).toEqual(['r2: refused replid'])
    expect(handedOver?.role).toBe('replica')
    expect(back).toMatchObject({ role: 'primary', orderedBy: 'failover', replid2: handedOver?.replid })
    expect(states(story).at(-1)).toBe('no-failover')
    expect(story.first('execute', { host: 'r1' }, (back?.at ?? 0) / 1000)).toBeDefined()
  })

  it('R19: no PING moves the offset while a deadline runs', () => {
    const silent = (command: string) =>
      cluster({ replicas: 1, conf: { 'repl-ping-replica-period': 1 } })
        .client('c1', 'r1', null)
        .at(3900)
        .pause('r2')
        .at(3950)
        .type('c1', 'SET k v')
        .at(T0)
        .type('r1', command)
        .at(4010)
        .type('r1', 'INFO')
        .at(9000)
        .type('r1', 'INFO')
        .until(9100)
        .run()
    const growth = (story: Story) => {
      const [before = 0, after = 0] = story.replies.slice(2).map((reply) => Number(infoField(reply, 'master_repl_offset')))
      return after - before
    }
    expect(growth(silent('FAILOVER TO r2 6379 TIMEOUT 20000'))).toBe(0)
    expect(growth(silent('FAILOVER TO r2 6379'))).toBeGreaterThan(3 * 14)
  })
})

describe('R155: refusals', () => {
  const answer = (test: Cluster, on: string, command: string) => test.at(T0).type(on, command).until(5000).run().replies.at(-1)
  const stuck = cluster({ replicas: 1 }).client('c1', 'r1', null).at(3000).pause('r2').at(3100).type('c1', 'SET k v')

  it.each([
    ['without replicas', cluster(), 'r1', 'FAILOVER', 'ERR FAILOVER requires connected replicas.'],
    ['on a replica', cluster({ replicas: 1 }), 'r2', 'FAILOVER', 'ERR FAILOVER is not valid when server is a replica.'],
    ['twice', stuck.at(3500).type('r1', 'FAILOVER'), 'r1', 'FAILOVER', 'ERR FAILOVER already in progress.'],
    ['of nothing', cluster({ replicas: 1 }), 'r1', 'FAILOVER ABORT', 'ERR No failover in progress.'],
    [
      'to a stranger',
      cluster({ replicas: 1 }).server('r9', { conf: {} }),
      'r1',
      'FAILOVER TO r9 6379',
      'ERR FAILOVER target HOST and PORT is not a replica.',
    ],
    [
      'to one that is not in sync',
      cluster({ replicas: 1 }).server('r9', { conf: {} }).at(3500).type('r9', 'REPLICAOF r1 6379'),
      'r1',
      'FAILOVER TO r9 6379',
      'ERR FAILOVER target replica is not online.',
    ],
  ] as const)('%s', (_, test, on, command, error) => {
    expect(answer(test, on, command)).toEqual({ error })
  })

  it('R31: while it lasts, no replica may sync', () => {
    const story = stuck
      .server('r3', { conf: {} })
      .at(3500)
      .type('r1', 'FAILOVER')
      .at(3600)
      .type('r3', 'REPLICAOF r1 6379')
      .until(6000)
      .run()
    const psyncs = story.all('psync', { replica: 'r3' })
    expect(psyncs.length).toBeGreaterThan(1)
    expect(psyncs.every(({ outcome }) => outcome === 'refused')).toBe(true)
  })
})

describe('R89: a pause that lasts', () => {
  /** The replica is frozen, so that the pause lasts; links are younger than 15 s, as after a start of the sentinels. */
  const lasting = (pausedAt: number) =>
    cluster({ replicas: 1, sentinels: 3, sentinelConf: { 'down-after-milliseconds': 3000 } })
      .client('c1', 'r1', null)
      .at(1000)
      .kill('s1')
      .at(1500)
      .start('s1')
      .at(pausedAt - 20)
      .pause('r2')
      .at(pausedAt - 10)
      .type('c1', 'SET k v')
      .at(pausedAt)
      .type('r1', 'FAILOVER TO r2 6379 TIMEOUT 15000')
      .until(pausedAt + 7000)

  it('parks hellos with the PINGs behind them: the primary is down after about D (measured: D + 1.3 s)', () => {
    const delay = spread(50, (seed) => {
      const pausedAt = 9000 + seed * 40
      return seconds(pausedAt, lasting(pausedAt).run(seed).log('+sdown', { host: 's1', kind: 'master' }))
    })
    expectRange(delay, [3, 3 + 2.1 + 1.1 + 0.1], { mean: [4.2, 4.9] })
  })
})
