import { describe, expect, it } from 'vitest'
import type { Reply } from '@/lib/sim/journal'
import { type Cluster, cluster } from '@/tests/kernel/cluster'
import { expectRange, spread } from '@/tests/kernel/spread'
import { infoField, type Story } from '@/tests/kernel/story'
import '@/tests/kernel/tale'
import { wiretap } from '@/tests/kernel/wiretap'

const LATENCY = 2
const pair = cluster({ replicas: 1, latencyMs: LATENCY }).client('c1', 'r1', null)
const trio = cluster({ replicas: 2, latencyMs: LATENCY }).client('c1', 'r1', null)

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
  const two = pair.client('c2', 'r1', null)

  it('is the offset after the connection’s own last command', () => {
    expect(two).toTell(`
      at 3000 type c1 "SET a 1"
      at 3005 pause r2
      at 3010 type c2 "SET k v"
      at 3020 type c1 "WAIT 1 500"
      ----
      3.0000–3.0040     c1> SET a 1: "OK"
      3.0100–3.0140     c2> SET k v: "OK"
      3.0200–3.6017     c1> WAIT 1 500: 0
    `)
  })

  it('after any command, reads and PING included, even one that fails: other clients’ writes count', () => {
    const before = (command: string) =>
      typed(two, 'SADD s a')
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
    expect(two).toTell(`
      at 2900 pause r2
      at 2950 type c2 "SET k v"
      at 3000 type c1 "WAIT 1 500"
      ----
      2.9500–2.9540     c2> SET k v: "OK"
      3.0000–3.0040     c1> WAIT 1 500: 1
    `)
  })

  it('is not moved by a command that was refused', () => {
    expect(two).toTell(`
      at 2000 type c1 "PING"
      at 2900 pause r2
      at 2950 type c2 "SET k v"
      at 2960 type c2 "CONFIG SET min-replicas-to-write 5"
      at 3000 type c1 "SET k w"
      at 3020 type c1 "WAIT 1 500"
      ----
      2.0000–2.0040     c1> PING: "PONG"
      2.9500–2.9540     c2> SET k v: "OK"
      2.9600–2.9640     c2> CONFIG SET min-replicas-to-write 5: "OK"
      3.0000–3.0040     c1> SET k w: (error) NOREPLICAS Not enough good replicas to write.
      3.0200–3.0240     c1> WAIT 1 500: 1
    `)
  })
})

describe('R62 – R65: WAIT', () => {
  it('R62, R163: answers at once when enough replicas have confirmed, with the number of all that have', () => {
    expect(pair).toTell(`
      # The first asks the replica; the second finds its ACK, and answers in one round trip of the client.
      at 3000 type c1 "SET k v"
      at 3020 type c1 "WAIT 1 0"
      at 3040 type c1 "WAIT 1 0"
      ----
      3.0000–3.0040     c1> SET k v: "OK"
      3.0200–3.0280     c1> WAIT 1 0: 1
      3.0400–3.0440     c1> WAIT 1 0: 1
    `)
  })

  it('R65: else takes one round trip to the replicas', () => {
    expect(pair).toTell(`
      at 3000 type c1 "SET k v"
      at 3020 type c1 "WAIT 1 0"
      ----
      3.0000–3.0040     c1> SET k v: "OK"
      3.0200–3.0280     c1> WAIT 1 0: 1
    `)
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
    expect(pair).toTell(`
      at 2900 pause r2
      at 3000 type c1 "SET k v"
      at 3020 type c1 "WAIT 1 200"
      at 3030 type c1 "GET k"
      ----
      3.0000–3.0040     c1> SET k v: "OK"
      3.0200–3.2991     c1> WAIT 1 200: 0
      3.0300–3.2991     c1> GET k: "v"
    `)
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
    expect(trio).toTell(`
      at 2900 pause r2
      at 3000 type c1 "SET k v"
      at 3020 type c1 "WAIT 2 500"
      ----
      3.0000–3.0040     c1> SET k v: "OK"
      3.0200–3.6017     c1> WAIT 2 500: 1
    `)
  })

  it('of 0 never ends', () => {
    expect(pair).toTell(`
      at 2900 pause r2
      at 3000 type c1 "SET k v"
      at 3020 type c1 "WAIT 1 0"
      until 600000
      ----
      3.0000–3.0040     c1> SET k v: "OK"
      3.0200            c1> WAIT 1 0: no answer
    `)
  })
})

describe('R67, R68: errors and silence', () => {
  it('R67: on a replica', () => {
    expect(cluster({ replicas: 1 }).client('c1', 'r2', null)).toTell(`
      at 3000 type c1 "WAIT 1 100"
      ----
      3.0000–3.0002     c1> WAIT 1 100: (error) ERR WAIT cannot be used with replica instances. Please also note that since Redis 4.0 if a replica is configured to be writable (which is not the default) writes to replicas are just local and are not propagated.
    `)
  })

  it.each([
    ['WAIT 1 -1', 'ERR timeout is negative'],
    ['WAIT 1 x', 'ERR timeout is not an integer or out of range'],
    ['WAIT x 1', 'ERR value is not an integer or out of range'],
  ])('R67: %s', (command, error) => {
    expect(last(typed(pair, command).run()).reply).toEqual({ error })
  })

  it('R68: a primary that dies or is cut off gives no answer at all', () => {
    expect(pair).toTell(`
      at 3000 type c1 "SET k v"
      at 3020 type c1 "WAIT 1 0"
      at 3023 kill r1
      ----
      3.0000–3.0040     c1> SET k v: "OK"
      3.0200            c1> WAIT 1 0: no answer
    `)
    expect(pair).toTell(`
      at 3000 type c1 "SET k v"
      at 3020 type c1 "WAIT 1 0"
      at 3021 partition r1 | c1 r2
      ----
      3.0000–3.0040     c1> SET k v: "OK"
      3.0200            c1> WAIT 1 0: no answer
    `)
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
    expect(pair).toTell(`
      # On r2, whose copy was in doubt, it is there in the end, and once.
      at 2900 pause r2
      at 3000 type c1 "INCR k"
      at 3020 type c1 "WAIT 1 100"
      at 4000 type c1 "GET k"
      at 5000 resume r2
      at 6000 type r2 "GET k"
      ----
      3.0000–3.0040     c1> INCR k: 1
      3.0200–3.1982     c1> WAIT 1 100: 0
      4.0000–4.0040     c1> GET k: "1"
      6.0000–6.0000     r2> GET k: "1"
    `)
  })

  it('R71: a replica that has reconnected is not counted before its first ACK', () => {
    expect(pair).toTell(`
      at 3000 type c1 "SET k v"
      at 3100 kill r2
      at 3200 start r2
      at 3250 type c1 "WAIT 1 0"
      ----
      3.0000–3.0040     c1> SET k v: "OK"
      3.2500–3.2580     c1> WAIT 1 0: 1
    `)
    const fresh = typed(pair, 'SET k v').at(3100).kill('r2').at(3200).start('r2').at(3250).type('r1', 'ROLE').run()
    const [role] = fresh.all('reply', { on: 'r1' }).map(({ reply }) => reply)
    expect(role).toEqual(['master', fresh.first('execute').offset, [['r2', '6379', '0']]])
  })
})

describe('R61: after a WAIT that blocked', () => {
  it('the next one waits for the offset at which that one was typed', () => {
    expect(trio.client('c2', 'r1', null)).toTell(`
      at 2000 pause r3
      at 3000 type c1 "SET k 1"
      at 4200 pause r2
      at 4300 type c2 "SET k 2"
      at 4400 type c1 "WAIT 2 100"
      at 5000 type c1 "WAIT 1 100"
      ----
      3.0000–3.0040     c1> SET k 1: "OK"
      4.3000–4.3040     c2> SET k 2: "OK"
      4.4000–4.5075     c1> WAIT 2 100: 1
      5.0000–5.1112     c1> WAIT 1 100: 0
    `)
  })
})

describe('R66: the timeout', () => {
  it('must be exceeded: a turn at the very deadline does not answer', () => {
    const lone = cluster({ replicas: 1, latencyMs: LATENCY }).client('c1', 'r1', null).client('c2', 'r1', null)
    const blocked = lone.at(2900).type('c1', 'SET k v').pause('r2').at(3000).type('c1', 'WAIT 1 100').at(3100).type('c2', 'PING')
    for (let seed = 1; seed <= 20; seed += 1) expect(last(blocked.run(seed)).took).toBeGreaterThan(100 + 2 * LATENCY)
  })
})
