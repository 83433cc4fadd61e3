import type { RedisConf } from './conf'
import type { Snapshot } from './messages'

/** What survives the death of a server: its files. */
export interface Disk {
  conf: RedisConf
  /** The `replicaof` of its configuration file. */
  replicaOf: string | null
  port: number
  rdb: Snapshot | null
  /** Numbers of the writes in its append-only file, as it was when the server last stopped writing it; null without one. */
  aof: readonly number[] | null
  /** How many of them an fsync has put on the disk; absent: all, or nobody asks. */
  onDisk?: number
}
