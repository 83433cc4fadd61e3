import { describe, expect, it } from 'vitest'
import type { RedisConf } from '@/lib/sim/kinds/redis/conf'
import { cluster } from '@/tests/kernel/cluster'
import { expectRange, spread } from '@/tests/kernel/spread'
import { infoField, type Story, seconds } from '@/tests/kernel/story'

/** r2 and r3 are primaries of their own; r2 is told at 3 s to follow r1. */
const joining = (conf: Partial<RedisConf> = {}) =>
  cluster({ conf })
    .server('r2', { conf })
    .server('r3', { conf })
    .client('c1', 'r1', { everyMs: 50 })
    .at(3000)
    .type('r2', 'REPLICAOF r1 6379')
    .until(12_000)

const linkUp = (story: Story) => seconds(story.first('psync'), story.first('link', { state: 'up', host: 'r2' }))

describe('R39: when a full resync begins', () => {
  it('diskless, after a delay of 5 s in whole seconds: 4 … 6 s after PSYNC (measured 4.23 … 5.65 s)', () => {
    const story = joining()
    expectRange(
      spread(200, (seed) => linkUp(story.run(seed))),
      [4, 6.05],
      { mean: [4.7, 5.1], fill: 0.8 },
    )
  })

  it('at once without the delay', () => {
    const story = joining({ 'repl-diskless-sync-delay': 0 }).run()
    expect(story.first('snapshot', { for: 'resync' }).at).toBe(story.first('psync').at)
    expect(linkUp(story)).toBeLessThan(0.03)
  })

  it('on disk at once too; its end is noticed by the next serverCron (measured 0.01 … 0.10 s)', () => {
    const story = joining({ 'repl-diskless-sync': 'no' })
    expect(story.run().first('snapshot', { for: 'both' }).at).toBe(story.run().first('psync').at)
    expectRange(
      spread(200, (seed) => linkUp(story.run(seed))),
      [0.01, 0.125],
      { mean: [0.04, 0.09] },
    )
  })

  it('one child serves all who came during the delay, whoever was first; who comes later waits for the next', () => {
    const together = joining().at(5000).type('r3', 'REPLICAOF r1 6379').run()
    expect(together.all('snapshot', { for: 'resync' })).toHaveLength(1)
    expect(together.all('load').map(({ host: replica }) => replica)).toEqual(['r2', 'r3'])
    const fork = together.first('snapshot', { for: 'resync' })
    const apart = joining()
      .at(fork.at / 1000 + 1)
      .type('r3', 'REPLICAOF r1 6379')
      .until(20_000)
      .run()
    const [first, second] = apart.all('load')
    expect([first?.host, second?.host]).toEqual(['r2', 'r3'])
    expect(seconds(first ?? 0, second ?? { at: 0 })).toBeGreaterThan(3.9)
  })
})

describe('R38: a waiting replica', () => {
  const asked = joining().at(4010).type('r1', 'INFO').at(4011).type('r1', 'ROLE').at(4012).type('r2', 'ROLE').run()

  it('is shown as wait_bgsave, and counts for nothing', () => {
    const [, info, role] = asked.replies
    expect(infoField(info, 'slave0')).toBe('ip=r2,port=6379,state=wait_bgsave,offset=0,lag=0')
    expect(role).toEqual(['master', Number(infoField(info, 'master_repl_offset')), []])
  })

  it('believes itself in the handshake until +FULLRESYNC comes', () => {
    expect(asked.replies[3]).toEqual(['slave', 'r1', 6379, 'handshake', -1])
  })

  it('R20: hears a newline each second, so that no repl-timeout strikes', () => {
    const patient = joining({ 'repl-timeout': 2, 'repl-diskless-sync-delay': 6 }).run()
    expect(patient.all('link-lost')).toEqual([])
    expect(linkUp(patient)).toBeGreaterThan(5)
  })

  it('lets no WAIT and no gate pass until it is online (R58)', () => {
    const gated = joining({ 'min-replicas-to-write': 1 }).at(4000).type('r1', 'WAIT 1 50').run()
    const online = gated.first('replica-online')
    expect(gated.replies[1]).toBe(0)
    expect(gated.first('gate', { host: 'r1', open: true }).at).toBe(online.at)
    const early = gated.all('execute', ({ host: server, at }) => server === 'r1' && at < online.at)
    expect(early).toEqual([])
  })
})

describe('R40, R41: what the replica gets', () => {
  it.each([['yes'], ['no']] as const)('with repl-diskless-sync %s: the data of the fork, then all that followed', (diskless) => {
    const story = joining({ 'repl-diskless-sync': diskless }).run()
    const fork = story.first('snapshot', { for: diskless === 'yes' ? 'resync' : 'both' })
    expect(story.first('load')).toMatchObject({ offset: fork.offset, replid: fork.replid, snapshot: fork.snapshot })
    const later = story.all('execute', ({ at, host: server }) => server === 'r1' && at > fork.at && at < 11_000_000)
    const applied = story.all('apply', ({ host: server, at }) => server === 'r2' && at < 11_000_200)
    expect(later.length).toBeGreaterThan(20)
    expect(applied.map(({ write }) => write)).toEqual(later.map(({ write }) => write))
  })

  it('R41: diskless, the stream follows the first ACK, which also tells the primary that the child is done', () => {
    const story = joining().link('r1', 'r2', 30).run()
    const online = story.first('replica-online')
    expect(online.at).toBe(story.first('ack').at)
    expect(seconds(story.first('load'), online)).toBeCloseTo(0.03, 6)
    expect(seconds(online, story.first('apply'))).toBeCloseTo(0.03, 6)
  })

  it('R41: from disk, it is online when the file has been sent, and the stream follows the file', () => {
    const story = joining({ 'repl-diskless-sync': 'no' }).link('r1', 'r2', 30).run()
    const online = story.first('replica-online')
    expect(seconds(online, story.first('load'))).toBeCloseTo(0.03, 6)
    expect(story.first('apply').at).toBe(story.first('load').at)
  })

  it('R48: after a diskless one an ACK comes at once, after one from disk with the next replicationCron', () => {
    const firstAck = (conf: Partial<RedisConf>, seed: number) => {
      const story = joining(conf).run(seed)
      return seconds(story.first('load'), story.first('ack'))
    }
    for (const seed of [1, 2, 3]) expect(firstAck({}, seed)).toBeLessThan(0.001)
    expectRange(
      spread(100, (seed) => firstAck({ 'repl-diskless-sync': 'no' }, seed)),
      [0, 1.1],
      { mean: [0.3, 0.7] },
    )
  })

  it('R75: from disk it is a save of the primary’s: a crash returns to it', () => {
    const crashed = (conf: Partial<RedisConf>) =>
      joining(conf).at(11_000).kill('r1').at(11_500).start('r1').until(13_000).run().first('boot', { host: 'r1' })
    const disk = crashed({ 'repl-diskless-sync': 'no' })
    expect(disk).toMatchObject({ loaded: 'rdb' })
    expect(disk.writes).toBeGreaterThan(50)
    expect(crashed({})).toMatchObject({ loaded: 'nothing', writes: 0 })
  })
})

describe('R42: the old data', () => {
  it('stay until the new ones are there; sub-replicas stay as long', () => {
    const story = cluster({ replicas: 1 })
      .server('r3', { conf: {} })
      .server('r4', { replicaOf: 'r3' })
      .client('c3', 'r3', null)
      .at(1000)
      .type('c3', 'SET k old')
      .at(3000)
      .type('r3', 'REPLICAOF r1 6379')
      .at(6500)
      .type('c3', 'GET k')
      .at(10_000)
      .type('c3', 'GET k')
      .until(20_000)
      .run()
    const load = story.first('load', { host: 'r3' })
    expect(load.at).toBeGreaterThan(6_600_000)
    expect(load.discarded).toBe(1)
    expect(story.replies).toEqual(['OK', 'OK', 'old', null])
    expect(story.first('replica-lost', { host: 'r3', replica: 'r4' })).toMatchObject({ at: load.at, reason: 'reset' })
    const again = story.first('load', { host: 'r4' })
    expect(again.replid).toBe(load.replid)
  })
})

describe('R40: a replica that comes while the file of another is written', () => {
  it('on disk: gets the next one as soon as that child is reaped', () => {
    const conf = { 'repl-diskless-sync': 'no', appendonly: 'yes' } as const
    const both = cluster({ replicas: 2, conf }).at(3000).kill('r2').kill('r3').at(4000).start('r2').at(4005).start('r3')
    const { all } = {
      all: both
        .until(12_000)
        .run()
        .all('snapshot', { for: 'both' })
        .map(({ at }) => at / 1000),
    }
    expect(all).toHaveLength(2)
    expect((all[1] ?? 0) - (all[0] ?? 0)).toBeLessThan(130)
  })
})
