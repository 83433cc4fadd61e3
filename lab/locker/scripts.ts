// What the algorithms send, as their sources have it; the package `redlock` brings its own.

/** Releases what is one's own (L2). */
export const RELEASE = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) else return 0 end"

const IS_FREE = "(redis.call('exists', KEYS[1]) == 0) or (redis.call('hexists', KEYS[1], ARGV[2]) == 1)"
const TAKE = "redis.call('hincrby', KEYS[1], ARGV[2], 1); redis.call('pexpire', KEYS[1], ARGV[1]);"

/** Redisson's lock (L6). */
export const LOCK = `if (${IS_FREE}) then ${TAKE} return nil; end; return redis.call('pttl', KEYS[1]);`

/** The fenced one (L24). */
export const FENCED = `if (${IS_FREE}) then ${TAKE} local token = redis.call('incr', KEYS[2]); return {-1, token}; end; return {redis.call('pttl', KEYS[1]), -1};`

/** Redisson's unlock up to 3.23.5 (L7). */
export const UNLOCK = `if (redis.call('hexists', KEYS[1], ARGV[2]) == 0) then return nil; end;
local counter = redis.call('hincrby', KEYS[1], ARGV[2], -1);
if (counter > 0) then redis.call('pexpire', KEYS[1], ARGV[1]); return 0; end;
redis.call('del', KEYS[1]); redis.call('publish', KEYS[2], '0'); return 1;`

/** The same with the latch that lets it be repeated: what it holds is answered (L7). */
export const LATCHED_UNLOCK = `local val = redis.call('get', KEYS[3]); if val ~= false then return tonumber(val); end;
if (redis.call('hexists', KEYS[1], ARGV[2]) == 0) then return nil; end;
local counter = redis.call('hincrby', KEYS[1], ARGV[2], -1);
if (counter > 0) then redis.call('pexpire', KEYS[1], ARGV[1]); redis.call('set', KEYS[3], 0, 'px', ARGV[3]); return 0; end;
redis.call('del', KEYS[1]); redis.call('publish', KEYS[2], '0'); redis.call('set', KEYS[3], 1, 'px', ARGV[3]); return 1;`

/** The watchdog's renewal (L17). */
export const RENEW =
  "if (redis.call('hexists', KEYS[1], ARGV[2]) == 1) then redis.call('pexpire', KEYS[1], ARGV[1]); return 1; end; return 0;"

/** On which an unlock is told of (L5). */
export function channelOf(name: string): string {
  return `redisson_lock__channel:{${name}}`
}
