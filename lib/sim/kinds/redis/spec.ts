import type { RedisConf } from './conf'

/** What a host says of its server. */
export interface RedisSpec {
  /** Host of the primary it follows at the start; absent on a primary. */
  readonly replicaOf?: string
  readonly conf: Partial<RedisConf>
  /** Of its wall clock, in order; only where nothing but locks goes by that. */
  readonly clockSteps?: readonly ClockStep[]
}

/** Of a server's wall clock, milliseconds. */
export interface ClockStep {
  readonly atMs: number
  /** Forwards, or backwards where it is negative. */
  readonly byMs: number
}
