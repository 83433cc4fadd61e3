import { describe, expect, it } from 'vitest'
import { cluster } from '@/tests/kernel/cluster'
import { expectRange, spread, spreadOf } from '@/tests/kernel/spread'
import { infoField, type Story, seconds } from '@/tests/kernel/story'
import { wiretap } from '@/tests/kernel/wiretap'

const ms = (event: { readonly at: number }) => event.at / 1000

/** Differences between each value and the one before. */
function steps(values: readonly number[]): number[] {
  return values.slice(1).map((value, index) => value - (values[index] as number))
}

function offsets(story: Story, server: string, fromMs = 0): number[] {
  return story.all('execute', { host: server }, fromMs).map(({ offset }) => offset)
}

describe('offsets and bytes', () => {
  const joined = cluster().server('r2', { conf: {} }).client('c1', 'r1', { everyMs: 100, command: 'SET k v' })

  it('R8: the offset stays 0 without a backlog, and moves from the first PSYNC on', () => {
    const story = joined.at(3050).type('r2', 'REPLICAOF r1 6379').until(12_000).run()
    const psync = story.first('psync', { replica: 'r2' })
    const before = story.all('execute', ({ at }) => at < psync.at).map(({ offset }) => offset)
    expect(before).toHaveLength(31)
    expect(new Set(before)).toEqual(new Set([0]))
    expect(offsets(story, 'r1', ms(psync)).slice(0, 3)).toEqual([50, 77, 104])
  })

  it('R10: SELECT comes back with the first write after a full resync', () => {
    const story = joined.at(3050).type('r2', 'REPLICAOF r1 6379').until(12_000).run()
    const fork = story.first('snapshot', { for: 'resync' })
    const before = offsets(story, 'r1').filter((_, index) => (story.all('execute')[index]?.at ?? 0) < fork.at)
    const [first = 0, second = 0] = offsets(story, 'r1', ms(fork))
    expect(first - (before.at(-1) ?? 0)).toBe(23 + 27)
    expect(second - first).toBe(27)
  })

  it('R10: SELECT comes back with the first write after a promotion; PING adds none', () => {
    const story = cluster({ replicas: 2, conf: { 'repl-ping-replica-period': 1 } })
      .client('c1', 'r2', { everyMs: 100, command: 'SET k v', fromMs: 8050 })
      .at(3000)
      .type('r2', 'REPLICAOF NO ONE')
      .at(3500)
      .type('r3', 'REPLICAOF r2 6379')
      .until(9000)
      .run()
    const { offset } = story.first('role', { host: 'r2' })
    const acked = story.all('ack', { host: 'r2', replica: 'r3' }, 4000).map((ack) => ack.offset - offset)
    expect(acked.slice(0, 3).every((bytes) => bytes > 0 && bytes % 14 === 0)).toBe(true)
    const writes = steps(offsets(story, 'r2'))
    const [first = 0] = offsets(story, 'r2')
    expect((first - offset - 50) % 14).toBe(0)
    expect(writes.every((bytes) => bytes === 27 || bytes === 27 + 14)).toBe(true)
  })

  it('R10: a server that is promoted a second time begins with SELECT again', () => {
    const story = cluster({ replicas: 1 })
      .client('c1', 'r1', { everyMs: 100, command: 'SET k v', fromMs: 5000 })
      .at(3000)
      .type('r2', 'REPLICAOF NO ONE')
      .at(3500)
      .type('r1', 'REPLICAOF r2 6379')
      .at(4000)
      .type('r1', 'REPLICAOF NO ONE')
      .until(6000)
      .run()
    const { offset } = story.all('role', { host: 'r1' })[1] ?? { offset: 0 }
    expect(offsets(story, 'r1').slice(0, 2)).toEqual([offset + 50, offset + 77])
  })

  it('R11: what changes nothing adds nothing', () => {
    const quiet = ['GET k', 'SCARD s', 'INCR s', 'PING', 'EXISTS k', 'ROLE', 'CONFIG GET save', 'WAIT 0 10', 'INFO']
    const asked = quiet.reduce((test, command, index) => test.at(1010 + index).type('c1', command), cluster({ replicas: 1 }))
    const story = asked.client('c1', 'r1', null).at(1000).type('c1', 'SADD s a').at(1001).type('c1', 'INFO').run()
    const [, before, ...rest] = story.replies
    expect(infoField(rest.at(-1), 'master_repl_offset')).toBe(infoField(before, 'master_repl_offset'))
    expect(story.all('execute')).toHaveLength(1)
  })

  it('R13: an idle primary grows by its sentinels’ hellos and its PINGs only', () => {
    const idle = cluster({ replicas: 1, sentinels: 1 }).at(2000).type('r1', 'INFO').at(22_000).type('r1', 'INFO').until(23_000)
    const hellos = spread(100, (seed) => {
      const [before = 0, after = 0] = idle.run(seed).replies.map((reply) => Number(infoField(reply, 'master_repl_offset')))
      const pings = [1, 2].find((count) => (after - before - 14 * count) % 124 === 0)
      expect(pings).toBeDefined()
      return (after - before - 14 * (pings ?? 0)) / 124
    })
    expectRange(hellos, [9, 10], { mean: [9.5, 10] })
  })

  it('R13, R119: a hello goes to the primary every 2.0 … 2.1 s', () => {
    const said = wiretap(cluster({ replicas: 1, sentinels: 1 }).until(100_000))
    const hellos = said.filter(({ what, to }) => what === 'publish' && to === 'r1.redis').map(({ at }) => at / 1e6)
    expectRange(spreadOf(steps(hellos).slice(1)), [2.0, 2.1001], { mean: [2.02, 2.05] })
  })

  it('R14: a replica passes on exactly what it applies', () => {
    const chain = cluster({ replicas: 1 }).server('r3', { replicaOf: 'r2' }).client('c1', 'r1', { untilMs: 3000 })
    const story = chain.until(4000).run()
    const applied = (server: string) => story.all('apply', { host: server }).map(({ write, offset }) => [write, offset])
    expect(applied('r3')).toHaveLength(300)
    expect(applied('r3')).toEqual(applied('r2'))
    expect(applied('r3').map(([, offset]) => offset)).toEqual(offsets(story, 'r1'))
  })
})

describe('R15: one write', () => {
  it('leaves the primary for the replicas and for the client at the same instant, replicas first', () => {
    const story = cluster({ replicas: 2 }).link('r1', 'r3', 40).client('c1', 'r1', { untilMs: 1000 }).until(2000).run()
    for (const { write, at } of story.all('send')) {
      const executed = story.first('execute', { write })
      expect(executed.at).toBe(at + 100)
      expect(story.first('apply', { write, host: 'r2' }).at).toBe(executed.at + 100)
      expect(story.first('apply', { write, host: 'r3' }).at).toBe(executed.at + 40_000)
      expect(story.first('answer', { write })).toMatchObject({ at: executed.at + 100, error: null })
    }
    const { events } = story.run
    const [applied, answered] = ['apply', 'answer'].map((type) => events.findIndex((event) => event.type === type))
    expect(applied).toBeLessThan(answered ?? 0)
  })
})

describe('R16: the crash of a primary’s process on a healthy network', () => {
  const clients = ['c1', 'c2', 'c3', 'c4']
  const busy = clients.reduce(
    (test, client, index) => test.client(client, 'r1', { everyMs: 7, fromMs: index }),
    cluster({ replicas: 2 }),
  )

  function fates(story: Story): { readonly lost: number; readonly survivors: number } {
    const applied = new Set(story.all('apply', { host: 'r2' }).map(({ write }) => write))
    const acknowledged = new Set(story.all('answer', { error: null }).map(({ write }) => write))
    expect(acknowledged.size).toBeGreaterThan(500)
    return {
      lost: [...acknowledged].filter((write) => !applied.has(write)).length,
      survivors: [...applied].filter((write) => !acknowledged.has(write)).length,
    }
  }

  it('loses no acknowledged write, whenever it comes', () => {
    const lost = spread(
      60,
      (seed) =>
        fates(
          busy
            .at(1000 + seed * 0.13)
            .kill('r1')
            .until(1200)
            .run(seed),
        ).lost,
    )
    expect(lost.max).toBe(0)
  })

  it('may leave unacknowledged ones on the replicas, when the client is further away than they are', () => {
    const remote = clients.reduce((test, client) => test.link(client, 'r1', 3), busy)
    const seen = Array.from({ length: 20 }, (_, index) =>
      fates(
        remote
          .at(1010 + index * 0.31)
          .kill('r1')
          .until(1200)
          .run(),
      ),
    )
    expect(seen.reduce((sum, { lost }) => sum + lost, 0)).toBe(0)
    expect(seen.reduce((sum, { survivors }) => sum + survivors, 0)).toBeGreaterThan(0)
  })
})

describe('R5, R19: replicationCron', () => {
  it('R5, R7: runs every 1.006 s on average, 0.995 … 1.07 s; its phase is drawn for each process', () => {
    const periods = steps(
      cluster({ replicas: 1 })
        .until(100_000)
        .run()
        .all('ack')
        .map(({ at }) => at / 1e6),
    )
    const { min, mean, max } = spreadOf(periods)
    expect([min, max].every((period) => period > 0.995 && period < 1.07)).toBe(true)
    expect(mean).toBeCloseTo(1.006, 2)
    expectRange(
      spread(200, (seed) => cluster({ replicas: 1 }).until(1100).run(seed).first('ack').at / 1e6),
      [0, 1.01],
      { mean: [0.4, 0.6], fill: 0.9 },
    )
  })

  it('R19: a primary with a replica sends a PING of 14 bytes every tenth run', () => {
    const acks = cluster({ replicas: 1 }).until(65_000).run(5).all('ack')
    const pinged = acks.filter(({ offset }, index) => index > 0 && offset !== acks[index - 1]?.offset)
    expect(pinged.length).toBeGreaterThanOrEqual(5)
    expect(new Set(steps(pinged.map(({ offset }) => offset)))).toEqual(new Set([14]))
    for (const period of steps(pinged.map(({ at }) => at / 1e6))) expect(period).toBeGreaterThan(9)
    expect(seconds(pinged[0] ?? 0, pinged.at(-1) ?? { at: 0 }) / (pinged.length - 1)).toBeCloseTo(10.06, 0)
  })

  it('R19: without a replica it sends none', () => {
    const alone = cluster({ replicas: 1 })
      .at(100)
      .kill('r2')
      .at(1000)
      .type('r1', 'INFO')
      .at(60_000)
      .type('r1', 'INFO')
      .until(61_000)
    const [before, after] = alone.run().replies.map((reply) => infoField(reply, 'master_repl_offset'))
    expect(after).toBe(before)
  })
})
