// The conditions of "what a WAIT for all replicas confirmed survives every failover" (properties.ts): without each, it is lost.
import { expect, it } from 'vitest'
import { judge } from '@/lib/reading/verdict/verdict'
import { run } from '@/lib/sim/run'
import { parseScenario } from '@/lib/sim/scenario/parse'
import { fullyConfirmedSurvives } from './properties'

const sentinel = { monitor: 'r1', quorum: 1, conf: { 'down-after-milliseconds': 2000 } }

/** One write at 3 s, confirmed by both other servers, and lost; yet no breach of the property. */
function expectLostThoughConfirmed(hosts: object, actions: readonly object[]): void {
  const one = run(
    parseScenario({
      version: 1,
      name: 'exception',
      seed: 7,
      durationMs: 40_000,
      hosts: { ...hosts, s1: { sentinel }, c1: { client: { connect: 'r1' } } },
      workload: [
        {
          client: 'c1',
          command: 'SET w:{i} {i}',
          everyMs: 1000,
          fromMs: 3000,
          untilMs: 3500,
          wait: { replicas: 2, timeoutMs: 0 },
        },
      ],
      actions,
    }),
  )
  const verdict = judge(one)
  expect(verdict.writes).toMatchObject([{ fate: 'lost', waited: 2 }])
  expect(fullyConfirmedSurvives(one, verdict)).toBeNull()
}

it('a replica that reconnects counts twice until its old connection times out (R32)', () => {
  expectLostThoughConfirmed(
    {
      r1: { redis: {} },
      r2: { redis: { replicaOf: 'r1', conf: { 'repl-timeout': 2 } } },
      r3: { redis: { replicaOf: 'r1', conf: { 'replica-priority': 10, 'repl-timeout': 3600 } } },
    },
    [
      // r3 never gets the write; r2 gives its connection up during the second cut, which r1 does not notice.
      { atMs: 2000, partition: [['r1'], ['r3']] },
      { atMs: 4000, partition: [['r1'], ['r2']] },
      { atMs: 9000, heal: true },
      { atMs: 9000, partition: [['r1'], ['r3']] },
      { atMs: 20_000, kill: 'r1' },
    ],
  )
})

it('a primary that comes back empty wipes the replicas that had confirmed (R76)', () => {
  const conf = { save: '' }
  expectLostThoughConfirmed(
    { r1: { redis: { conf } }, r2: { redis: { replicaOf: 'r1', conf } }, r3: { redis: { replicaOf: 'r1', conf } } },
    [
      { atMs: 5000, kill: 'r1' },
      { atMs: 5500, start: 'r1' },
    ],
  )
})

it('a replica that comes back with nothing is promoted (R111)', () => {
  // Its disk holds the snapshot of its first sync, which is older than the write.
  const conf = { save: '', 'replica-priority': 10 }
  expectLostThoughConfirmed({ r1: { redis: {} }, r2: { redis: { replicaOf: 'r1' } }, r3: { redis: { replicaOf: 'r1', conf } } }, [
    { atMs: 5000, partition: [['r1'], ['r3']] },
    { atMs: 5500, kill: 'r3' },
    { atMs: 6000, start: 'r3' },
    { atMs: 8000, kill: 'r1' },
  ])
})
