import type { RedisConf, SentinelConf } from './scenario/scenario'

/** What a `redis.conf` without the directive means. */
export const REDIS_DEFAULTS: RedisConf = {
  'min-replicas-to-write': 0,
  'min-replicas-max-lag': 10,
  'replica-priority': 100,
  'repl-ping-replica-period': 10,
  'repl-timeout': 60,
  'repl-backlog-size': 1_048_576,
  'repl-backlog-ttl': 3600,
  'repl-diskless-sync': 'yes',
  'repl-diskless-sync-delay': 5,
  appendonly: 'no',
  save: '3600 1 300 100 60 10000',
}

/** What a `sentinel.conf` without the directive means (R83). */
export const SENTINEL_DEFAULTS: SentinelConf = {
  'down-after-milliseconds': 30_000,
  'failover-timeout': 180_000,
  'parallel-syncs': 1,
  'master-reboot-down-after-period': 0,
}

/** Hosts stand for addresses: every server listens here, every sentinel there. */
export const PORT = 6379
export const SENTINEL_PORT = 26_379

/** A smaller backlog than this becomes as large (`server.h:CONFIG_REPL_BACKLOG_MIN_SIZE`, R25). */
export const SMALLEST_BACKLOG = 16_384

/** One way between two hosts of one rack, milliseconds. */
export const DEFAULT_LATENCY_MS = 0.1
