import { describe, expect, it } from 'vitest'
import type { Reply } from '@/lib/sim/journal'
import { cluster } from '@/tests/kernel/cluster'

/** Names of the fields of an INFO reply, in order. */
function fields(info: Reply | undefined): string[] {
  if (typeof info !== 'string') throw new Error('no INFO')
  expect(info.endsWith('\r\n')).toBe(true)
  return info
    .split('\r\n')
    .slice(0, -1)
    .map((line) => line.split(':')[0] ?? '')
}

const value = (info: Reply | undefined, field: string) => new RegExp(`\r\n${field}:(.*)\r\n`).exec(String(info))?.[1]

const TAIL = [
  'master_failover_state',
  'master_replid',
  'master_replid2',
  'master_repl_offset',
  'second_repl_offset',
  'repl_backlog_active',
  'repl_backlog_size',
  'repl_backlog_first_byte_offset',
  'repl_backlog_histlen',
]

describe('R160: INFO replication', () => {
  const pair = cluster({ replicas: 1 }).client('c1', 'r1', { untilMs: 1000 })

  it('of a primary', () => {
    const info = pair.at(5000).type('r1', 'INFO replication').run().replies[0]
    expect(fields(info)).toEqual(['# Replication', 'role', 'connected_slaves', 'slave0', ...TAIL])
    expect(value(info, 'role')).toBe('master')
    expect(value(info, 'slave0')).toMatch(/^ip=r2,port=6379,state=online,offset=\d+,lag=[01]$/)
    expect(value(info, 'master_replid2')).toBe('0'.repeat(40))
    expect(value(info, 'second_repl_offset')).toBe('-1')
  })

  it('counts the backlog from its first byte', () => {
    const story = pair.at(5000).type('r1', 'INFO').run()
    const { offset } = story.first('settled').servers[0] ?? { offset: 0 }
    const [info] = story.replies
    expect(value(info, 'repl_backlog_first_byte_offset')).toBe(String(offset + 1))
    expect(Number(value(info, 'repl_backlog_histlen'))).toBe(Number(value(info, 'master_repl_offset')) - offset)
  })

  it('of a primary that nobody ever followed', () => {
    const info = cluster().at(5000).type('r1', 'INFO').run().replies[0]
    expect(TAIL.slice(5).map((field) => value(info, field))).toEqual(['0', '1048576', '0', '0'])
    expect([value(info, 'connected_slaves'), value(info, 'master_repl_offset')]).toEqual(['0', '0'])
  })

  it('of a replica', () => {
    const info = pair.at(5000).type('r2', 'INFO').run().replies[0]
    const OWN = [
      'master_host',
      'master_port',
      'master_link_status',
      'master_last_io_seconds_ago',
      'master_sync_in_progress',
      'slave_read_repl_offset',
      'slave_repl_offset',
      'slave_priority',
      'slave_read_only',
      'replica_announced',
    ]
    expect(fields(info)).toEqual(['# Replication', 'role', ...OWN, 'connected_slaves', ...TAIL])
    expect([value(info, 'role'), value(info, 'master_host'), value(info, 'master_link_status')]).toEqual(['slave', 'r1', 'up'])
    expect(value(info, 'slave_repl_offset')).toBe(value(info, 'master_repl_offset'))
  })

  it('of a replica whose primary is gone', () => {
    const info = pair.at(5000).kill('r1').at(9000).type('r2', 'INFO').run().replies[0]
    expect(value(info, 'master_link_status')).toBe('down')
    expect(value(info, 'master_last_io_seconds_ago')).toBe('-1')
    expect(value(info, 'master_link_down_since_seconds')).toBe('4')
  })

  it('R111: of a replica that was never in sync: link down since −1, offset 1', () => {
    const empty = cluster({ replicas: 1 })
      .server('r2', { conf: { appendonly: 'yes' } })
      .at(1000)
      .kill('r2')
      .kill('r1')
    const info = empty.at(2000).start('r2').at(5000).type('r2', 'INFO').run().replies[0]
    expect(value(info, 'master_link_down_since_seconds')).toBe('-1')
    expect([value(info, 'slave_repl_offset'), value(info, 'slave_read_repl_offset')]).toEqual(['1', '1'])
  })

  it('after a promotion tells the second id and how far it reaches', () => {
    const story = pair.at(5000).type('r2', 'REPLICAOF NO ONE').at(5001).type('r2', 'INFO').run()
    const { replid2, secondOffset } = story.first('role')
    expect(value(story.replies[1], 'master_replid2')).toBe(replid2)
    expect(value(story.replies[1], 'second_repl_offset')).toBe(String(secondOffset))
  })

  it('R161: lag is taken when asked, the count of good replicas is not: it may lag behind', () => {
    const gated = cluster({ replicas: 1, conf: { 'min-replicas-to-write': 1, 'min-replicas-max-lag': 2 } })
      .at(5000)
      .pause('r2')
    const seen = Array.from(
      { length: 60 },
      (_, index) =>
        gated
          .at(7000 + index * 30)
          .type('r1', 'INFO')
          .run().replies[0],
    )
    const late = seen.filter(
      (info) => Number(/lag=(\d+)/.exec(String(info))?.[1]) > 2 && value(info, 'min_slaves_good_slaves') === '1',
    )
    expect(late.length).toBeGreaterThan(0)
  })
})

describe('R162: ROLE', () => {
  const typed =
    (ms: number, test = cluster({ replicas: 2 })) =>
    (on: string) =>
      test.at(ms).type(on, 'ROLE').run().replies.at(-1)

  it('of a primary: its offset, and the online replicas with what they have acknowledged', () => {
    const role = typed(5000)('r1') as readonly [string, number, readonly (readonly string[])[]]
    expect(role[0]).toBe('master')
    expect(role[2].map(([ip, port]) => [ip, port])).toEqual([
      ['r2', '6379'],
      ['r3', '6379'],
    ])
    expect(role[2].every(([, , acked]) => Number(acked) <= role[1] && Number(acked) >= role[1] - 14)).toBe(true)
  })

  it('of a replica: its primary, the state of the link, and its offset while that is up, else −1', () => {
    const [, , , , offset] = typed(5000)('r2') as readonly unknown[]
    expect(typed(5000)('r2')).toEqual(['slave', 'r1', 6379, 'connected', expect.any(Number)])
    expect(offset).toBeGreaterThan(9999)
    const cutOff = cluster({ replicas: 1 }).at(1000).kill('r1')
    expect(typed(5000, cutOff)('r2')).toEqual(['slave', 'r1', 6379, 'connect', -1])
    const swallowed = cluster({ replicas: 1 })
      .server('r3', { conf: {} })
      .at(900)
      .partition(['r2'], ['r3'])
      .at(1000)
      .type('r2', 'REPLICAOF r3 6379')
    expect(typed(5000, swallowed)('r2')).toEqual(['slave', 'r3', 6379, 'connecting', -1])
  })
})

describe('R111: master_link_down_since_seconds', () => {
  it('is −1 after a promotion and a new demotion, until the link has been up again', () => {
    const dead = cluster({ replicas: 1 }).at(1000).kill('r1').at(5000).type('r2', 'REPLICAOF NO ONE')
    const story = dead.at(6000).type('r2', 'REPLICAOF r1').at(8000).type('r2', 'INFO').run()
    expect(value(story.replies[2], 'master_link_down_since_seconds')).toBe('-1')
  })
})
