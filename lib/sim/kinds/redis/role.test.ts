import { describe, expect, it } from 'vitest'
import { cluster } from '@/tests/kernel/cluster'
import type { Story } from '@/tests/kernel/story'
import '@/tests/kernel/tale'
import { wiretap } from '@/tests/kernel/wiretap'

const disconnects = (story: Story) =>
  story.all('disconnect').map(({ host: client, server, reason }) => `${client} ${server} ${reason}`)

describe('R43: a replica', () => {
  it('refuses writes and executes none', () => {
    const story = cluster({ replicas: 1 }).client('c1', 'r2', { untilMs: 1000 }).until(2000).run()
    expect(new Set(story.all('answer').map(({ error }) => error))).toEqual(new Set(['READONLY']))
    expect(story.all('execute')).toEqual([])
  })

  it('serves reads', () => {
    expect(cluster({ replicas: 1 }).client('c1', 'r1', null).client('c2', 'r2', null)).toTell(`
      at 100 type c1 "SET k v"
      at 200 type c2 "GET k"
      ----
      0.1000–0.1002     c1> SET k v: "OK"
      0.2000–0.2002     c2> GET k: "v"
    `)
  })
})

describe('R45: REPLICAOF by hand', () => {
  it('primary to replica: who is blocked hears UNBLOCKED and is closed, others keep their connections', () => {
    expect(cluster({ replicas: 2 }).client('c1', 'r1', null).client('idle', 'r1', null)).toTell(`
      # c1 blocks because r2 is frozen; then r1 is told to follow r3.
      at 1000 pause r2
      at 2000 type c1 "SET k v"
      at 2001 type c1 "WAIT 2 60000"
      at 2500 type r3 "REPLICAOF NO ONE"
      at 3000 type r1 "REPLICAOF r3 6379"
      at 3100 type idle "SET k v"
      until 4000
      show c1 loses, idle loses
      ----
      2.0000–2.0002     c1> SET k v: "OK"
      2.0010–3.0001     c1> WAIT 2 60000: (error) UNBLOCKED force unblock from blocking operation, instance state changed (master -> replica?)
      2.5000–2.5000     r3> REPLICAOF NO ONE: "OK"
      3.0000–3.0000     r1> REPLICAOF r3 6379: "OK"
      3.0001            c1 loses r1 (closed)
      3.1000–3.1002     idle> SET k v: (error) READONLY You can't write against a read only replica.
    `)
  })

  it('replica to primary: only its sub-replicas are dropped', () => {
    expect(cluster({ replicas: 1 }).server('r3', { replicaOf: 'r2' }).client('c1', 'r2', null)).toTell(`
      at 1000 type r2 "REPLICAOF NO ONE"
      at 1100 type c1 "SET k v"
      until 2000
      show c1 loses, loses its replica
      ----
      1.0000–1.0000     r2> REPLICAOF NO ONE: "OK"
      1.0000            r2 loses its replica r3 (reset)
      1.0001            r1 loses its replica r2 (closed)
      1.1000–1.1002     c1> SET k v: "OK"
    `)
  })

  it('to the primary it follows already changes nothing', () => {
    const story = cluster({ replicas: 1 }).at(1000).type('r2', 'REPLICAOF r1 6379').until(3000).run()
    expect(story.all('role')).toEqual([])
    expect(story.all('link-lost')).toEqual([])
  })
})

describe('R46: reconfiguration by a sentinel', () => {
  const switched = cluster({ replicas: 2, sentinels: 3 })
    .client('c2', 'r2', null)
    .client('c3', 'r3', null)
    .server('r4', { replicaOf: 'r3' })
    .server('r3', { conf: { 'replica-priority': 0 } })
    .at(3000)
    .type('s1', 'SENTINEL FAILOVER m')
    .until(11_000)

  it('closes every client of the promoted and of the moved server, but no replication link', () => {
    const story = switched.run()
    expect(story.first('role', { host: 'r2' })).toMatchObject({ role: 'primary', orderedBy: 'sentinel', sentinel: 's1' })
    expect(story.first('role', { host: 'r3' })).toMatchObject({ role: 'replica', of: 'r2', orderedBy: 'sentinel' })
    expect(disconnects(story)).toEqual(['c2 r2 closed', 'c3 r3 closed'])
    const moved = story.first('role', { host: 'r3' })
    // r4 is dropped only when the history of its primary changes (R32, R42).
    const load = story.first('load', { host: 'r3' })
    expect(story.all('replica-lost', { host: 'r3', replica: 'r4' }).map(({ at }) => at)).toEqual([load.at])
    expect(load.at).toBeGreaterThan(moved.at)
    expect(story.first('link-lost', { host: 'r4' }).at).toBeGreaterThan(load.at)
  })

  it('closes the other sentinels’ links too, and the subscription of the one that ordered it', () => {
    const promotion = switched.run().first('role', { host: 'r2' })
    const reconnects = wiretap(switched)
      .filter(({ what, to, at }) => what === 'connect' && to === 'r2.redis' && at > promotion.at && at < promotion.at + 150_000)
      .map(({ from }) => from)
      .filter((from) => from.endsWith('.sentinel'))
    const count = (sentinel: string) => reconnects.filter((from) => from === sentinel).length
    expect([count('s1.sentinel'), count('s2.sentinel'), count('s3.sentinel')]).toEqual([1, 2, 2])
  })

  it('is what CLIENT KILL TYPE does by hand: normal clients, or subscribers, but never who typed it or a replica', () => {
    const typed = cluster({ replicas: 1, sentinels: 3 })
      .client('c1', 'r1', null)
      .client('c2', 'r1', null)
      .at(3000)
      .type('c1', 'CLIENT KILL TYPE normal')
      .at(4000)
      .type('c1', 'client kill type PUBSUB')
      .until(6000)
      .run()
    // c2 and the commands of three sentinels; then their three subscriptions.
    expect(typed.replies).toEqual([4, 3])
    expect(disconnects(typed)).toEqual(['c2 r1 closed'])
    expect(typed.all('replica-lost')).toEqual([])
    expect(typed.all('connect', { host: 'c2' })).toHaveLength(1)
  })

  it('cuts off who is blocked in WAIT without a word: no UNBLOCKED, no count', () => {
    const returned = cluster({ replicas: 2, sentinels: 3, sentinelConf: { 'down-after-milliseconds': 2000 } })
      .client('c1', 'r1', null)
      .at(3000)
      .partition(['r1', 'c1'], ['r2', 'r3', 's1', 's2', 's3'])
      .at(12_000)
      .heal()
      .at(13_900)
      .type('c1', 'SET k v')
      .at(14_000)
      .type('c1', 'WAIT 2 0')
      .until(30_000)
      .run()
    const demotion = returned.first('role', { host: 'r1' })
    expect(demotion.orderedBy).toBe('sentinel')
    expect(returned.first('disconnect', { host: 'c1' })).toMatchObject({ at: demotion.at + 100, reason: 'closed' })
    expect(returned.all('reply', { on: 'c1' }).map(({ reply }) => reply)).toEqual(['OK'])
  })
})

describe('R47: the promotion of a replica whose primary lives', () => {
  it('is seen by that primary one latency later, and counted at once', () => {
    const story = cluster({ replicas: 1, conf: { 'min-replicas-to-write': 1 }, latencyMs: 7 })
      .at(3000)
      .type('r2', 'REPLICAOF NO ONE')
      .until(5000)
      .run()
    const promotion = story.first('role', { host: 'r2' })
    expect(story.first('replica-lost', { host: 'r1' })).toMatchObject({ at: promotion.at + 7000, reason: 'closed' })
    expect(story.first('gate', { host: 'r1', open: false })).toMatchObject({ at: promotion.at + 7000, good: 0 })
  })
})
