import { describe, expect, it } from 'vitest'
import { eventsOf } from '@/lib/reading/events'
import { judge } from '@/lib/reading/verdict/verdict'
import type { Reply } from '@/lib/sim/journal'
import type { AppendFsync } from '@/lib/sim/kinds/directive'
import { runWithWire } from '@/lib/sim/run'
import { parseScenario } from '@/lib/sim/scenario/parse'
import { type Cluster, cluster } from '@/tests/kernel/cluster'
import { refusalOf } from '@/tests/kernel/refusal'
import type { Story } from '@/tests/kernel/story'

const SEEDS = Array.from({ length: 20 }, (_, index) => index + 1)
const with8 = (test: Cluster) => test.with({ server: 'redis-8.0' })

/** A primary and two replicas of Redis 8.0 with an AOF, and a client on which commands are typed. */
function trio(appendfsync: AppendFsync, appendonly: 'yes' | 'no' = 'yes'): Cluster {
  return with8(cluster({ replicas: 2, conf: { appendonly, appendfsync, save: '' } }).client('c1', 'r1', null))
}

/** Types the commands one after the other, 20 ms apart, from 3 s on; what the last one brought back, and after how many ms. */
function typed(test: Cluster, seed: number, ...commands: readonly string[]): { readonly reply: Reply; readonly took: number } {
  const all = commands.reduce((more, command, index) => more.at(3000 + index * 20).type('c1', command), test)
  const event = all.run(seed).all('reply').at(-1)
  if (event === undefined) throw new Error('no answer')
  return { reply: event.reply, took: event.took / 1000 }
}

describe('R72: WAITAOF', () => {
  it('1 0 answers once the own disk has the write: at once with always, within a second with everysec', () => {
    for (const seed of SEEDS) {
      expect(typed(trio('always'), seed, 'SET a 1', 'WAITAOF 1 0 5000')).toEqual({ reply: [1, 0], took: 0.2 })
      const { reply, took } = typed(trio('everysec'), seed, 'SET a 1', 'SET b 1', 'WAITAOF 1 0 5000')
      expect(reply).toEqual([1, expect.any(Number)])
      expect(took).toBeLessThan(1210)
    }
    expect(
      Math.max(...SEEDS.map((seed) => typed(trio('everysec'), seed, 'SET a 1', 'SET b 1', 'WAITAOF 1 0 5000').took)),
    ).toBeGreaterThan(700)
  })

  it('0 1 answers when a replica has said that its disk has it: after its fsync, with its next ACK', () => {
    const took = SEEDS.map((seed) => typed(trio('everysec'), seed, 'SET a 1', 'SET b 1', 'WAITAOF 0 1 5000').took)
    expect(Math.min(...took)).toBeGreaterThan(50)
    expect(Math.max(...took)).toBeGreaterThan(1000)
    expect(Math.max(...took)).toBeLessThan(2200)
  })

  it('a replica that has just copied everything says nothing of its disk until its file is written anew', () => {
    const test = trio('everysec')
      .client('c2', 'r1', { untilMs: 9000 })
      .with({
        actions: [
          { atMs: 4000, kill: 'r1' },
          { atMs: 4500, start: 'r1' },
        ],
      })
    for (const seed of SEEDS.slice(0, 5)) {
      const run = runWithWire(parseScenario({ ...test.until(13_000).scenario, seed }))
      const loads = eventsOf(run, 'load')
      expect(loads.map(({ event }) => event.host).sort()).toEqual(['r2', 'r3'])
      for (const { event: load } of loads) {
        const written = eventsOf(run, 'aof').find(({ event }) => event.host === load.host && event.on && event.at > load.at)
        const said = run.wire.filter(({ from, sent }) => from.host === load.host && sent >= load.at)
        const first = said.find(({ message }) => message.type === 'ack' && message.fsynced !== undefined)
        expect(said.some(({ message }) => message.type === 'ack' && message.fsynced === undefined)).toBe(true)
        expect(first?.sent).toBeGreaterThanOrEqual(written?.event.at ?? Number.POSITIVE_INFINITY)
      }
    }
  })

  it('1 2 with always takes one round trip when the write went before', () => {
    for (const seed of SEEDS) expect(typed(trio('always'), seed, 'SET a 1', 'WAITAOF 1 2 5000').reply).toEqual([1, 2])
  })

  it('answers what there is when the time is up, and with appendfsync no there is nothing', () => {
    const { reply, took } = typed(trio('no'), 1, 'SET a 1', 'WAITAOF 1 1 300')
    expect(reply).toEqual([0, 0])
    expect(took).toBeGreaterThan(300)
    expect(took).toBeLessThan(402)
  })

  it('refuses what it cannot do, in the words of Redis', () => {
    const error = (test: Cluster, ...commands: readonly string[]) => typed(test, 1, ...commands).reply
    expect(error(trio('always', 'no'), 'SET a 1', 'WAITAOF 1 0 100')).toEqual({
      error: 'ERR WAITAOF cannot be used when numlocal is set but appendonly is disabled.',
    })
    expect(error(trio('always', 'no'), 'SET a 1', 'WAITAOF 0 0 100')).toEqual([0, 0])
    const atReplica = trio('always').at(3000).type('r2', 'WAITAOF 0 0 0').run().replies
    expect(atReplica).toEqual([
      {
        error:
          'ERR WAITAOF cannot be used with replica instances. Please also note that writes to replicas are just local and are not propagated.',
      },
    ])
  })

  it('is released with an error when the AOF is switched off meanwhile', () => {
    const { replies } = trio('no')
      .at(3000)
      .type('c1', 'SET a 1')
      .type('c1', 'WAITAOF 1 0 0')
      .at(3500)
      .type('r1', 'CONFIG SET appendonly no')
      .run()
    expect(replies).toContainEqual({ error: 'ERR WAITAOF cannot be used when numlocal is set but appendonly is disabled.' })
  })

  it('of a workload tells how many copies it found, its own disk counted where it was asked for', () => {
    const writes = trio('always').client('c2', 'r1', { untilMs: 100, wait: { local: 1, replicas: 1, timeoutMs: 500 } })
    for (const { asked, count, disks = [0, 0] } of writes.run().all('wait-answer')) {
      expect(asked).toBe(2)
      expect(count).toBe(disks[0] + disks[1])
    }
    const nowhere = trio('no').client('c2', 'r1', { untilMs: 50, wait: { local: 1, replicas: 1, timeoutMs: 100 } })
    expect(nowhere.run().all('wait-answer', { count: 0, asked: 2 }).length).toBeGreaterThan(0)
  })

  it('is refused in a scenario that follows Redis 7.0', () => {
    const typing = trio('always').at(3000).type('c1', 'WAITAOF 1 0 100').scenario
    expect(parseScenario(typing).server).toBe('redis-8.0')
    const expected = 'Redis 7.0 answers WAITAOF with "ERR unknown command"; expected "server": "redis-8.0"'
    expect(refusalOf({ ...typing, server: 'redis-7.0' })).toBe(`actions[0].run.command: ${expected}`)
    const waiting = trio('always').client('c2', 'r1', { wait: { local: 0, replicas: 1, timeoutMs: 5 }, untilMs: 9 }).scenario
    expect(refusalOf({ ...waiting, server: undefined })).toBe(`workload[0].wait.local: ${expected}`)
    expect(refusalOf({ ...waiting, server: 'valkey-9.1' })).toBe(
      'server: expected a server whose rules are modelled: redis-7.0, redis-8.0, got "valkey-9.1"',
    )
  })
})

/** A primary alone that writes every 10 ms, and comes back a second after its power failed, or its process died. */
const restarted = (appendfsync: AppendFsync, how: 'powerOff' | 'kill', seed: number, untilMs = 5000): Story => {
  const test = with8(cluster({ conf: { appendonly: 'yes', appendfsync, save: '' } }).client('c1', 'r1', { untilMs })).until(8000)
  const actions = [how === 'kill' ? { atMs: 5005, kill: 'r1' } : { atMs: 5005, powerOff: 'r1' }, { atMs: 6000, start: 'r1' }]
  return test.with({ actions }).run(seed)
}
const lostIn = (story: Story): number => judge(story.run).lost

describe('R74: what a loss of power takes', () => {
  it('is nothing with always, the last second with everysec, and all of half a minute with no', () => {
    const lost = (policy: AppendFsync) => SEEDS.map((seed) => lostIn(restarted(policy, 'powerOff', seed)))
    expect(new Set(lost('always'))).toEqual(new Set([0]))
    expect(Math.max(...lost('everysec'))).toBeGreaterThan(50)
    expect(Math.max(...lost('everysec'))).toBeLessThanOrEqual(101)
    expect(new Set(lost('no'))).toEqual(new Set([500]))
  })

  it('is more than a killed process loses, which is nothing', () => {
    for (const policy of ['always', 'everysec', 'no'] as const) expect(lostIn(restarted(policy, 'kill', 1))).toBe(0)
  })

  it('takes from a process that was killed before what the system still held', () => {
    const test = with8(
      cluster({ conf: { appendonly: 'yes', appendfsync: 'no', save: '' } }).client('c1', 'r1', { untilMs: 1000 }),
    ).until(4000)
    const actions = [
      { atMs: 1005, kill: 'r1' },
      { atMs: 1100, start: 'r1' },
      { atMs: 2000, powerOff: 'r1' },
      { atMs: 3000, start: 'r1' },
    ]
    expect(lostIn(test.with({ actions }).run())).toBe(100)
  })

  it('is what nobody has written back: after half a minute the system has', () => {
    const test = with8(
      cluster({ conf: { appendonly: 'yes', appendfsync: 'no', save: '' } }).client('c1', 'r1', { untilMs: 1000 }),
    ).until(34_000)
    const actions = [
      { atMs: 32_000, powerOff: 'r1' },
      { atMs: 33_000, start: 'r1' },
    ]
    expect(lostIn(test.with({ actions }).run())).toBe(0)
  })

  it('closes no connection: a client hears of it only when the host is back, and never if it has nothing to say', () => {
    const story = restarted('always', 'powerOff', 1, 5100)
    expect(story.first('disconnect').at).toBeGreaterThan(6_000_000)
    expect(restarted('always', 'powerOff', 1).all('disconnect')).toEqual([])
    expect(restarted('always', 'kill', 1).first('disconnect').at).toBeLessThan(5_010_000)
  })

  it('is heard of by a peer when something of its own arrives, each in its own time', () => {
    const test = trio('everysec').until(11_000)
    const actions = [
      { atMs: 5800, powerOff: 'r1' },
      { atMs: 8000, start: 'r1' },
    ]
    const heard = SEEDS.flatMap((seed) => {
      const run = runWithWire(parseScenario({ ...test.with({ actions }).scenario, seed }))
      return ['r2', 'r3'].map((host) => {
        const [first] = run.wire.filter(({ from, to, sent }) => from.host === host && to.host === 'r1' && sent >= 5_800_000)
        const closed = eventsOf(run, 'psync').find(({ event }) => event.replica === host)
        return ((closed?.event.at ?? Number.NaN) - (first?.sent ?? Number.NaN)) / 1000
      })
    })
    // Linux sends again after 0.2 s, and whenever the silence has doubled (R24).
    for (const after of heard) expect([1664, 3328].some((again) => Math.abs(after - again) < 5)).toBe(true)
  })

  it('before 7.4 an fsync begins with a second of the wall clock, since then a second after the last', () => {
    const begun = (test: Cluster) =>
      test
        .run(3)
        .all('fsync')
        .slice(1)
        .map(({ at }) => at / 1000)
    const alone = cluster({ conf: { appendonly: 'yes', save: '' } })
      .client('c1', 'r1')
      .until(8000)
    const gaps = (at: readonly number[]) => at.slice(1).map((one, index) => one - (at[index] ?? 0))
    expect(Math.max(...gaps(begun(with8(alone))))).toBeLessThanOrEqual(1020)
    // The power of nobody who takes part fails: the file is followed because somebody's could.
    const seven = alone.host('h9', { redis: { conf: {} } }).with({ actions: [{ atMs: 7999, powerOff: 'h9' }] })
    const phases = new Set(begun(seven).map((at) => Math.round((at % 1000) / 20)))
    expect(phases.size).toBeLessThanOrEqual(2)
  })
})

describe('R17: with always', () => {
  it('no answer leaves before the disk has the write', () => {
    const { run } = restarted('always', 'powerOff', 2)
    const onDisk = run.events.filter(({ type }) => type === 'fsync').length
    expect(onDisk).toBeGreaterThanOrEqual(500)
    expect(judge(run).lost).toBe(0)
  })
})

describe('R172: since 7.2', () => {
  it('WAIT covers what its own connection wrote: a connection that only reads is answered at once', () => {
    const test = (server: Cluster) =>
      server
        .at(3000)
        .type('c1', 'PING')
        .at(3010)
        .pause('r2')
        .pause('r3')
        .at(3020)
        .type('c2', 'SET k v')
        .at(3040)
        .type('c1', 'PING')
        .at(3060)
    const shape = (cluster8: boolean) => {
      const plain = cluster({ replicas: 2 }).client('c1', 'r1', null).client('c2', 'r1', null)
      return test(cluster8 ? with8(plain) : plain).type('c1', 'WAIT 2 500')
    }
    const took = (one: Cluster) => (one.run().all('reply').at(-1)?.took ?? 0) / 1000
    expect(took(shape(true))).toBeLessThan(1)
    expect(took(shape(false))).toBeGreaterThan(499)
  })

  it('with an AOF and no backlog a write is counted as one byte', () => {
    const alone = with8(cluster({ conf: { appendonly: 'yes' } }).client('c1', 'r1', null))
    const story = alone
      .at(1000)
      .type('c1', 'SET a 1')
      .at(1100)
      .type('c1', 'SET b 1')
      .at(1200)
      .type('c1', 'WAITAOF 1 0 3000')
      .run()
    expect(story.all('execute').map(({ offset }) => offset)).toEqual([1, 2])
    expect(story.replies.at(-1)).toEqual([1, 0])
  })
})

describe('R37: a replica that starts with an AOF', () => {
  it('connects at once, or 0.9 s later where the load has counted as a run of serverCron', () => {
    const restarted = (commands: readonly string[]) =>
      SEEDS.map((seed) => {
        const written = commands.reduce((more, command) => more.at(1000).type('c1', command), trio('always'))
        const story = written.at(3000).kill('r2').at(4000).start('r2').at(6000).run(seed)
        return story.all('link').find(({ at, host }) => host === 'r2' && at >= 4_000_000)?.at
      })
    const waits = restarted(['SET a 1']).map((at = 0) => Math.round((at - 4_000_000) / 10_000))
    expect(waits.filter((wait) => wait === 0).length).toBeGreaterThan(4)
    expect(waits.filter((wait) => wait >= 90 && wait <= 91).length).toBeGreaterThan(4)
    expect(waits.every((wait) => wait === 0 || (wait >= 90 && wait <= 91))).toBe(true)
    expect(new Set(restarted([]))).toEqual(new Set([4_000_000]))
  })
})
