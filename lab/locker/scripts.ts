// What the algorithms send, as their sources have it; the package `redlock` brings its own.

/** Releases what is one's own (L2). */
export const RELEASE = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) else return 0 end"

const IS_FREE = "(redis.call('exists', KEYS[1]) == 0) or (redis.call('hexists', KEYS[1], ARGV[2]) == 1)"
const TAKE = "redis.call('hincrby', KEYS[1], ARGV[2], 1); redis.call('pexpire', KEYS[1], ARGV[1]);"

/** Redisson's lock (L6). */
export const LOCK = `if (${IS_FREE}) then ${TAKE} return nil; end; return redis.call('pttl', KEYS[1]);`

/** The fenced one (L24). */
export const FENCED = `if (${IS_FREE}) then ${TAKE} local token = redis.call('incr', KEYS[2]); return {-1, token}; end; return {redis.call('pttl', KEYS[1]), -1};`

/** Redisson's unlock, without the latch that lets it be repeated (L7). */
export const UNLOCK = `if (redis.call('hexists', KEYS[1], ARGV[2]) == 0) then return nil; end;
local counter = redis.call('hincrby', KEYS[1], ARGV[2], -1);
if (counter > 0) then redis.call('pexpire', KEYS[1], ARGV[1]); return 0; end;
redis.call('del', KEYS[1]); redis.call('publish', KEYS[2], '0'); return 1;`

/** The watchdog's renewal (L17). */
export const RENEW =
  "if (redis.call('hexists', KEYS[1], ARGV[2]) == 1) then redis.call('pexpire', KEYS[1], ARGV[1]); return 1; end; return 0;"

/** On which an unlock is told of (L7). */
export function channelOf(name: string): string {
  return `redisson_lock__channel:{${name}}`
}
