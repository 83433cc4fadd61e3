import { describe, expect, it } from 'vitest'
import { cluster } from '@/tests/kernel/cluster'
import { type Story, seconds } from '@/tests/kernel/story'
import { wiretap } from '@/tests/kernel/wiretap'

const T0 = 4000
const SENTINELS = ['s1', 's2', 's3']

const base = cluster({ replicas: 2, sentinels: 3, sentinelConf: { 'down-after-milliseconds': 2000 } })

/** The life of the client’s connection, such as `disconnect r1 closed`, `resolve s1 r2`, `connect r2`. */
function life(story: Story, fromMs = T0): string[] {
  return story.run.events.flatMap((event) => {
    if (event.at < fromMs * 1000) return []
    if (event.type === 'disconnect') return [`disconnect ${event.server} ${event.reason}`]
    if (event.type === 'resolve') return [`resolve ${event.sentinel} ${event.primary}`]
    return event.type === 'connect' ? [`connect ${event.server}`] : []
  })
}

describe('R126: a client that asks the sentinels', () => {
  const asking = base.client('c1', SENTINELS)

  it('asks, connects and verifies the ROLE, in this order, a round trip each', () => {
    const test = asking.at(T0).kill('c1').at(5000).start('c1').until(5500)
    const said = wiretap(test).filter(({ from, at }) => from === 'c1.client' && at >= 5_000_000)
    const steps = said.map(({ to, what, message }) => `${to} ${message?.type === 'command' ? message.name : what}`)
    expect(steps.filter((step) => !step.endsWith('timer')).slice(0, 7)).toEqual([
      's1.sentinel connect',
      's1.sentinel get-master-addr',
      's1.sentinel end',
      'r1.redis connect',
      'r1.redis ROLE',
      'r1.redis SET',
      'r1.redis SET',
    ])
    const story = test.run()
    expect(life(story, 5000)).toEqual(['resolve s1 r1', 'connect r1'])
    expect(seconds(5000, story.first('connect', {}, 5000))).toBeCloseTo(0.0008, 6)
  })

  it('asks again at once when its connection breaks, and goes on asking until there is a primary', () => {
    const story = asking.at(T0).kill('r1').until(10_000).run()
    const promoted = story.first('role', { role: 'primary' }).host
    const seen = life(story)
    expect(seen[0]).toBe('disconnect r1 closed')
    expect(seen[1]).toBe('resolve s1 r1')
    expect(seconds(T0, story.first('resolve', {}, T0))).toBeLessThan(0.001)
    expect(seen.slice(-2)).toEqual([`resolve s1 ${promoted}`, `connect ${promoted}`])
  })

  it('tries every 100 ms meanwhile', () => {
    const story = asking.at(T0).kill('r1').until(5900).run()
    const tries = story.all('resolve', {}, T0).map(({ at }) => at / 1000)
    expect(tries.length).toBeGreaterThan(15)
    tries.slice(1).forEach((at, index) => {
      expect(at - (tries[index] ?? 0)).toBeCloseTo(100.6, 1)
    })
  })

  it('leaves a server that turns out to be a replica', () => {
    // s1 is cut off before the failover: it still names r1, which has become a replica by then.
    const test = asking
      .at(T0)
      .partition(['s1'], ['s2', 's3', 'r1', 'r2', 'r3'])
      .at(T0 + 500)
      .type('s2', 'SENTINEL FAILOVER m')
    const story = test.at(22_000).kill('c1').at(22_100).start('c1').until(23_000).run()
    expect(life(story, 22_000).slice(0, 4)).toEqual([
      'resolve s1 r1',
      'disconnect r1 not-primary',
      'resolve s1 r1',
      'disconnect r1 not-primary',
    ])
  })

  it('leaves at once when a write meets READONLY', () => {
    const story = asking.at(T0).type('r1', 'FAILOVER TO r2 6379').until(8000).run()
    expect(life(story)[0]).toBe('disconnect r1 readonly')
    expect(story.first('answer', { error: 'READONLY' }).at).toBe(story.first('disconnect').at)
  })

  it('passes over a sentinel that is silent after 300 ms, and over a dead one at once', () => {
    const silent = asking
      .at(T0 - 100)
      .pause('s1')
      .at(T0)
      .kill('c1')
      .at(5000)
      .start('c1')
      .until(6000)
      .run()
    expect(life(silent, 5000)).toEqual(['resolve s2 r1', 'connect r1'])
    expect(seconds(5000, silent.first('resolve', {}, 5000))).toBeCloseTo(0.3004, 4)
    const dead = asking
      .at(T0 - 100)
      .kill('s1')
      .at(T0)
      .kill('c1')
      .at(5000)
      .start('c1')
      .until(6000)
      .run()
    expect(seconds(5000, dead.first('resolve', {}, 5000))).toBeCloseTo(0.0006, 6)
  })

  it('asks the one that answered first the next time', () => {
    const story = asking.at(3000).kill('s1').at(T0).kill('r1').until(5000).run()
    expect(new Set(story.all('resolve', {}, T0).map(({ sentinel }) => sentinel))).toEqual(new Set(['s2']))
  })

  it('waits and starts over when no sentinel answers', () => {
    const story = asking
      .at(3000)
      .kill('s1')
      .kill('s2')
      .kill('s3')
      .at(T0)
      .kill('r1')
      .at(5000)
      .start('s3')
      .at(6000)
      .start('r1')
      .until(8000)
      .run()
    expect(life(story)).toContain('resolve s3 r1')
    expect(life(story).at(-1)).toBe('connect r1')
  })
})

describe('R126: a client pinned to one server', () => {
  const pinned = base.client('c1', 'r1')

  it('connects again to that one: at once when the connection broke, every 100 ms when it is refused', () => {
    const story = pinned.at(T0).kill('r1').at(4450).start('r1').until(5000).run()
    expect(life(story)).toEqual(['disconnect r1 closed', 'connect r1'])
    const back = seconds(4450, story.first('connect', {}, T0))
    expect(back).toBeGreaterThan(0)
    expect(back).toBeLessThan(0.101)
    const tries = wiretap(pinned.at(T0).kill('r1').until(4950)).filter(
      ({ what, from, at }) => what === 'connect' && from === 'c1.client' && at > T0 * 1000,
    )
    expect(tries).toHaveLength(10)
  })

  it('sends what is due meanwhile nowhere: NOCONN at once', () => {
    const story = pinned.at(T0).kill('r1').until(5000).run()
    const unsent = story.all('send', { server: null })
    expect(unsent.length).toBeGreaterThan(90)
    for (const { write, at } of unsent) expect(story.first('answer', { write })).toMatchObject({ at, error: 'NOCONN' })
  })

  it('stays with a replica that answers READONLY', () => {
    const story = pinned.at(T0).type('r1', 'REPLICAOF r2 6379').until(5000).run()
    expect(life(story)).toEqual([])
    expect(story.all('answer', { error: 'READONLY' }).length).toBeGreaterThan(90)
  })

  it('keeps writing to the old primary as long as its connection lasts, whoever else is primary', () => {
    const story = pinned
      .at(T0)
      .partition(['r1', 'c1'], ['r2', 'r3', ...SENTINELS])
      .at(12_000)
      .heal()
      .until(30_000)
      .run()
    const demotion = story.first('role', { host: 'r1' })
    expect(life(story)[0]).toBe('disconnect r1 closed')
    expect(story.first('disconnect').at).toBe(demotion.at + 100)
    expect(story.all('answer', { error: null }, 12_000).length).toBeGreaterThan(900)
  })

  it('gets no answer for what was under way when the connection broke', () => {
    const story = base
      .client('c1', 'r1', { everyMs: 1 })
      .link('c1', 'r1', 20)
      .at(T0 + 0.5)
      .kill('r1')
      .until(5000)
      .run()
    const answered = new Set(story.all('answer').map(({ write }) => write))
    const unanswered = story.all('send', { server: 'r1' }).filter(({ write }) => !answered.has(write))
    expect(unanswered.length).toBeGreaterThan(35)
  })
})

describe('a client with patience', () => {
  const frozen = (timeoutMs: number) =>
    base
      .client('c1', 'r1')
      .host('c1', { client: { connect: 'r1', timeoutMs } })
      .at(T0)
      .pause('r1')
      .at(9000)
      .resume('r1')
      .until(10_000)
      .run()

  it('gives its connection up when the oldest answer is overdue, and looks for another', () => {
    const story = frozen(500)
    const first = story.first('send', {}, T0)
    const left = story.first('disconnect')
    expect(left).toMatchObject({ reason: 'timeout', server: 'r1' })
    expect(seconds(first, left)).toBeCloseTo(0.5, 6)
    expect(life(story).slice(0, 4)).toEqual(['disconnect r1 timeout', 'connect r1', 'disconnect r1 timeout', 'connect r1'])
  })

  it('keeps it when answers come in time', () => {
    expect(life(frozen(6000))).toEqual([])
  })
})

describe('someone at the host’s own prompt', () => {
  it('reads the answer of a server or a sentinel on the same host', () => {
    const story = base.at(1000).type('r1', 'PING').at(1001).type('s1', 'PING').until(2000).run()
    expect(story.all('reply').map(({ on, reply, took }) => [on, reply, took])).toEqual([
      ['r1', 'PONG', 40],
      ['s1', 'PONG', 40],
    ])
  })

  it('is told when nobody listens, or hangs up', () => {
    const dead = base.at(1000).kill('r1').at(1001).type('r1', 'PING').until(2000).run()
    expect(dead.replies).toEqual([{ error: 'NOCONN Connection refused' }])
    const dying = base.at(1000).pause('r1').at(1001).type('r1', 'PING').at(1002).kill('r1').until(2000).run()
    expect(dying.replies).toEqual([{ error: 'NOCONN Connection closed' }])
  })
})
