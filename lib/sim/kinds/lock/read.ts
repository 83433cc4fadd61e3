import { Field } from '../../scenario/field'
import { readHostName } from '../../scenario/host-names'
import type { Hosts } from '../host'
import { REDLOCK_VERSIONS } from '../redlock/versions'
import { ALGORITHMS, type Algorithm, type LockConf, type LockSpec } from './spec'
import { versionNumber } from './version-number'

const HOUR_MS = 3_600_000
const MILLISECONDS = { min: 0, max: HOUR_MS, unit: 'milliseconds' }
const PERIOD = { min: 1, max: HOUR_MS, unit: 'milliseconds' }
const COUNT = { min: 0, max: 1000 }
const LONGEST_NAME = 100

const KEYS = [
  'name',
  'algorithm',
  'version',
  'leaseMs',
  'holdMs',
  'everyMs',
  'fromMs',
  'pauseAfterMs',
  'writesTo',
  'writeEveryMs',
  'token',
  'conf',
] as const

/** What each algorithm can do. */
interface Ability {
  readonly servers: 'one' | 'several'
  /** Redisson's releases in which it stands; absent for what has no version, or one of another kind. */
  readonly since?: string
  readonly watchdog?: true
  readonly tokens?: true
  readonly conf: readonly (keyof LockConf)[]
}

const OF_REDISSON = ['timeout', 'retryAttempts', 'retryInterval'] as const
const OF_MULTI = [...OF_REDISSON, 'waitTime'] as const
const OF_RLOCK = [
  ...OF_REDISSON,
  'waitTime',
  'lockWatchdogTimeout',
  'checkLockSyncedSlaves',
  'slavesSyncTimeout',
  'scanInterval',
] as const

const ABILITIES: Readonly<Record<Algorithm, Ability>> = {
  'set-nx': { servers: 'one', conf: ['timeout', 'scanInterval'] },
  redisson: { servers: 'one', since: '3.0.0', watchdog: true, conf: OF_RLOCK },
  'redisson-fenced': { servers: 'one', since: '3.19.0', watchdog: true, tokens: true, conf: OF_RLOCK },
  'redisson-multi': { servers: 'several', since: '3.0.0', conf: OF_MULTI },
  'redisson-redlock': { servers: 'several', since: '3.0.0', conf: OF_MULTI },
  redlock: {
    servers: 'several',
    conf: ['driftFactor', 'retryCount', 'retryDelay', 'retryJitter', 'automaticExtensionThreshold', 'nodeTimeout'],
  },
}

const TOKENS = ['lockAndGetToken', 'getToken'] as const

/** The last release whose source the rules were read from. */
const LATEST_REDISSON = '4.7.0'

/** How each setting is read. */
const CONF: { readonly [K in keyof LockConf]-?: (field: Field) => NonNullable<LockConf[K]> } = {
  lockWatchdogTimeout: (field) => field.whole({ ...PERIOD, min: 3 }),
  checkLockSyncedSlaves: (field) => field.yes(),
  slavesSyncTimeout: (field) => field.whole(PERIOD),
  timeout: (field) => field.whole(PERIOD),
  retryAttempts: (field) => field.whole(COUNT),
  retryInterval: (field) => field.whole(MILLISECONDS),
  scanInterval: (field) => field.whole({ ...PERIOD, min: 10 }),
  waitTime: (field) => field.whole(MILLISECONDS),
  driftFactor: (field) => field.number({ min: 0, max: 1 }),
  retryCount: (field) => field.whole(COUNT),
  retryDelay: (field) => field.whole(MILLISECONDS),
  retryJitter: (field) => field.whole(MILLISECONDS),
  automaticExtensionThreshold: (field) => field.whole(PERIOD),
  nodeTimeout: (field) => field.whole(PERIOD),
}

export function readLock(field: Field): LockSpec {
  const members = field.members(KEYS)
  const { name, version, leaseMs, holdMs, everyMs, fromMs, pauseAfterMs, writesTo, writeEveryMs, token, conf } = members
  const algorithm = readChoice(members.algorithm, ALGORITHMS)
  const ability = ABILITIES[algorithm]
  const lease = leaseMs.value === null ? null : leaseMs.number(PERIOD)
  if (lease === null && ability.watchdog === undefined) leaseMs.fail(`${algorithm} has no watchdog; expected milliseconds`)
  if (token.present && ability.tokens === undefined) token.fail(`${algorithm} gives no tokens; redisson-fenced does`)
  return {
    name: name.words('the name of a lock', LONGEST_NAME),
    algorithm,
    ...(algorithm === 'set-nx' ? none(version, algorithm) : { version: readVersion(version, algorithm, ability) }),
    leaseMs: lease,
    holdMs: holdMs.value === null ? null : holdMs.number(MILLISECONDS),
    everyMs: everyMs.number(PERIOD),
    ...(fromMs.present && { fromMs: fromMs.number(MILLISECONDS) }),
    ...(pauseAfterMs.present && { pauseAfterMs: pauseAfterMs.number(MILLISECONDS) }),
    ...(writesTo.present && { writesTo: writesTo.text('the name of a host') }),
    ...(writeEveryMs.present && { writeEveryMs: writeEveryMs.number(PERIOD) }),
    ...(token.present && { token: readChoice(token, TOKENS) }),
    ...(conf.present && { conf: readConf(conf, algorithm, ability) }),
  }
}

function none(version: Field, algorithm: Algorithm): object {
  if (version.present) version.fail(`${algorithm} is no library; expected no version`)
  return {}
}

function readChoice<T extends string>(field: Field, choices: readonly T[]): T {
  const choice = choices.find((one) => one === field.value)
  return choice ?? field.expect(`one of ${choices.join(', ')}`)
}

/** Redisson's releases are modelled by the tables of `versions.ts`, those of `redlock` one by one. */
function readVersion(field: Field, algorithm: Algorithm, { since }: Ability): string {
  if (since === undefined) return readChoice(field, REDLOCK_VERSIONS)
  const expected = `a version of Redisson from ${since} to ${LATEST_REDISSON}, such as "3.17.5"`
  const text = field.text(expected)
  if (!/^\d{1,2}\.\d{1,3}\.\d{1,3}$/.test(text)) field.expect(expected)
  const number = versionNumber(text)
  if (number < versionNumber(since) || number > versionNumber(LATEST_REDISSON))
    field.fail(`${algorithm} of ${text} is not modelled; expected ${expected}`)
  return text
}

function readConf(field: Field, algorithm: Algorithm, { conf }: Ability): LockConf {
  const members = field.members(Object.keys(CONF) as readonly (keyof LockConf)[])
  const settings: Record<string, number | boolean> = {}
  for (const [name, member] of Object.entries(members) as [keyof LockConf, Field][]) {
    if (!member.present) continue
    if (!conf.includes(name)) member.fail(`${algorithm} has no such setting; it has ${conf.join(', ')}`)
    settings[name] = CONF[name](member)
  }
  return settings
}

/** What a lock client connects to, by its algorithm: one server, or several. */
export function readServers(field: Field, { algorithm }: LockSpec): string | readonly string[] {
  if (ABILITIES[algorithm].servers === 'one') {
    if (Array.isArray(field.value)) field.fail(`${algorithm} takes its lock on one server; expected a host, or "sentinel"`)
    return field.text('the name of a host, or "sentinel"')
  }
  if (!Array.isArray(field.value)) field.expect(`a list of servers, on which ${algorithm} takes its lock`)
  const names = field.items('a list of servers').map((item) => item.text('the name of a host'))
  if (names.length === 0) field.expect('a server to ask')
  return names
}

/** Each server is there, stands for itself, and is named once; the resource that is written to exists and gets what it looks at. */
export function checkLock(name: string, hosts: Hosts): void {
  const client = hosts[name]?.client
  const path = `hosts.${name}.client`
  if (client?.lock === undefined) return
  const { connect, lock } = client
  if (typeof connect === 'object') checkServers(connect, `${path}.connect`, hosts)
  if (lock.writesTo === undefined) return
  const written = new Field(lock.writesTo, `${path}.lock.writesTo`)
  readHostName(written, hosts, 'resource')
  if (hosts[lock.writesTo]?.resource?.fencing === true && ABILITIES[lock.algorithm].tokens === undefined)
    written.fail(`${lock.writesTo} looks at tokens, and ${lock.algorithm} gives none; expected redisson-fenced or fencing: false`)
}

function checkServers(connect: readonly string[], path: string, hosts: Hosts): void {
  const seen = new Set<string>()
  for (const [index, server] of connect.entries()) {
    const item = new Field(server, `${path}[${index}]`)
    readHostName(item, hosts, 'redis')
    if (hosts[server]?.redis?.replicaOf !== undefined) item.fail(`${server} is a replica; expected independent primaries`)
    if (seen.has(server)) item.fail(`${server} is named twice`)
    seen.add(server)
  }
}
