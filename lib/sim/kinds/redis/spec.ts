import type { RedisConf } from './conf'

/** What a host says of its server. */
export interface RedisSpec {
  /** Host of the primary it follows at the start; absent on a primary. */
  readonly replicaOf?: string
  readonly conf: Partial<RedisConf>
}
