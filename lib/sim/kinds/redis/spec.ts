import type { ClockStep } from '../lock/clock'
import type { RedisConf } from './conf'

/** What a host says of its server. */
export interface RedisSpec {
  /** Host of the primary it follows at the start; absent on a primary. */
  readonly replicaOf?: string
  readonly conf: Partial<RedisConf>
  /** Of its wall clock, in order; only where nothing but locks goes by that. */
  readonly clockSteps?: readonly ClockStep[]
}
