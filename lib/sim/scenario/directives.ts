import { integer } from '../integer'
import { Field, ScenarioError } from './field'
import type { RedisConf, SentinelConf, YesNo } from './scenario'

/** Redis' own limit of most numeric directives. */
const INT_MAX = 2_147_483_647

/** The suffixes of sizes in `redis.conf`: with a `b` a power of 1024, without one a power of 1000. */
const SIZES: Readonly<Record<string, number>> = {
  '': 1,
  b: 1,
  k: 1000,
  kb: 1024,
  m: 1_000_000,
  mb: 1_048_576,
  g: 1_000_000_000,
  gb: 1_073_741_824,
}

/** Names before Redis 5.0 (R170). */
const ALIASES: Readonly<Record<string, string>> = {
  'min-slaves-to-write': 'min-replicas-to-write',
  'min-slaves-max-lag': 'min-replicas-max-lag',
  'slave-priority': 'replica-priority',
  'repl-ping-slave-period': 'repl-ping-replica-period',
}

type Readers<Conf> = { readonly [K in keyof Conf]: (field: Field) => Conf[K] }

const REDIS: Readers<RedisConf> = {
  'min-replicas-to-write': (field) => count(field, 0),
  'min-replicas-max-lag': (field) => count(field, 0),
  'replica-priority': (field) => count(field, 0),
  'repl-ping-replica-period': (field) => count(field, 1),
  'repl-timeout': (field) => count(field, 1),
  'repl-backlog-size': size,
  'repl-backlog-ttl': (field) => count(field, 0),
  'repl-diskless-sync': yesNo,
  'repl-diskless-sync-delay': (field) => count(field, 0),
  appendonly: yesNo,
  save,
}

const SENTINEL: Readers<SentinelConf> = {
  'down-after-milliseconds': (field) => count(field, 1),
  'failover-timeout': (field) => count(field, 1),
  'parallel-syncs': (field) => count(field, 1),
  'master-reboot-down-after-period': (field) => count(field, 0),
}

/** Directives of `redis.conf`; absent ones stay absent. */
export function readRedisConf(field: Field): Partial<RedisConf> {
  return readConf(field, REDIS)
}

/** `sentinel` directives; absent ones stay absent. */
export function readSentinelConf(field: Field): Partial<SentinelConf> {
  return readConf(field, SENTINEL)
}

/** The name of a directive of `redis.conf` since Redis 5.0, or null when it is not modelled. */
export function directiveName(name: string): keyof RedisConf | null {
  const current = rename(name.toLowerCase())
  return isKeyOf(REDIS, current) ? current : null
}

/** Why `CONFIG SET name value` would be refused, or null. */
export function directiveProblem(name: keyof RedisConf, value: string): string | null {
  try {
    REDIS[name](new Field(value, name))
    return null
  } catch (error) {
    if (error instanceof ScenarioError) return error.message
    throw error
  }
}

/** A value that a directive takes, as the kernel keeps it: sizes in bytes. */
export function directiveValue(name: keyof RedisConf, value: string): string {
  return String(REDIS[name](new Field(value, name)))
}

export const REDIS_DIRECTIVES: readonly string[] = Object.keys(REDIS)

function readConf<Conf extends object>(field: Field, readers: Readers<Conf>): Partial<Conf> {
  const conf: Partial<Conf> = {}
  if (!field.present) return conf
  for (const [key, member] of field.entries('an object of directives')) readDirective(conf, readers, key, member)
  return conf
}

function readDirective<Conf extends object>(conf: Partial<Conf>, readers: Readers<Conf>, key: string, field: Field): void {
  const name = rename(key)
  if (!isKeyOf(readers, name)) field.fail(`not modelled; the directives that are: ${Object.keys(readers).join(', ')}`)
  if (Object.hasOwn(conf, name)) field.fail(`${name} is said twice, under its old name and its new one`)
  conf[name] = readers[name](field)
}

function rename(name: string): string {
  return (Object.hasOwn(ALIASES, name) ? ALIASES[name] : undefined) ?? name
}

function isKeyOf<T extends object>(table: T, key: string): key is Extract<keyof T, string> {
  return Object.hasOwn(table, key)
}

/** A number, or its digits as they stand in a file. */
function count(field: Field, min: number): number {
  const { value } = field
  const read = typeof value === 'string' ? integer(value) : null
  const number = read === null ? value : Number(read)
  if (typeof number === 'number' && Number.isInteger(number) && number >= min && number <= INT_MAX) return number + 0
  return field.expect(`a whole number from ${min} to ${INT_MAX}`)
}

function size(field: Field): number {
  const { value } = field
  const written = typeof value === 'string' ? /^(\d{1,12})([a-z]*)$/i.exec(value) : null
  const unit = written === null ? undefined : SIZES[(written[2] ?? '').toLowerCase()]
  const bytes = written !== null && unit !== undefined ? Number(written[1]) * unit : value
  if (typeof bytes === 'number' && Number.isSafeInteger(bytes) && bytes >= 1) return bytes
  return field.expect('a size in bytes, or one such as "1mb"')
}

function yesNo(field: Field): YesNo {
  const { value } = field
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  const word = typeof value === 'string' ? value.toLowerCase() : null
  if (word === 'yes' || word === 'no') return word
  return field.expect('yes or no')
}

/** `""` and `"\"\""`, as `redis.conf` writes it, both switch snapshots off. */
function save(field: Field): string {
  const what = 'pairs of seconds and changes such as "3600 1 300 100", or ""'
  const text = field.text(what).trim()
  if (text === '' || text === '""') return ''
  const words = text.split(/\s+/)
  if (words.length % 2 !== 0 || !words.every((word) => /^\d{1,9}$/.test(word))) field.expect(what)
  if (words.some((word, index) => index % 2 === 0 && Number(word) < 1)) field.expect(what)
  return words.map(Number).join(' ')
}
