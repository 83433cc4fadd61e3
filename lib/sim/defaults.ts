import { defaultsOf } from './kinds/directive'
import { REDIS_DIRECTIVES, type RedisConf } from './kinds/redis/conf'
import { SENTINEL_DIRECTIVES, type SentinelConf } from './kinds/sentinel/conf'

/** What a `redis.conf` without the directive means. */
export const REDIS_DEFAULTS: RedisConf = defaultsOf(REDIS_DIRECTIVES)

/** What a `sentinel.conf` without the directive means. */
export const SENTINEL_DEFAULTS: SentinelConf = defaultsOf(SENTINEL_DIRECTIVES)

/** Hosts stand for addresses: every server listens here, every sentinel there. */
export const PORT = 6379
export const SENTINEL_PORT = 26_379

/** A smaller backlog than this becomes as large (`server.h:CONFIG_REPL_BACKLOG_MIN_SIZE`, R25). */
export const SMALLEST_BACKLOG = 16_384

/** One way between two hosts of one rack, milliseconds. */
export const DEFAULT_LATENCY_MS = 0.1
