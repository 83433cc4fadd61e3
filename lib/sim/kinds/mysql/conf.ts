/** A variable that is a number, or one of some words, of which the first is the default. */
interface Count {
  readonly min: number
  readonly max: number
  readonly default: number
}
type Variable = Count | readonly [string, ...string[]]

const INT_MAX = 2_147_483_647
const OFF = ['OFF', 'ON'] as const
const ON = ['ON', 'OFF'] as const

/** The variables of MySQL that the kernel models, one a row. */
export const MYSQL_VARIABLES = {
  /** A source waits for replicas (Y18). */
  rpl_semi_sync_source_enabled: OFF,
  /** Milliseconds (Y13). */
  rpl_semi_sync_source_timeout: { min: 0, max: INT_MAX, default: 10_000 },
  /** Replicas that have to acknowledge (Y11). */
  rpl_semi_sync_source_wait_for_replica_count: { min: 1, max: 65_535, default: 1 },
  /** Before or behind the commit in the engine (Y3). */
  rpl_semi_sync_source_wait_point: ['AFTER_SYNC', 'AFTER_COMMIT'],
  /** OFF: also falls back when fewer replicas are connected than have to acknowledge (Y21). */
  rpl_semi_sync_source_wait_no_replica: ON,
  /** A replica acknowledges; looked at when its receiver starts (Y12). */
  rpl_semi_sync_replica_enabled: OFF,
  /** Seconds of silence after which a replica gives a link up; it asks for a heartbeat in half of it (Y26). */
  replica_net_timeout: { min: 1, max: INT_MAX, default: 60 },
  read_only: OFF,
  super_read_only: OFF,
} as const satisfies Readonly<Record<string, Variable>>

type Rows = typeof MYSQL_VARIABLES

export type MysqlVariable = keyof Rows
export type MysqlConf = {
  readonly [Name in MysqlVariable]: Rows[Name] extends Count ? number : Rows[Name] extends readonly (infer Word)[] ? Word : never
}
