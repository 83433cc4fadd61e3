import { parseScenario } from '@/lib/sim/scenario/parse'
import type { Scenario } from '@/lib/sim/scenario/scenario'

/** 30 s of a MySQL source with two replicas, 50 commits a second: semi-synchronous, cut off and fallen back from 8 s on, healed after 18 s. */
export function semisync(): Scenario {
  const conf = {
    rpl_semi_sync_source_enabled: 'ON',
    rpl_semi_sync_source_timeout: 1000,
    rpl_semi_sync_replica_enabled: 'ON',
  }
  return parseScenario({
    version: 1,
    name: 'semisync',
    seed: 7,
    durationMs: 30_000,
    hosts: {
      m1: { mysql: { conf } },
      m2: { mysql: { replicaOf: 'm1', conf } },
      m3: { mysql: { replicaOf: 'm1', conf } },
      c1: { client: { connect: 'm1' } },
    },
    workload: [{ client: 'c1', command: 'INSERT INTO t VALUES ({i})', everyMs: 20, fromMs: 0, untilMs: 30_000 }],
    actions: [
      {
        atMs: 8000,
        partition: [
          ['m1', 'c1'],
          ['m2', 'm3'],
        ],
      },
      { atMs: 18_000, heal: true },
    ],
  })
}
