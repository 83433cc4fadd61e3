import type { SentinelConf } from './conf'

/** What a host says of its sentinel. */
export interface SentinelSpec {
  /** Host of the primary that is monitored, under the name `m`. */
  readonly monitor: string
  readonly quorum: number
  readonly conf: Partial<SentinelConf>
}
