import { describe, expect, it } from 'vitest'
import type { Reply } from '@/lib/sim/journal'
import { type Cluster, cluster } from '@/tests/kernel/cluster'
import { expectRange, spread } from '@/tests/kernel/spread'
import { infoField, type Story } from '@/tests/kernel/story'
import { wiretap } from '@/tests/kernel/wiretap'

const LATENCY = 2
const pair = cluster({ replicas: 1, latencyMs: LATENCY }).client('c1', 'r1', null)

/** Types the commands one after the other, 20 ms apart, from 3 s on. */
function typed(test: Cluster, ...commands: readonly string[]): Cluster {
  return commands.reduce((more, command, index) => more.at(3000 + index * 20).type('c1', command), test)
}

/** What came back, and after how many milliseconds, of the last command. */
function last(story: Story): { readonly reply: Reply; readonly took: number } {
  const event = story.all('reply', { on: 'c1' }).at(-1)
  if (event === undefined) throw new Error('no answer')
  return { reply: event.reply, took: event.took / 1000 }
}

const getacks = (test: Cluster, seed = 1) =>
  wiretap(test, seed).filter(
    ({ message, from }) => message?.type === 'stream' && message.kind === 'getack' && from === 'r1.redis',
  )

describe('R61: what WAIT waits for', () => {
  const alien = (first: string) =>
    typed(pair.client('c2', 'r1', null), first)
      .at(3005)
      .pause('r2')
      .at(3010)
      .type('c2', 'SET k v')
      .at(3020)
      .type('c1', 'WAIT 1 500')
      .run()

  it('is the offset after the connection’s own last command', () => {
    expect(last(alien('SET a 1'))).toMatchObject({ reply: 0 })
    expect(last(alien('SET a 1')).took).toBeGreaterThan(500)
  })

  it('after any command, reads and PING included, even one that fails: other clients’ writes count', () => {
    const before = (command: string) =>
      typed(pair.client('c2', 'r1', null), 'SADD s a')
        .at(3030)
        .pause('r2')
        .at(3040)
        .type('c2', 'SET k v')
        .at(3050)
        .type('c1', command)
        .at(3060)
        .type('c1', 'WAIT 1 500')
        .run()
    for (const command of ['PING', 'GET k', 'INCR s']) expect(last(before(command)).reply).toBe(0)
  })

  it('R62: is nothing on a fresh connection: WAIT counts the online replicas at once', () => {
    const story = pair
      .client('c2', 'r1', null)
      .at(2900)
      .pause('r2')
      .at(2950)
      .type('c2', 'SET k v')
      .at(3000)
      .type('c1', 'WAIT 1 500')
      .run()
    expect(last(story)).toEqual({ reply: 1, took: 2 * LATENCY })
  })

  it('is not moved by a command that was refused', () => {
    const story = cluster({ replicas: 1, latencyMs: LATENCY })
      .client('c1', 'r1', null)
      .client('c2', 'r1', null)
      .at(2000)
      .type('c1', 'PING')
      .at(2900)
      .pause('r2')
      .at(2950)
      .type('c2', 'SET k v')
      .at(2960)
      .type('c2', 'CONFIG SET min-replicas-to-write 5')
      .at(3000)
      .type('c1', 'SET k w')
      .at(3020)
      .type('c1', 'WAIT 1 500')
      .run()
    expect(story.all('answer', { error: 'NOREPLICAS' })).toHaveLength(1)
    expect(last(story)).toEqual({ reply: 1, took: 2 * LATENCY })
  })
})

describe('R62 – R65: WAIT', () => {
  it('R62, R163: answers at once when enough replicas have confirmed, with the number of all that have', () => {
    expect(last(typed(pair, 'SET k v', 'WAIT 1 0', 'WAIT 1 0').run())).toEqual({ reply: 1, took: 2 * LATENCY })
  })

  it('R65: else takes one round trip to the replicas', () => {
    expect(last(typed(pair, 'SET k v', 'WAIT 1 0').run())).toEqual({ reply: 1, took: 4 * LATENCY })
  })

  it('R65: is answered when enough have confirmed, with the count of that moment', () => {
    const three = cluster({ replicas: 3, latencyMs: LATENCY }).client('c1', 'r1', null).link('r1', 'r4', 40)
    // The ACKs of r2 and r3 arrive in the same instant: in one turn of the event loop, or in two.
    const answers = Array.from({ length: 20 }, (_, seed) => last(typed(three, 'SET k v', 'WAIT 1 0').run(seed)))
    expect(new Set(answers.map(({ took }) => took))).toEqual(new Set([4 * LATENCY]))
    expect(new Set(answers.map(({ reply }) => reply))).toEqual(new Set([1, 2]))
    expect(last(typed(three, 'SET k v', 'WAIT 3 0').run())).toEqual({ reply: 3, took: 2 * LATENCY + 80 })
    expect(last(typed(three, 'SET k v', 'WAIT 2 0').run()).reply).toBe(2)
  })

  it('R3, R63: asks with one GETACK a turn, however many wait, and behind the writes of that turn', () => {
    const crowd = ['c1', 'c2', 'c3'].reduce(
      (test, client) => test.client(client, 'r1', { fromMs: 3000, untilMs: 3001, wait: { replicas: 1, timeoutMs: 0 } }),
      cluster({ replicas: 1 }).until(4000),
    )
    expect(getacks(crowd)).toHaveLength(1)
    const story = crowd.run()
    expect(story.all('wait-answer').map(({ count }) => count)).toEqual([1, 1, 1])
    const bytes = wiretap(crowd).flatMap(({ message, at }) =>
      message?.type === 'stream' && at > 3e6 && at < 3.001e6 ? [message.kind] : [],
    )
    expect(bytes).toEqual(['write', 'write', 'write', 'getack'])
  })

  it('R63: blocks its connection: what follows is answered in its turn', () => {
    const story = typed(pair.at(2900).pause('r2'), 'SET k v').at(3020).type('c1', 'WAIT 1 200').at(3030).type('c1', 'GET k').run()
    const [wait, get] = story.all('reply', {}, 3021)
    expect([wait?.reply, get?.reply]).toEqual([0, 'v'])
    expect(get?.at).toBe(wait?.at)
  })

  it('R64: the ACK does not count the 37 bytes of the question: INFO shows them as missing', () => {
    const story = typed(pair, 'SET k v', 'WAIT 1 0', 'INFO').run()
    const info = story.replies[2]
    const acked = Number(/offset=(\d+)/.exec(infoField(info, 'slave0') ?? '')?.[1])
    expect(Number(infoField(info, 'master_repl_offset')) - acked).toBe(37)
  })

  it('R64: GETACK is not repeated; a replica that comes late is counted by its periodic ACK', () => {
    const test = typed(pair.at(2900).pause('r2'), 'SET k v', 'WAIT 1 0').at(6000).resume('r2').until(9000)
    expect(getacks(test)).toHaveLength(1)
    expect(last(test.run()).reply).toBe(1)
  })
})

describe('R66: the timeout', () => {
  const frozen = (ms: number) => typed(pair.at(2900).pause('r2'), 'SET k v', `WAIT 1 ${ms}`).until(9000)

  it('on an idle server ends T … T + 100 ms later, 50 ms on average', () => {
    const late = spread(200, (seed) => {
      const { reply, took } = last(frozen(500).run(seed))
      expect(reply).toBe(0)
      return took - 500 - 2 * LATENCY
    })
    expectRange(late, [0, 101], { mean: [45, 55], fill: 0.9 })
  })

  it('answers with the count that was reached', () => {
    const two = cluster({ replicas: 2, latencyMs: LATENCY }).client('c1', 'r1', null).at(2900).pause('r2')
    expect(last(typed(two, 'SET k v', 'WAIT 2 500').run()).reply).toBe(1)
  })

  it('of 0 never ends', () => {
    const story = frozen(0).until(600_000).run()
    expect(story.all('reply')).toHaveLength(1)
  })
})

describe('R67, R68: errors and silence', () => {
  it('R67: on a replica', () => {
    const story = cluster({ replicas: 1 }).client('c1', 'r2', null).at(3000).type('c1', 'WAIT 1 100').run()
    expect(last(story).reply).toEqual({
      error:
        'ERR WAIT cannot be used with replica instances. Please also note that since Redis 4.0 if a replica is configured to be writable (which is not the default) writes to replicas are just local and are not propagated.',
    })
  })

  it.each([
    ['WAIT 1 -1', 'ERR timeout is negative'],
    ['WAIT 1 x', 'ERR timeout is not an integer or out of range'],
    ['WAIT x 1', 'ERR value is not an integer or out of range'],
  ])('R67: %s', (command, error) => {
    expect(last(typed(pair, command).run()).reply).toEqual({ error })
  })

  it('R68: a primary that dies or is cut off gives no answer at all', () => {
    const asked = typed(pair, 'SET k v').at(3020).type('c1', 'WAIT 1 0')
    for (const story of [asked.at(3023).kill('r1').run(), asked.at(3021).partition(['r1'], ['c1', 'r2']).run()]) {
      expect(story.all('reply', { command: 'WAIT 1 0' })).toEqual([])
    }
  })
})

describe('R69 – R71: what it does not do', () => {
  it('R69: while writes are paused no GETACK is sent: it waits for the periodic ACK, or until the pause ends', () => {
    const paused = (command: string) =>
      typed(cluster({ replicas: 2, latencyMs: LATENCY }).client('c1', 'r1', null).at(2900).pause('r3'), 'SET k v')
        .at(3010)
        .type('r1', 'FAILOVER TO r3 6379 TIMEOUT 5000')
        .at(3020)
        .type('c1', command)
        .until(12_000)
    const waits = spread(100, (seed) => last(paused('WAIT 1 0').run(seed)).took)
    expect(waits.max).toBeGreaterThan(900)
    expect(getacks(paused('WAIT 2 0').until(8000))).toEqual([])
    expect(getacks(paused('WAIT 2 0').until(8100)).length).toBeGreaterThan(0)
  })

  it('R70: never rolls back: a write without confirmation stays', () => {
    const story = typed(pair.at(2900).pause('r2'), 'SET k v', 'WAIT 1 100')
      .at(4000)
      .type('c1', 'GET k')
      .at(5000)
      .resume('r2')
      .run()
    expect(story.replies).toEqual(['OK', 0, 'v'])
    expect(story.all('apply', { server: 'r2' }, 5000)).toHaveLength(1)
  })

  it('R71: a replica that has reconnected is not counted before its first ACK', () => {
    const back = typed(pair, 'SET k v').at(3100).kill('r2').at(3200).start('r2').at(3250).type('c1', 'WAIT 1 0').run()
    expect(last(back)).toEqual({ reply: 1, took: 4 * LATENCY })
    const fresh = typed(pair, 'SET k v').at(3100).kill('r2').at(3200).start('r2').at(3250).type('r1', 'ROLE').run()
    const [role] = fresh.all('reply', { on: 'r1' }).map(({ reply }) => reply)
    expect(role).toEqual(['master', fresh.first('execute').offset, [['r2', '6379', '0']]])
  })
})

describe('R61: after a WAIT that blocked', () => {
  it('the next one waits for the offset at which that one was typed', () => {
    const three = cluster({ replicas: 2, latencyMs: LATENCY }).client('c1', 'r1', null).client('c2', 'r1', null)
    const written = three.at(2000).pause('r3').at(3000).type('c1', 'SET k 1').at(4200).pause('r2').at(4300).type('c2', 'SET k 2')
    const story = written.at(4400).type('c1', 'WAIT 2 100').at(5000).type('c1', 'WAIT 1 100').run()
    const waits = story.all('reply', { on: 'c1' }).slice(1)
    expect(waits.map(({ reply }) => reply)).toEqual([1, 0])
  })
})

describe('R66: the timeout', () => {
  it('must be exceeded: a turn at the very deadline does not answer', () => {
    const lone = cluster({ replicas: 1, latencyMs: LATENCY }).client('c1', 'r1', null).client('c2', 'r1', null)
    const blocked = lone.at(2900).type('c1', 'SET k v').pause('r2').at(3000).type('c1', 'WAIT 1 100').at(3100).type('c2', 'PING')
    for (let seed = 1; seed <= 20; seed += 1) expect(last(blocked.run(seed)).took).toBeGreaterThan(100 + 2 * LATENCY)
  })
})
