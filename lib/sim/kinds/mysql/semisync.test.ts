import { describe, expect, it } from 'vitest'
import { resultOf } from '@/lib/reading/verdict/result'
import { judge } from '@/lib/reading/verdict/verdict'
import type { Cluster } from '@/tests/kernel/cluster'
import { type SourceShape, source } from '@/tests/kernel/source'
import type { Story } from '@/tests/kernel/story'

const INSERT = (id: number) => `INSERT INTO t VALUES (${id})`
const COUNT = 'SELECT COUNT(*) FROM t'
const STATUS = "SHOW STATUS LIKE 'Rpl_semi_sync%'"

/** One statement at a time in milliseconds, on the connection of a client. */
const typed = (test: Cluster, ...lines: readonly (readonly [at: number, on: string, line: string])[]): Cluster =>
  lines.reduce((cluster, [at, on, line]) => cluster.at(at).type(on, line), test)

/** When the statement of a time was answered, and how long that took, in milliseconds. */
const took = (story: Story, at: number, on = 'c1') => {
  const reply = story.first('reply', (one) => one.on === on && one.at - one.took === at * 1000)
  return reply.took / 1000
}
const answer = (story: Story, at: number, on: string) =>
  story.first('reply', (one) => one.on === on && one.at - one.took === at * 1000).reply

const status = (story: Story, at: number, on = 'c2'): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (answer(story, at, on) as [string, string][]).map(([name, value]) => [name.replace('Rpl_semi_sync_source_', ''), value]),
  )

const promotion = [
  [8000, 'm2', 'STOP REPLICA'],
  [8001, 'm2', 'RESET REPLICA ALL'],
  [8002, 'm2', 'SET GLOBAL super_read_only=OFF, read_only=OFF'],
] as const

describe('Y3, Y10: a commit', () => {
  it('takes 2 ms without replicas to wait for, and what the ACK takes with one', () => {
    const asynchronous = typed(source({ conf: { rpl_semi_sync_source_enabled: 'OFF' } }), [100, 'c1', INSERT(1)]).run()
    expect(took(asynchronous, 100)).toBeCloseTo(1.9, 1)
    const near = typed(source(), [100, 'c1', INSERT(1)]).run()
    expect(took(near, 100)).toBeCloseTo(2.5, 1)
    const far = typed(source().link('m1', 'm2', 20), [100, 'c1', INSERT(1)]).run()
    expect(took(far, 100)).toBeGreaterThan(41)
    expect(took(far, 100)).toBeLessThan(43)
  })

  it('goes through its stages in order, and only an fsynced binlog is sent', () => {
    const story = typed(source(), [100, 'c1', INSERT(1)]).run()
    const stages = [
      'binlog-written',
      'binlog-synced',
      'wait-start',
      'relay-written',
      'ack-received',
      'wait-end',
      'engine-commit',
      'answer',
      'applied',
    ] as const
    const times = stages.map((stage) => story.first(stage).at)
    expect(times).toEqual(times.toSorted((a, b) => a - b))
  })

  it('Y9: the ACK says nothing of applying: with the applier stopped it comes as fast, and the row is not there', () => {
    const story = typed(
      source(),
      [50, 'm2', 'STOP REPLICA SQL_THREAD'],
      [100, 'c1', INSERT(1)],
      [500, 'd2', COUNT],
      [600, 'm2', 'START REPLICA'],
      [700, 'd2', COUNT],
    ).run()
    expect(took(story, 100)).toBeCloseTo(2.5, 1)
    expect([answer(story, 500, 'd2'), answer(story, 700, 'd2')]).toEqual([0, 1])
  })

  it('of a key that is there is refused with 1062; on a replica every one with 1290', () => {
    const story = typed(source(), [100, 'c1', INSERT(1)], [200, 'c1', INSERT(1)], [300, 'd2', INSERT(2)]).run()
    expect(answer(story, 200, 'c1')).toEqual({ error: "1062 (23000): Duplicate entry '1' for key 't.PRIMARY'" })
    expect(answer(story, 300, 'd2')).toEqual({ error: expect.stringMatching(/^1290 .*--super-read-only/) })
  })
})

describe('where a source waits', () => {
  const waiting = (conf: SourceShape['conf']) =>
    typed(
      source({ conf: { rpl_semi_sync_source_timeout: 5000, ...conf } })
        .at(50)
        .pause('m2'),
      [100, 'c1', INSERT(1)],
      [200, 'c2', COUNT],
      [300, 'd2', COUNT],
    )
      .at(2000)
      .resume('m2')

  it('Y4: AFTER_SYNC: nobody sees the row while its commit waits; a fast replica shows it first', () => {
    expect(answer(waiting({}).run(), 200, 'c2')).toBe(0)
    const two = source({ replicas: 2, conf: { rpl_semi_sync_source_wait_for_replica_count: 2 } }).link('m1', 'm3', 60)
    const story = typed(two, [100, 'c1', INSERT(1)], [110, 'd2', COUNT], [111, 'c2', COUNT]).run()
    expect([answer(story, 110, 'd2'), answer(story, 111, 'c2')]).toEqual([1, 0])
  })

  it('Y5: AFTER_COMMIT: everybody sees it, only the writer waits', () => {
    const story = waiting({ rpl_semi_sync_source_wait_point: 'AFTER_COMMIT' }).run()
    expect(answer(story, 200, 'c2')).toBe(1)
    expect(took(story, 100)).toBeGreaterThan(1899)
  })

  it('Y6: one group at a time, and those behind it are the next', () => {
    const story = typed(
      source({ conf: { rpl_semi_sync_source_timeout: 5000 } })
        .at(50)
        .pause('m2'),
      [100, 'c1', INSERT(1)],
      [200, 'c2', INSERT(2)],
      [300, 'm1', INSERT(3)],
      [1000, 'm1', STATUS],
    )
      .at(2000)
      .resume('m2')
      .run()
    expect(status(story, 1000, 'm1').wait_sessions).toBe('1')
    expect(story.all('wait-start').map(({ writes }) => writes.length)).toEqual([1])
    expect(story.all('wait-end').map(({ writes, reason }) => [writes.length, reason])).toEqual([
      [1, 'ack'],
      [2, 'ahead'],
    ])
  })

  it('Y8: of two that are sent together the last is acknowledged, for both', () => {
    const story = typed(source(), [100, 'c1', INSERT(1)], [100, 'c2', INSERT(2)]).run()
    expect(story.all('relay-written').map(({ acked }) => acked)).toEqual([false, true])
    expect(story.all('wait-end').map(({ writes, reason }) => [writes, reason])).toEqual([[[0, 1], 'ack']])
  })

  it('Y7: reads do not wait, and super_read_only=ON does: it is no instant fence', () => {
    const story = typed(waiting({}), [400, 'm1', 'SET GLOBAL super_read_only=ON'], [500, 'm1', INSERT(7)]).run()
    expect(took(story, 200, 'c2')).toBeLessThan(1)
    expect(took(story, 400, 'm1')).toBeGreaterThan(1599)
    expect(answer(story, 500, 'm1')).toEqual({ error: expect.stringMatching(/^1290 /) })
  })
})

describe('Y11: count', () => {
  it('one: the slow replica of two does not matter; two: it decides', () => {
    const slow = (count: number) =>
      source({ replicas: 2, conf: { rpl_semi_sync_source_wait_for_replica_count: count } }).link('m1', 'm3', 60)
    expect(took(typed(slow(1), [100, 'c1', INSERT(1)]).run(), 100)).toBeLessThan(3)
    const both = took(typed(slow(2), [100, 'c1', INSERT(1)]).run(), 100)
    expect(both).toBeGreaterThan(121)
    expect(both).toBeLessThan(123)
  })

  it('Y12: a replica whose setting was OFF when its receiver started does not count', () => {
    const story = typed(
      source({ replicaConf: { rpl_semi_sync_replica_enabled: 'OFF' }, conf: { rpl_semi_sync_source_timeout: 500 } }),
      [100, 'c1', INSERT(1)],
      [90, 'c2', STATUS],
      [700, 'd2', COUNT],
    ).run()
    expect(status(story, 90).clients).toBe('0')
    expect(took(story, 100)).toBeGreaterThan(500)
    expect(answer(story, 700, 'd2')).toBe(1)
  })
})

describe('the timeout', () => {
  const frozen = (T: number, conf: SourceShape['conf'] = {}) =>
    source({ conf: { rpl_semi_sync_source_timeout: T, ...conf } })
      .at(50)
      .pause('m2')

  it('Y13, Y15: at T the client is told OK, and nothing else; from then on commits do not wait', () => {
    const story = typed(frozen(1000), [100, 'c1', INSERT(1)], [2000, 'c1', INSERT(2)]).run()
    expect(answer(story, 100, 'c1')).toBe('OK')
    expect(took(story, 100)).toBeGreaterThan(1002)
    expect(took(story, 100)).toBeLessThan(1003)
    expect(took(story, 2000)).toBeCloseTo(1.9, 1)
  })

  it.each([
    ['AFTER_SYNC', '2'],
    ['AFTER_COMMIT', '3'],
  ] as const)('Y2, Y14: the first one lets everybody go, under %s', (point, no) => {
    const story = typed(
      frozen(1500, { rpl_semi_sync_source_wait_point: point }),
      [100, 'c1', INSERT(1)],
      [400, 'c2', INSERT(2)],
      [700, 'm1', INSERT(3)],
      [3000, 'c2', STATUS],
    ).run()
    for (const [at, on] of [
      [100, 'c1'],
      [400, 'c2'],
      [700, 'm1'],
    ] as const) {
      expect(at + took(story, at, on)).toBeGreaterThan(1601)
      expect(at + took(story, at, on)).toBeLessThan(1605)
    }
    expect(status(story, 3000)).toMatchObject({ status: 'OFF', no_times: '1', no_tx: no, yes_tx: '0', clients: '1' })
  })

  it('Y16: T of nothing falls back at each commit, and T below the round trip flaps', () => {
    for (const [T, latency] of [
      [0, 5],
      [100, 60],
    ] as const) {
      const test = source({ conf: { rpl_semi_sync_source_timeout: T } }).link('m1', 'm2', latency)
      const story = typed(test, [1000, 'c1', INSERT(1)], [2000, 'c1', INSERT(2)]).run()
      expect(story.all('semisync-off').length).toBe(2)
      expect(story.all('semisync-on').length).toBe(2)
      expect(took(story, 1000)).toBeLessThan(T + 3)
    }
  })

  it('Y17: changing T does not touch a wait in progress; switching off ends it at once', () => {
    const longer = typed(frozen(1000), [100, 'c1', INSERT(1)], [200, 'm1', 'SET GLOBAL rpl_semi_sync_source_timeout=9000']).run()
    expect(took(longer, 100)).toBeLessThan(1003)
    const off = typed(frozen(1000), [100, 'c1', INSERT(1)], [200, 'm1', 'SET GLOBAL rpl_semi_sync_source_enabled=OFF']).run()
    expect(took(off, 100)).toBeLessThan(102)
    expect(answer(off, 100, 'c1')).toBe('OK')
  })

  it('Y18, Y19: an ACK of the last commit brings it back, without anybody and within milliseconds of the thaw', () => {
    const story = typed(frozen(1000).at(5000).resume('m2'), [100, 'c1', INSERT(1)]).run()
    expect(story.all('semisync-on').map(({ at }) => at / 1000)).toEqual([expect.closeTo(5003, -1)])
    const { semisync } = resultOf(story.run)
    expect(semisync?.m1).toMatchObject({ yesTx: 0, noTx: 1, returnedAtMs: [expect.any(Number)] })
  })
})

describe('a lost replica', () => {
  const T = { rpl_semi_sync_source_timeout: 1200 }

  it('Y22: is not noticed by itself, nor by the first that is sent to it, but by the second', () => {
    const story = typed(
      source({ conf: T }).at(1000).kill('m2'),
      [3000, 'c2', STATUS],
      [5000, 'c1', INSERT(1)],
      [6800, 'c2', STATUS],
      [7000, 'c1', INSERT(2)],
      [9000, 'c2', STATUS],
    ).run()
    expect(status(story, 3000).clients).toBe('1')
    expect(status(story, 6800).clients).toBe('1')
    expect(story.first('replica-noticed-dead').at).toBeCloseTo(7_001_600, -3)
    expect(status(story, 9000).clients).toBe('0')
    // A heartbeat each 2 s: the second that it does not hear.
    const hearing = source({ conf: T, replicaConf: { replica_net_timeout: 4 } })
      .at(10_000)
      .kill('m2')
      .run()
    const noticed = hearing.first('replica-noticed-dead').at / 1000
    expect(noticed).toBeGreaterThan(12_000)
    expect(noticed).toBeLessThan(14_001)
  })

  it.each(['ON', 'OFF'] as const)('Y21, Y23: one writer alone waits for T, with wait_no_replica=%s', (on) => {
    const story = typed(
      source({ conf: { ...T, rpl_semi_sync_source_wait_no_replica: on } })
        .at(1000)
        .kill('m2'),
      [5000, 'c1', INSERT(1)],
      [8000, 'c1', INSERT(2)],
    ).run()
    expect(took(story, 5000)).toBeGreaterThan(1200)
    expect(took(story, 8000)).toBeLessThan(3)
  })

  it('Y23: with wait_no_replica=OFF a second writer finds it out, and frees the first at the beat behind it', () => {
    const story = typed(
      source({ conf: { rpl_semi_sync_source_timeout: 1500, rpl_semi_sync_source_wait_no_replica: 'OFF' } }),
      [4700, 'm2', 'STOP REPLICA'],
      [5000, 'c1', INSERT(1)],
      [5200, 'c2', INSERT(2)],
    ).run()
    // Measured: 1.0 s behind STOP REPLICA.
    expect(took(story, 5000)).toBeGreaterThan(690)
    expect(took(story, 5000)).toBeLessThan(720)
  })

  it('Y21: where there never was one: status ON and a first wait of T with ON, OFF and none with OFF', () => {
    const alone = (on: 'ON' | 'OFF') =>
      typed(
        source({ replicas: 0, conf: { ...T, rpl_semi_sync_source_wait_no_replica: on } }),
        [50, 'c2', STATUS],
        [100, 'c1', INSERT(1)],
        [5000, 'c1', INSERT(2)],
      ).run()
    expect(status(alone('ON'), 50).status).toBe('ON')
    expect(took(alone('ON'), 100)).toBeGreaterThan(1200)
    expect(took(alone('ON'), 5000)).toBeLessThan(2)
    expect(status(alone('OFF'), 50).status).toBe('OFF')
    expect(took(alone('OFF'), 100)).toBeLessThan(2)
  })

  it('Y24: wait_no_replica=OFF does not help against a frozen one; with nobody there it switches off at once, and ON by force', () => {
    const story = typed(
      source({ conf: { ...T, rpl_semi_sync_source_wait_no_replica: 'OFF' } })
        .at(50)
        .pause('m2'),
      [100, 'c1', INSERT(1)],
    ).run()
    expect(took(story, 100)).toBeGreaterThan(1200)
    const set = typed(
      source({ replicas: 0, conf: T }),
      [100, 'm1', 'SET GLOBAL rpl_semi_sync_source_wait_no_replica=OFF'],
      [200, 'c2', STATUS],
      [300, 'm1', 'SET GLOBAL rpl_semi_sync_source_wait_no_replica=ON'],
      [400, 'c2', STATUS],
    ).run()
    expect([status(set, 200).status, status(set, 400).status]).toEqual(['OFF', 'ON'])
  })

  it.each([
    [1000, 1000],
    [1300, 300],
    [1600, 600],
  ])(
    'Y20: one that stopped at %i and is back while its dead socket is on the list is heard a whole number of seconds later',
    (stop, waited) => {
      const story = typed(
        source({ conf: { rpl_semi_sync_source_timeout: 9000 } }),
        [stop, 'm2', 'STOP REPLICA'],
        [5000, 'c1', INSERT(1)],
        [5100, 'm2', 'START REPLICA'],
      ).run()
      expect(took(story, 5000)).toBeGreaterThan(waited - 5)
      expect(took(story, 5000)).toBeLessThan(waited + 25)
    },
  )

  it('Y20: one that finds no other on the list is heard at once', () => {
    const first = typed(
      source({ conf: { rpl_semi_sync_source_wait_no_replica: 'OFF' } }),
      [1000, 'm2', 'STOP REPLICA'],
      [5000, 'c1', INSERT(1)],
      [5100, 'c2', INSERT(2)],
      [9000, 'm2', 'START REPLICA'],
    ).run()
    const on = first.first('semisync-on', {}, 9000).at / 1000
    expect(on).toBeGreaterThan(9030)
    expect(on).toBeLessThan(9060)
  })

  it('Y25: one that comes back during the wait ends it, if T allows', () => {
    const story = typed(
      source({ conf: { rpl_semi_sync_source_timeout: 9000 } })
        .at(1000)
        .kill('m2')
        .at(5500)
        .start('m2'),
      [5000, 'c1', INSERT(1)],
      [9000, 'd2', COUNT],
    ).run()
    // Up 1.05 s after its start, and heard a whole number of seconds behind the end of its socket, 70 ms after it was killed (Y20, Y30).
    expect(took(story, 5000)).toBeGreaterThan(2060)
    expect(took(story, 5000)).toBeLessThan(2080)
    expect(answer(story, 9000, 'd2')).toBe(1)
  })
})

describe('links', () => {
  it('Y26: a replica gives a silent link up, tries again, and stops after so many attempts', () => {
    const story = source({ replicaConf: { replica_net_timeout: 6 } })
      .at(1000)
      .partition(['m1'], ['m2'])
      .until(90_000)
      .run()
    const lost = story.first('receiver', { state: 'lost' }).at / 1e6
    expect(lost).toBeGreaterThan(4)
    expect(lost).toBeLessThan(7.1)
    const few = typed(
      source(),
      [100, 'm2', 'STOP REPLICA'],
      [101, 'm2', 'CHANGE REPLICATION SOURCE TO SOURCE_CONNECT_RETRY=1, SOURCE_RETRY_COUNT=3'],
      [102, 'm2', 'START REPLICA'],
    )
    const stopped = few.at(1000).kill('m1').run().first('receiver', { state: 'stopped' }, 1000)
    expect(stopped).toMatchObject({ host: 'm2', errno: 2003 })
    expect(stopped.at / 1e6).toBeCloseTo(3.07, 1)
  })

  it('Y27: a cut is not noticed; healed in time, the lost bytes come with TCP’s timer', () => {
    const story = typed(
      source({ conf: { rpl_semi_sync_source_timeout: 9000 } })
        .at(1000)
        .partition(['m1'], ['m2'])
        .at(2100)
        .heal(),
      [1100, 'c1', INSERT(1)],
      [1900, 'c2', STATUS],
    ).run()
    expect(status(story, 1900).clients).toBe('1')
    expect(took(story, 1100)).toBeGreaterThan(1000)
    expect(took(story, 1100)).toBeLessThan(2000)
  })

  it('Y28: a frozen replica’s system takes the bytes: after the thaw it has the row of a source that died', () => {
    const story = typed(
      source().at(1000).pause('m2').at(1500).kill('m1').at(3000).resume('m2'),
      [1100, 'c1', INSERT(1)],
      [4000, 'd2', COUNT],
    ).run()
    expect(answer(story, 4000, 'd2')).toBe(1)
  })

  it('Y29: clients of a frozen source hang; at the thaw an overdue wait is over with OK', () => {
    const story = typed(
      source({ conf: { rpl_semi_sync_source_timeout: 1000 } })
        .at(50)
        .pause('m2')
        .at(500)
        .pause('m1')
        .at(4000)
        .resume('m1'),
      [100, 'c1', INSERT(1)],
    ).run()
    expect(answer(story, 100, 'c1')).toBe('OK')
    expect(100 + took(story, 100)).toBeCloseTo(4000, -1)
  })
})

describe('the source dies', () => {
  const cut = (point: 'AFTER_SYNC' | 'AFTER_COMMIT') =>
    typed(
      source({ conf: { rpl_semi_sync_source_timeout: 30_000, rpl_semi_sync_source_wait_point: point } })
        .at(3000)
        .partition(['m1', 'c1', 'c2'], ['m2', 'd2'])
        .at(6000)
        .kill('m1'),
      [1000, 'c1', INSERT(1)],
      [4000, 'c1', INSERT(2)],
      [5000, 'c2', 'SELECT * FROM t WHERE id=2'],
      ...promotion,
      [9000, 'd2', COUNT],
    )

  it('Y30: its clients hear of it 70 ms later, and do not know what became of a commit that waited', () => {
    const story = cut('AFTER_SYNC').run()
    expect(story.first('disconnect', {}, 6000).at / 1000).toBeCloseTo(6070.1, 1)
    expect(judge(story.run).writes.map(({ fate }) => fate)).toEqual(['safe', 'unanswered'])
  })

  it('Y40: the phantom of AFTER_COMMIT: a second session read it, and after the promotion it is gone; nobody read it under AFTER_SYNC', () => {
    for (const [point, seen] of [
      ['AFTER_COMMIT', [2]],
      ['AFTER_SYNC', []],
    ] as const) {
      const story = cut(point).run()
      expect(answer(story, 5000, 'c2')).toEqual(seen)
      expect(answer(story, 9000, 'd2')).toBe(1)
      expect(resultOf(story.run)).toMatchObject({
        finalPrimary: 'm2',
        failovers: [{ from: 'm1', to: 'm2', promotedAtMs: 8002.03 }],
        writes: { lost: 0, unanswered: 1, survivedUnacknowledged: 0 },
      })
    }
  })

  it.each(['AFTER_SYNC', 'AFTER_COMMIT'] as const)(
    'Y31, Y32, Y41: started again it commits what stands in its binlog, under %s, and keeps it as an extra transaction',
    (point) => {
      const story = typed(
        cut(point).at(9500).heal().at(10_000).start('m1'),
        [12_000, 'm1', COUNT],
        [12_100, 'm1', "CHANGE REPLICATION SOURCE TO SOURCE_HOST='m2'"],
        [12_200, 'm1', 'START REPLICA'],
        [14_000, 'm1', 'SHOW REPLICA STATUS'],
      ).run()
      expect(story.first('mysql-up', { host: 'm1' }, 10_000)).toMatchObject({
        at: 11_050_000,
        committed: point === 'AFTER_SYNC' ? [1] : [],
        semisync: true,
      })
      expect(answer(story, 12_000, 'm1')).toBe(2)
      expect(story.first('errant')).toMatchObject({ host: 'm2', replica: 'm1', gtids: 'm1:2' })
      expect(answer(story, 14_000, 'm1')).toContainEqual(['Replica_IO_Running', 'Yes'])
    },
  )

  it('Y31: what was not in its binlog yet is rolled back; what was written and not fsynced is there', () => {
    const killed = (after: number) =>
      typed(
        source()
          .at(1000 + after)
          .kill('m1')
          .at(2000)
          .start('m1'),
        [1000, 'c1', INSERT(1)],
        [4000, 'm1', COUNT],
      ).run()
    expect(answer(killed(0.2), 4000, 'm1')).toBe(0)
    expect(killed(0.2).first('mysql-up', {}, 2000)).toMatchObject({ committed: [], rolledBack: [0] })
    expect(answer(killed(1), 4000, 'm1')).toBe(1)
    expect(killed(1).first('mysql-up', {}, 2000)).toMatchObject({ committed: [0], rolledBack: [] })
  })

  it('Y32: a setting that was only SET GLOBAL is gone after the start', () => {
    const story = typed(
      source({ conf: { rpl_semi_sync_source_enabled: 'OFF' } })
        .at(2000)
        .kill('m1')
        .at(3000)
        .start('m1'),
      [1000, 'm1', 'SET GLOBAL rpl_semi_sync_source_enabled=ON'],
      [1500, 'm1', STATUS],
      [5000, 'm1', STATUS],
    ).run()
    expect([status(story, 1500, 'm1').status, status(story, 5000, 'm1').status]).toEqual(['ON', 'OFF'])
  })

  it('Y34: what its system had of it is still sent', () => {
    const story = typed(
      source().at(1000).partition(['m1'], ['m2']).at(2000).kill('m1').at(3000).heal(),
      [1500, 'm1', INSERT(1)],
      [9000, 'd2', COUNT],
    ).run()
    expect(answer(story, 9000, 'd2')).toBe(1)
  })
})

describe('Y35: KILL', () => {
  const frozen = source({ conf: { rpl_semi_sync_source_timeout: 3000 } })
    .at(50)
    .pause('m2')

  it('QUERY does not end a wait: the OK comes at T', () => {
    const story = typed(frozen, [100, 'c1', INSERT(1)], [200, 'm1', 'KILL QUERY c1']).run()
    expect(answer(story, 200, 'm1')).toBe('OK')
    expect(took(story, 100)).toBeGreaterThan(3000)
  })

  it('CONNECTION drops the client at once, and the transaction is committed all the same', () => {
    const story = typed(frozen, [100, 'c1', INSERT(1)], [200, 'm1', 'KILL CONNECTION c1'], [3500, 'c2', COUNT]).run()
    expect(story.first('disconnect', { host: 'c1' }).at / 1000).toBeCloseTo(200.2, 0)
    expect(story.all('disconnect').map(({ host }) => host)).toEqual(['c1'])
    expect(story.all('answer', { write: 0 })).toEqual([])
    expect(story.first('wait-end').at / 1000).toBeGreaterThan(3100)
    expect(answer(story, 3500, 'c2')).toBe(1)
  })
})

describe('promotion', () => {
  it('Y44: super_read_only=OFF alone lets administrators write and nobody else: read_only is still ON', () => {
    const story = typed(
      source(),
      [1000, 'm2', 'STOP REPLICA'],
      [1001, 'm2', 'SET GLOBAL super_read_only=OFF'],
      [1100, 'd2', INSERT(1)],
      [1200, 'm2', INSERT(2)],
      [1300, 'm2', 'SET GLOBAL read_only=OFF'],
      [1400, 'd2', INSERT(3)],
      [1500, 'm2', 'SET GLOBAL read_only=ON'],
      [1600, 'd2', INSERT(4)],
      [1700, 'm2', 'SET GLOBAL super_read_only=ON'],
      [1800, 'd2', INSERT(5)],
      [1900, 'm2', INSERT(6)],
    ).run()
    expect(answer(story, 1100, 'd2')).toEqual({ error: expect.stringMatching(/^1290 .*--read-only option/) })
    expect(answer(story, 1200, 'm2')).toBe('OK')
    expect(answer(story, 1400, 'd2')).toBe('OK')
    expect(answer(story, 1600, 'd2')).toEqual({ error: expect.stringMatching(/^1290 .*--read-only option/) })
    for (const [at, on] of [
      [1800, 'd2'],
      [1900, 'm2'],
    ] as const)
      expect(answer(story, at, on)).toEqual({ error: expect.stringMatching(/^1290 .*--super-read-only option/) })
  })

  it('Y37, Y38: RESET REPLICA ALL before the applier is done loses an acknowledged write, which the verdict says', () => {
    const test = typed(source(), [500, 'm2', 'STOP REPLICA SQL_THREAD'], [1000, 'c1', INSERT(1)], ...promotion)
      .at(2000)
      .kill('m1')
    const story = test.run()
    const { writes } = judge(story.run)
    expect(writes.map(({ fate, leftOn }) => [fate, leftOn])).toEqual([['lost', ['m1']]])
    expect(story.run.events[writes[0]?.lostBy ?? -1]).toMatchObject({ type: 'repointed', host: 'm2', discarded: [0] })
    const patient = typed(test, [3000, 'm2', 'START REPLICA SQL_THREAD']).run()
    expect(judge(patient.run).lost).toBe(0)
  })

  it('Y39: the ACK may have come from any: the other replica lacks the write', () => {
    const test = typed(
      source({ replicas: 2 }).at(900).partition(['m1'], ['m2']).at(2000).kill('m1'),
      [1000, 'c1', INSERT(1)],
      ...promotion,
    )
    expect(judge(test.run().run).writes.map(({ fate, leftOn }) => [fate, leftOn])).toEqual([['lost', ['m1', 'm3']]])
  })

  it('Y40: what was told OK at T is lost with the source', () => {
    const test = typed(
      source({ conf: { rpl_semi_sync_source_timeout: 500 } })
        .at(900)
        .partition(['m1', 'c1'], ['m2'])
        .at(3000)
        .kill('m1'),
      [1000, 'c1', INSERT(1)],
      ...promotion,
    )
    expect(resultOf(test.run().run)).toMatchObject({
      writes: { acknowledged: 1, lost: 1 },
      semisync: { m1: { fellBackAtMs: [expect.closeTo(1502, -1)], noTx: 1 } },
    })
  })

  it('Y42: the same key on both sides stops the applier with 1062', () => {
    const test = source({ conf: { rpl_semi_sync_source_timeout: 500 } })
      .at(900)
      .partition(['m1', 'c1'], ['m2', 'd2'])
      .at(3000)
      .kill('m1')
      .at(8500)
      .heal()
      .at(8600)
      .start('m1')
    const story = typed(
      test,
      [1000, 'c1', INSERT(1)],
      ...promotion,
      [8100, 'd2', INSERT(1)],
      [11_000, 'm1', "CHANGE REPLICATION SOURCE TO SOURCE_HOST='m2'"],
      [11_001, 'm1', 'START REPLICA'],
    ).run()
    expect(story.first('applier', { host: 'm1', state: 'stopped' })).toMatchObject({ errno: 1062 })
  })

  it('Y43: it is no fence: a source that thaws after the promotion takes writes, the first after T, the next at once', () => {
    const test = source({ conf: { rpl_semi_sync_source_timeout: 1100 } })
      .at(1000)
      .pause('m1')
      .at(10_000)
      .resume('m1')
    const story = typed(
      test,
      [900, 'c1', INSERT(1)],
      ...promotion,
      [11_000, 'c2', STATUS],
      [11_100, 'c1', INSERT(2)],
      [14_000, 'c1', INSERT(3)],
      [15_000, 'd2', INSERT(4)],
    ).run()
    expect(status(story, 11_000)).toMatchObject({ status: 'ON', clients: '1' })
    expect(took(story, 11_100)).toBeCloseTo(1102, -1)
    expect(took(story, 14_000)).toBeLessThan(3)
    expect(resultOf(story.run).writes).toMatchObject({ acknowledged: 4, lost: 2 })
  })
})
