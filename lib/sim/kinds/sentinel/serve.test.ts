import { describe, expect, it } from 'vitest'
import type { Reply } from '@/lib/sim/journal'
import { type Cluster, type ClusterShape, cluster } from '@/tests/kernel/cluster'
import { expectRange, Runs } from '@/tests/kernel/spread'
import { seconds } from '@/tests/kernel/story'
import '@/tests/kernel/tale'

const T0 = 4000

const base = (shape: ClusterShape = {}) =>
  cluster({ replicas: 2, sentinels: 3, ...shape, sentinelConf: { 'down-after-milliseconds': 2000 } })

function reply(test: Cluster, command: string, atMs = T0): Reply | undefined {
  return test
    .at(atMs)
    .type('s1', command)
    .until(atMs + 1000)
    .run()
    .replies.at(-1)
}

describe('R164, R166: replies', () => {
  it('R164: the address of the primary; null for a name it does not know', () => {
    expect(base()).toTell(`
      at 4000 type s1 "SENTINEL GET-MASTER-ADDR-BY-NAME m"
      at 4010 type s1 "sentinel get-master-addr-by-name m"
      at 4020 type s1 "SENTINEL GET-MASTER-ADDR-BY-NAME other"
      ----
      4.0000–4.0000     s1> SENTINEL GET-MASTER-ADDR-BY-NAME m: ["r1","6379"]
      4.0100–4.0100     s1> sentinel get-master-addr-by-name m: ["r1","6379"]
      4.0200–4.0200     s1> SENTINEL GET-MASTER-ADDR-BY-NAME other: (nil)
    `)
  })

  it('R164: the new one from the promotion on', () => {
    expect(base()).toTell(`
      at 4000 kill r1
      at 9000 type s1 "SENTINEL GET-MASTER-ADDR-BY-NAME m"
      until 10000
      show is now a primary
      ----
      6.3163            r3 is now a primary, by s3; cb71c8:51641 (before 51642: 098dde)
      9.0000–9.0000     s1> SENTINEL GET-MASTER-ADDR-BY-NAME m: ["r3","6379"]
    `)
  })

  it('PING, and what is unknown', () => {
    expect(base()).toTell(`
      at 4000 type s1 "PING"
      at 4010 type s1 "SENTINEL FAILOVER other"
      at 4020 type s1 "GET k"
      ----
      4.0000–4.0000     s1> PING: "PONG"
      4.0100–4.0100     s1> SENTINEL FAILOVER other: (error) ERR No such master with that name
      4.0200–4.0200     s1> GET k: (error) ERR unknown command 'GET'
    `)
  })

  const NO_QUORUM = 'Not enough available Sentinels to reach the specified quorum for this master'
  const NO_MAJORITY = 'Not enough available Sentinels to reach the majority and authorize a failover'

  it.each([
    [[], 2, 'OK 3 usable Sentinels. Quorum and failover authorization can be reached'],
    [['s3'], 2, 'OK 2 usable Sentinels. Quorum and failover authorization can be reached'],
    [['s3'], 3, { error: `NOQUORUM 2 usable Sentinels. ${NO_QUORUM}` }],
    [['s2', 's3'], 1, { error: `NOQUORUM 1 usable Sentinels. ${NO_MAJORITY}` }],
    [['s2', 's3'], 2, { error: `NOQUORUM 1 usable Sentinels. ${NO_QUORUM}. ${NO_MAJORITY}` }],
  ])('R127, R166: CKQUORUM without %j, quorum %i', (dead, quorum, expected) => {
    const test = dead.reduce((more, sentinel) => more.at(500).kill(sentinel), base({ quorum }))
    expect(reply(test, 'SENTINEL CKQUORUM m', 6000)).toEqual(expected)
  })
})

describe('R125: SENTINEL FAILOVER', () => {
  const manual = base().client('c1', 'r1').at(T0).type('s1', 'SENTINEL FAILOVER m').until(22_000)

  it('starts without agreement and without votes, and still takes a new epoch', () => {
    const story = manual.run()
    expect(story.replies).toEqual(['OK'])
    expect(story.logs('+sdown', { kind: 'master' })).toEqual([])
    expect(story.logs('+odown')).toEqual([])
    expect(story.log('+try-failover')).toMatchObject({ host: 's1', epoch: 1, at: T0 * 1000 + 30 })
    expect(story.log('+elected-leader').at).toBeGreaterThan(T0 * 1000)
    const promoted = new Runs(manual.until(6000), 50).spread((run) => seconds(T0, run.first('role', { role: 'primary' })))
    expectRange(promoted, [0.1, 0.31], { mean: [0.15, 0.22], fill: 0.5 })
  })

  it('is not coordinated with the old primary, which goes on for 11.1 … 11.2 s (measured)', () => {
    const runs = new Runs(manual.until(16_000), 20)
    expectRange(
      runs.spread((story) => seconds(T0, story.first('role', { host: 'r1', role: 'replica' }))),
      [10.2, 11.4],
      { mean: [11, 11.25], fill: 0 },
    )
    const story = manual.run()
    expect(story.all('execute', { host: 'r1' }, T0).length).toBeGreaterThan(1000)
    expect(story.first('load', { host: 'r1' }).discarded).toBeGreaterThan(1000)
  })

  it('with min-replicas-to-write 1 it stops when its last replica is moved away: 1.15 s (measured)', () => {
    const gated = base({ conf: { 'min-replicas-to-write': 1 } })
      .at(T0)
      .type('s1', 'SENTINEL FAILOVER m')
      .until(6000)
    const stopped = new Runs(gated, 60).spread((story) => seconds(T0, story.first('gate', { host: 'r1', open: false }, T0)))
    expectRange(stopped, [0.2, 1.45], { mean: [1, 1.2], fill: 0.5 })
  })

  it('refuses while one is in progress, and without anybody to promote', () => {
    expect(base()).toTell(`
      at 3950 type s1 "SENTINEL FAILOVER m"
      at 4000 type s1 "SENTINEL FAILOVER m"
      ----
      3.9500–3.9500     s1> SENTINEL FAILOVER m: "OK"
      4.0000–4.0000     s1> SENTINEL FAILOVER m: (error) INPROG Failover already in progress
    `)
    expect(base({ replicas: 1 }).server('r2', { conf: { 'replica-priority': 0 } })).toTell(`
      at 4000 type s1 "SENTINEL FAILOVER m"
      ----
      4.0000–4.0000     s1> SENTINEL FAILOVER m: (error) NOGOODSLAVE No suitable replica to promote
    `)
  })
})
