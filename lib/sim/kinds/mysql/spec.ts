import type { MysqlConf } from './conf'

/** What a host says of its server. */
export interface MysqlSpec {
  /** Host of the source it follows at the start, with auto-position; absent on a source. */
  readonly replicaOf?: string
  /** Its configuration file. A replica is `super_read_only` unless that says otherwise, as operators keep one. */
  readonly conf: Partial<MysqlConf>
}
