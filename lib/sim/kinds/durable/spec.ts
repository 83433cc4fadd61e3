import type { RedisSpec } from '../redis/spec'
import type { Version } from '../redis/versions'

/** What a scenario says of a server of which it asks what its disk has. */
export interface DurableSpec extends RedisSpec {
  readonly version: Version
}
