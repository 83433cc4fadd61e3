import { describe, expect, it } from 'vitest'
import { judge } from '@/lib/reading/verdict/verdict'
import type { Reply } from '@/lib/sim/journal'
import { type Cluster, cluster } from '@/tests/kernel/cluster'
import { infoField } from '@/tests/kernel/story'
import '@/tests/kernel/tale'

/** What each command brings back, typed one after the other by the same client. */
function replies(test: Cluster, ...commands: readonly string[]): readonly Reply[] {
  return commands.reduce((more, command, index) => more.at(3000 + index * 10).type('c1', command), test).run().replies
}

const primary = cluster({ replicas: 1 }).client('c1', 'r1', null)
const replica = cluster({ replicas: 1 }).client('c1', 'r2', null)
const gated = cluster({ replicas: 1, conf: { 'min-replicas-to-write': 2 } }).client('c1', 'r1', null)

describe('R158: what clients read', () => {
  it.each([
    [gated, 'SET k v', 'NOREPLICAS Not enough good replicas to write.'],
    [replica, 'SET k v', "READONLY You can't write against a read only replica."],
    [
      replica,
      'WAIT 1 0',
      'ERR WAIT cannot be used with replica instances. Please also note that since Redis 4.0 if a replica is configured to be writable (which is not the default) writes to replicas are just local and are not propagated.',
    ],
    [replica, 'FAILOVER', 'ERR FAILOVER is not valid when server is a replica.'],
    [primary, 'FAILOVER ABORT', 'ERR No failover in progress.'],
    [primary, 'NONSENSE', "ERR unknown command 'NONSENSE'"],
  ])('%#: %s', (test, command, error) => {
    expect(replies(test, command)).toEqual([{ error }])
  })

  it('the ordinary answers', () => {
    expect(primary).toTell(`
      at 3000 type c1 "PING"
      at 3010 type c1 "SET k v"
      at 3020 type c1 "GET k"
      at 3030 type c1 "INCR n"
      at 3040 type c1 "SADD s a b"
      at 3050 type c1 "RPUSH l x"
      at 3060 type c1 "WAIT 1 0"
      ----
      3.0000–3.0002     c1> PING: "PONG"
      3.0100–3.0102     c1> SET k v: "OK"
      3.0200–3.0202     c1> GET k: "v"
      3.0300–3.0302     c1> INCR n: 1
      3.0400–3.0402     c1> SADD s a b: 2
      3.0500–3.0502     c1> RPUSH l x: 1
      3.0600–3.0604     c1> WAIT 1 0: 1
    `)
  })
})

// Each measured on redis-server 7.0.15.
describe('how integers are read', () => {
  const NO_INTEGER = { error: 'ERR value is not an integer or out of range' }
  const NO_TIMEOUT = { error: 'ERR timeout is not an integer or out of range' }
  it.each([
    ['WAIT 1 1e3', NO_TIMEOUT],
    ['WAIT 0x1 1', NO_INTEGER],
    ['WAIT 01 1', NO_INTEGER],
    ['WAIT +1 1', NO_INTEGER],
    ['WAIT -1 1', 1],
    ['WAIT 1 " 1"', NO_TIMEOUT],
    ['WAIT 1 -1', { error: 'ERR timeout is negative' }],
    ['WAIT 99999999999999999999 1', NO_INTEGER],
    ['WAIT 1 99999999999999999999', NO_TIMEOUT],
    ['WAIT 0 9223372036854775807', 1],
    ['FAILOVER TIMEOUT 0', { error: 'ERR FAILOVER timeout must be greater than 0' }],
    ['FAILOVER TIMEOUT -1', { error: 'ERR FAILOVER timeout must be greater than 0' }],
    ['FAILOVER TIMEOUT 1e3', NO_INTEGER],
    ['FAILOVER TIMEOUT +5', NO_INTEGER],
    ['FAILOVER TIMEOUT', { error: 'ERR syntax error' }],
    ['FAILOVER TO', { error: 'ERR syntax error' }],
    ['FAILOVER TO r2 6379x', NO_INTEGER],
    ['FAILOVER TO r2 06379', NO_INTEGER],
    ['FAILOVER ABORT TIMEOUT 5', { error: 'ERR syntax error' }],
    ['FAILOVER TIMEOUT 5 TIMEOUT 6', { error: 'ERR syntax error' }],
    ['FAILOVER FORCE', { error: 'ERR FAILOVER with force option requires both a timeout and target HOST and IP.' }],
    ['REPLICAOF r2 65536', { error: 'ERR Invalid master port' }],
    ['REPLICAOF r2 -1', { error: 'ERR Invalid master port' }],
    ['REPLICAOF r2 06379', { error: 'ERR Invalid master port' }],
    ['REPLICAOF r2 abc', { error: 'ERR Invalid master port' }],
  ])('%s', (command, reply) => {
    expect(replies(primary, command)).toEqual([reply])
  })
})

describe('PING', () => {
  it('gives back what it is given, from a sentinel too', () => {
    expect(cluster({ sentinels: 1 }).client('c1', 'r1', null)).toTell(`
      at 3000 type c1 "PING x"
      at 3010 type c1 "PING "a b""
      at 3020 type s1 "PING x"
      at 3030 type s1 "PING"
      ----
      3.0000–3.0002     c1> PING x: "x"
      3.0100–3.0102     c1> PING "a b": "a b"
      3.0200–3.0200     s1> PING x: "x"
      3.0300–3.0300     s1> PING: "PONG"
    `)
  })
})

describe('R11: a write that changes nothing', () => {
  it('adds no byte to the stream, is no change since the last snapshot, and leaves no lost write behind', () => {
    const test = cluster({ replicas: 1 }).client('c1', 'r1', null).at(3000).type('c1', 'SADD s a').at(3100).type('r1', 'INFO')
    const story = test.at(3200).type('c1', 'SADD s a').at(3210).type('r1', 'INFO').at(3220).type('r1', 'SCARD s').run()
    const offsets = story.replies.map((reply) => infoField(reply, 'master_repl_offset'))
    expect(offsets[3]).toBe(offsets[1])
    expect(story.replies.at(-1)).toBe(1)
    expect(story.all('execute')).toHaveLength(1)
    expect(story.first('unchanged')).toMatchObject({ host: 'r1', write: 1, madeBy: 0 })
    expect(judge(story.run)).toMatchObject({ attempted: 2, acknowledged: 2, lost: 0 })
  })

  it('makes no snapshot due', () => {
    const test = cluster()
      .server('r1', { conf: { save: '1 2' } })
      .client('c1', 'r1', { command: 'SADD s a', everyMs: 100 })
    expect(test.run().all('snapshot', { for: 'disk' })).toHaveLength(0)
    const one = test.client('c1', 'r1', { command: 'RPUSH l a b', fromMs: 5000, untilMs: 5001 })
    expect(one.run().all('snapshot', { for: 'disk' })).toHaveLength(1)
  })

  it('is lost with the write that made it so', () => {
    const conf = { save: '' }
    const test = cluster().server('r1', { conf }).at(1000).type('r1', 'SADD s a').at(1100).type('r1', 'SADD s a')
    const verdict = judge(test.at(2000).kill('r1').at(2100).start('r1').run().run)
    expect(verdict.writes).toMatchObject([{ fate: 'lost' }, { fate: 'lost', lostBy: verdict.writes[0]?.lostBy }])
  })
})

describe('REPLICAOF and FAILOVER with a port', () => {
  it('REPLICAOF r2 1: nobody listens there, the link stays down', () => {
    const test = cluster({ replicas: 2 })
      .at(3000)
      .type('r3', 'REPLICAOF r2 1')
      .at(6000)
      .type('r3', 'ROLE')
      .at(6100)
      .type('r3', 'INFO')
    const story = test.run()
    expect(story.replies.slice(0, 2)).toEqual(['OK', ['slave', 'r2', 1, 'connect', -1]])
    expect(['master_host', 'master_port', 'master_link_status'].map((name) => infoField(story.replies[2], name))).toEqual([
      'r2',
      '1',
      'down',
    ])
    expect(story.first('role')).toMatchObject({ of: 'r2', port: 1 })
    expect(story.all('link', { host: 'r3', state: 'handshake' })).toEqual([])
    expect(story.all('link-lost', { reason: 'refused' }).length).toBeGreaterThan(10)
  })

  it('survives CONFIG REWRITE, and REPLICAOF with the right port mends it', () => {
    expect(cluster({ replicas: 1 })).toTell(`
      at 3000 type r2 "REPLICAOF r1 1"
      at 3100 type r2 "CONFIG REWRITE"
      at 4000 kill r2
      at 4000 start r2
      at 6000 type r2 "ROLE"
      at 7000 type r2 "REPLICAOF r1 6379"
      at 9000 type r2 "ROLE"
      ----
      3.0000–3.0000     r2> REPLICAOF r1 1: "OK"
      3.1000–3.1000     r2> CONFIG REWRITE: "OK"
      6.0000–6.0000     r2> ROLE: ["slave","r1",1,"connect",-1]
      7.0000–7.0000     r2> REPLICAOF r1 6379: "OK"
      9.0000–9.0000     r2> ROLE: ["slave","r1",6379,"connected",51021]
    `)
  })

  it('FAILOVER TO r2 1: no replica stands there', () => {
    expect(primary).toTell(`
      at 3000 type c1 "FAILOVER TO r2 1"
      ----
      3.0000–3.0002     c1> FAILOVER TO r2 1: (error) ERR FAILOVER target HOST and PORT is not a replica.
    `)
  })

  it('a sentinel sees that the address differs from the primary’s', () => {
    const conf = { 'failover-timeout': 5000 }
    const test = cluster({ replicas: 1, sentinels: 1, sentinelConf: conf }).at(3000).type('r2', 'REPLICAOF r1 1')
    const story = test.until(60_000).run()
    expect(story.log('+fix-slave-config').target).toBe('r2')
    expect(story.first('link', { host: 'r2', state: 'up' }, 8000).primary).toBe('r1')
  })
})

describe('CONFIG SET repl-backlog-size', () => {
  const backlog = (reply: Reply | undefined) =>
    ['repl_backlog_size', 'repl_backlog_histlen'].map((name) => Number(infoField(reply, name)))

  // Measured on redis-server 7.0.15: at once 16384 and 33523 bytes left, which are two blocks; the kernel knows no blocks.
  it('is at least 16 KiB, and the backlog is trimmed at once (R25)', () => {
    const test = cluster({ replicas: 1 }).client('c1', 'r1', { everyMs: 1 }).at(5000).type('r1', 'INFO')
    const story = test
      .at(5010)
      .type('r1', 'CONFIG SET repl-backlog-size 1')
      .type('r1', 'INFO')
      .at(5020)
      .type('r1', 'CONFIG GET repl-backlog-size')
      .run()
    expect(backlog(story.replies[0])[1]).toBeGreaterThan(100_000)
    const [size, length] = backlog(story.replies[2])
    expect(size).toBe(16_384)
    expect(length).toBeLessThanOrEqual(16_384)
    expect(length).toBeGreaterThan(16_000)
    expect(story.replies[3]).toEqual(['repl-backlog-size', '16384'])
  })

  it('in the file it is shown as it stands there; the backlog holds a block all the same', () => {
    const test = cluster({ replicas: 1, conf: { 'repl-backlog-size': 1 } })
      .client('c1', 'r1', { everyMs: 1 })
      .at(5000)
      .type('r1', 'INFO')
    const [size, length] = backlog(test.run().replies[0])
    expect(size).toBe(1)
    expect(length).toBeGreaterThan(16_000)
  })
})

describe('R6: the order of admission', () => {
  it('a replica says READONLY, not NOREPLICAS', () => {
    expect(cluster({ replicas: 1, conf: { 'min-replicas-to-write': 2 } }).client('c1', 'r2', null)).toTell(`
      at 3000 type c1 "SET k v"
      ----
      3.0000–3.0002     c1> SET k v: (error) READONLY You can't write against a read only replica.
    `)
  })

  it('a primary with a closed gate refuses before it looks at the key', () => {
    expect(cluster({ replicas: 1 }).client('c1', 'r1', null)).toTell(`
      at 3000 type c1 "SET k v"
      at 3010 type c1 "INCR k"
      at 3020 type c1 "CONFIG SET min-replicas-to-write 2"
      at 3030 type c1 "INCR k"
      ----
      3.0000–3.0002     c1> SET k v: "OK"
      3.0100–3.0102     c1> INCR k: (error) ERR value is not an integer or out of range
      3.0200–3.0202     c1> CONFIG SET min-replicas-to-write 2: "OK"
      3.0300–3.0302     c1> INCR k: (error) NOREPLICAS Not enough good replicas to write.
    `)
  })

  it('a paused primary with a closed gate refuses at once, instead of parking', () => {
    expect(gated).toTell(`
      at 2000 type c1 "CONFIG SET min-replicas-to-write 0"
      at 2010 pause r2
      at 2020 type c1 "SET a 1"
      at 2030 type r1 "FAILOVER"
      at 2040 type r1 "CONFIG SET min-replicas-to-write 2"
      at 3000 type c1 "SET k v"
      ----
      2.0000–2.0002     c1> CONFIG SET min-replicas-to-write 0: "OK"
      2.0200–2.0202     c1> SET a 1: "OK"
      2.0300–2.0300     r1> FAILOVER: "OK"
      2.0400–2.0400     r1> CONFIG SET min-replicas-to-write 2: "OK"
      3.0000–3.0002     c1> SET k v: (error) NOREPLICAS Not enough good replicas to write.
    `)
  })
})

describe('CONFIG', () => {
  it('GET reads what SET has set', () => {
    expect(primary).toTell(`
      at 3000 type c1 "CONFIG GET min-replicas-max-lag"
      at 3010 type c1 "CONFIG SET min-replicas-max-lag 3"
      at 3020 type c1 "CONFIG GET min-replicas-max-lag"
      ----
      3.0000–3.0002     c1> CONFIG GET min-replicas-max-lag: ["min-replicas-max-lag","10"]
      3.0100–3.0102     c1> CONFIG SET min-replicas-max-lag 3: "OK"
      3.0200–3.0202     c1> CONFIG GET min-replicas-max-lag: ["min-replicas-max-lag","3"]
    `)
  })

  it('SET is forgotten by a restart, REWRITE remembers it (R77)', () => {
    expect(primary).toTell(`
      at 3000 type c1 "CONFIG SET repl-timeout 7"
      at 4000 kill r1
      at 4500 start r1
      at 6000 type r1 "CONFIG GET repl-timeout"
      ----
      3.0000–3.0002     c1> CONFIG SET repl-timeout 7: "OK"
      6.0000–6.0000     r1> CONFIG GET repl-timeout: ["repl-timeout","60"]
    `)
    expect(primary).toTell(`
      at 3000 type c1 "CONFIG SET repl-timeout 7"
      at 3010 type c1 "CONFIG REWRITE"
      at 4000 kill r1
      at 4500 start r1
      at 6000 type r1 "CONFIG GET repl-timeout"
      ----
      3.0000–3.0002     c1> CONFIG SET repl-timeout 7: "OK"
      3.0100–3.0102     c1> CONFIG REWRITE: "OK"
      6.0000–6.0000     r1> CONFIG GET repl-timeout: ["repl-timeout","7"]
    `)
  })

  it('REWRITE saves the role as well', () => {
    expect(replica).toTell(`
      at 3000 type c1 "REPLICAOF NO ONE"
      at 3010 type c1 "CONFIG REWRITE"
      at 4000 kill r2
      at 4500 start r2
      show is up
      ----
      3.0000–3.0002     c1> REPLICAOF NO ONE: "OK"
      3.0100–3.0102     c1> CONFIG REWRITE: "OK"
      4.5000            r2 is up as a primary, loaded snapshot 0: 0 writes, 4a394d:51007 (before 51008: 098dde)
    `)
  })
})
