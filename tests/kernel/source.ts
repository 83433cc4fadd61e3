import type { MysqlConf } from '@/lib/sim/kinds/mysql/conf'
import { parseScenario } from '@/lib/sim/scenario/parse'
import { Cluster } from './cluster'

export interface SourceShape {
  /** Replicas `m2`, `m3`, … of the source `m1`, all semi-synchronous. */
  readonly replicas?: number
  /** Settings of the source, which is semi-synchronous. */
  readonly conf?: Partial<MysqlConf>
  /** Settings of all replicas. */
  readonly replicaConf?: Partial<MysqlConf>
}

/** A source of MySQL with replicas, running for 20 s; somebody at each of them: `c1` and `c2` at `m1`, `d2` at `m2`, `d3` at `m3`, … */
export function source({ replicas = 1, conf = {}, replicaConf = {} }: SourceShape = {}): Cluster {
  const hosts: Record<string, object> = { m1: { mysql: { conf: { rpl_semi_sync_source_enabled: 'ON', ...conf } } } }
  for (let number = 2; number < replicas + 2; number += 1) {
    hosts[`m${number}`] = { mysql: { replicaOf: 'm1', conf: { rpl_semi_sync_replica_enabled: 'ON', ...replicaConf } } }
    hosts[`d${number}`] = { client: { connect: `m${number}` } }
  }
  hosts.c1 = { client: { connect: 'm1' } }
  hosts.c2 = { client: { connect: 'm1' } }
  return new Cluster(parseScenario({ version: 1, name: 'test', seed: 1, durationMs: 20_000, hosts }))
}
