import { describe, expect, it } from 'vitest'
import type { Reply } from '@/lib/sim/journal'
import { type Cluster, cluster } from '@/tests/kernel/cluster'

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
    expect(replies(primary, 'PING', 'SET k v', 'GET k', 'INCR n', 'SADD s a b', 'RPUSH l x', 'WAIT 1 0')).toEqual([
      'PONG',
      'OK',
      'v',
      1,
      2,
      1,
      1,
    ])
  })
})

describe('R6: the order of admission', () => {
  it('a replica says READONLY, not NOREPLICAS', () => {
    const test = cluster({ replicas: 1, conf: { 'min-replicas-to-write': 2 } }).client('c1', 'r2', null)
    expect(replies(test, 'SET k v')).toEqual([{ error: expect.stringMatching(/^READONLY/) }])
  })

  it('a primary with a closed gate refuses before it looks at the key', () => {
    expect(replies(gated, 'INCR k')).toEqual([{ error: expect.stringMatching(/^NOREPLICAS/) }])
  })

  it('a paused primary with a closed gate refuses at once, instead of parking', () => {
    const paused = gated
      .at(2000)
      .type('c1', 'CONFIG SET min-replicas-to-write 0')
      .at(2010)
      .pause('r2')
      .at(2020)
      .type('c1', 'SET a 1')
    const story = paused
      .at(2030)
      .type('r1', 'FAILOVER')
      .at(2040)
      .type('r1', 'CONFIG SET min-replicas-to-write 2')
      .at(3000)
      .type('c1', 'SET k v')
      .run()
    expect(story.all('reply', { command: 'SET k v' }).map(({ reply }) => reply)).toEqual([
      { error: expect.stringMatching(/^NOREPLICAS/) },
    ])
  })
})

describe('CONFIG', () => {
  it('GET reads what SET has set', () => {
    expect(
      replies(primary, 'CONFIG GET min-replicas-max-lag', 'CONFIG SET min-replicas-max-lag 3', 'CONFIG GET min-replicas-max-lag'),
    ).toEqual([['min-replicas-max-lag', '10'], 'OK', ['min-replicas-max-lag', '3']])
  })

  it('SET is forgotten by a restart, REWRITE remembers it (R77)', () => {
    const afterRestart = (...commands: readonly string[]) => {
      const set = commands.reduce((test, command, index) => test.at(3000 + index * 10).type('c1', command), primary)
      return set.at(4000).kill('r1').at(4500).start('r1').at(6000).type('r1', 'CONFIG GET repl-timeout').run().replies.at(-1)
    }
    expect(afterRestart('CONFIG SET repl-timeout 7')).toEqual(['repl-timeout', '60'])
    expect(afterRestart('CONFIG SET repl-timeout 7', 'CONFIG REWRITE')).toEqual(['repl-timeout', '7'])
  })

  it('REWRITE saves the role as well', () => {
    const story = cluster({ replicas: 1 })
      .client('c1', 'r2', null)
      .at(3000)
      .type('c1', 'REPLICAOF NO ONE')
      .at(3010)
      .type('c1', 'CONFIG REWRITE')
      .at(4000)
      .kill('r2')
      .at(4500)
      .start('r2')
      .run()
    expect(story.first('boot')).toMatchObject({ server: 'r2', role: 'primary', of: null })
  })
})
