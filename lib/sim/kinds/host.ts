import type { ClientSpec } from './client/spec'
import type { MysqlSpec } from './mysql/spec'
import type { RedisSpec } from './redis/spec'
import type { ResourceSpec } from './resource/spec'
import type { SentinelSpec } from './sentinel/spec'

/** What runs on one host: everything on it dies and is cut off together. */
export interface Host {
  readonly redis?: RedisSpec
  readonly sentinel?: SentinelSpec
  readonly mysql?: MysqlSpec
  readonly client?: ClientSpec
  readonly resource?: ResourceSpec
}

/** By their names. */
export type Hosts = Readonly<Record<string, Host>>
