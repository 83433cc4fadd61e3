import { isSettingId, SETTINGS, type SettingId } from '@/lib/settings/settings'
import { PORT, REDIS_DEFAULTS, SENTINEL_DEFAULTS } from '@/lib/sim/defaults'
import type { Directives } from '@/lib/sim/kinds/directive'
import { REDIS_DIRECTIVES, type RedisConf } from '@/lib/sim/kinds/redis/conf'
import { SENTINEL_DIRECTIVES } from '@/lib/sim/kinds/sentinel/conf'
import { writtenConf } from '@/lib/sim/scenario/directives'
import { primaryOf, replicasOf, sentinelsOf, serversOf } from '@/lib/sim/scenario/edit'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import { wrap } from './wrap'

export type ConfFile = 'redis.conf' | 'sentinel.conf'

/** Directives that a comment of their own explains. */
type Explained<Rows extends Directives> = {
  [Name in keyof Rows]: Rows[Name] extends { readonly comment: null } ? never : Name
}[keyof Rows]

/** What a comment explains, directives by their name; the words stand in the catalogues. */
export type ConfComment =
  | Explained<typeof REDIS_DIRECTIVES>
  | Explained<typeof SENTINEL_DIRECTIVES>
  | 'defaults'
  | 'appendfsync'
  | 'aof'
  | 'snapshots'
  | 'no-persistence'
  | 'hostnames'
  | 'quorum'

/** One line of a configuration file. `setting`: the control that changes its last argument. */
export type ConfLine =
  | { readonly kind: 'comment'; readonly code: ConfComment }
  | { readonly kind: 'directive'; readonly name: string; readonly args: readonly string[]; readonly setting: SettingId | null }

/** Whose file a snippet shows: that of all servers or sentinels alike, or of one host. */
export type ConfScope = { readonly of: 'servers' | 'sentinels' } | { readonly of: 'host'; readonly host: string }

/** Under which the scenarios monitor their primary. */
const MASTER = 'm'

/**
 * The file of one host as the scenario has it: what the scenario says, and what the controls on the page change, even where
 * that is the default. The file of a host without the server or sentinel is empty.
 */
export function confLines(
  scenario: Scenario,
  host: string,
  file: ConfFile,
  controls: readonly SettingId[] = [],
): readonly ConfLine[] {
  return file === 'redis.conf' ? redisLines(scenario, host, controls) : sentinelLines(scenario, host, controls)
}

/** The host whose file tells most about a scenario: the primary, or the first replica with more to say; the first sentinel. */
export function confHost(scenario: Scenario, file: ConfFile, controls: readonly SettingId[] = []): string {
  const primary = primaryOf(scenario)
  if (file === 'sentinel.conf') return sentinelsOf(scenario)[0] ?? primary
  const replicas = replicasOf(scenario, primary)
  if (controls.includes('replica-priority')) return replicas.at(-1) ?? primary
  const says = (host: string) => Object.keys(scenario.hosts[host]?.redis?.conf ?? {}).length
  return says(primary) > 0 ? primary : (replicas.find((host) => says(host) > 0) ?? primary)
}

/** Whether the settings of that file are the same everywhere. */
export function confScope(scenario: Scenario, host: string, file: ConfFile): ConfScope {
  const settings = (name: string) => JSON.stringify(settingsOf(scenario, name, file))
  const hosts = file === 'redis.conf' ? serversOf(scenario) : sentinelsOf(scenario)
  const alike = hosts.every((other) => settings(other) === settings(host))
  return alike ? { of: file === 'redis.conf' ? 'servers' : 'sentinels' } : { of: 'host', host }
}

/** A line as it is printed; a long comment takes several, each with its own `#`, so that none looks like a directive. */
export interface ConfRow {
  readonly text: string
  readonly line: ConfLine
}

/** Columns of a snippet on a phone. */
const COLUMNS = 34

/** The lines of a snippet, ready to be pasted. */
export function confRows(lines: readonly ConfLine[], comments: Readonly<Record<ConfComment, string>>): readonly ConfRow[] {
  return lines.flatMap((line): readonly ConfRow[] => {
    if (line.kind === 'directive') return [{ text: [line.name, ...line.args].join(' '), line }]
    return wrap(comments[line.code], COLUMNS - 2).map((text) => ({ text: `# ${text}`, line }))
  })
}

function settingsOf(scenario: Scenario, host: string, file: ConfFile): readonly (readonly [string, unknown])[] {
  const { redis, sentinel } = scenario.hosts[host] ?? {}
  const conf = file === 'redis.conf' ? redis?.conf : { quorum: sentinel?.quorum, ...sentinel?.conf }
  return Object.entries(conf ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))
}

function redisLines(scenario: Scenario, host: string, controls: readonly SettingId[]): readonly ConfLine[] {
  const redis = scenario.hosts[host]?.redis
  if (redis === undefined) return []
  const conf = { ...REDIS_DEFAULTS, ...redis.conf }
  const lines: ConfLine[] = redis.replicaOf === undefined ? [] : [directive('replicaof', [redis.replicaOf, String(PORT)])]
  for (const { name, words } of writtenConf(REDIS_DIRECTIVES, conf)) {
    if (!Object.hasOwn(redis.conf, name) && !shown(name, 'redis.conf', controls)) continue
    const code = redisComment(name, conf)
    if (code !== null) lines.push({ kind: 'comment', code })
    lines.push(directive(name, words, settingOf(name, 'redis.conf')))
  }
  return lines.length === 0 ? [{ kind: 'comment', code: 'defaults' }] : lines
}

/** Its own, or for `appendonly` and `save` one that says what both come to. */
function redisComment(name: keyof RedisConf, { appendonly, save }: RedisConf): ConfComment | null {
  if (isExplained(REDIS_DIRECTIVES, name)) return name
  if (name === 'appendonly') return appendonly === 'yes' ? 'aof' : save === '' ? 'no-persistence' : null
  return name === 'save' && save !== '' ? 'snapshots' : null
}

function isExplained<Rows extends Directives>(rows: Rows, name: keyof Rows): name is Explained<Rows> {
  return rows[name]?.comment !== null
}

function sentinelLines(scenario: Scenario, host: string, controls: readonly SettingId[]): readonly ConfLine[] {
  const sentinel = scenario.hosts[host]?.sentinel
  if (sentinel === undefined) return []
  const lines: ConfLine[] = [
    { kind: 'comment', code: 'hostnames' },
    directive('sentinel', ['resolve-hostnames', 'yes']),
    { kind: 'comment', code: 'quorum' },
    directive('sentinel', ['monitor', MASTER, sentinel.monitor, String(PORT), String(sentinel.quorum)]),
  ]
  for (const { name, words } of writtenConf(SENTINEL_DIRECTIVES, { ...SENTINEL_DEFAULTS, ...sentinel.conf })) {
    if (!Object.hasOwn(sentinel.conf, name) && !shown(name, 'sentinel.conf', controls)) continue
    const setting = settingOf(name, 'sentinel.conf')
    lines.push({ kind: 'comment', code: name }, directive('sentinel', [name, MASTER, ...words], setting))
  }
  return lines
}

function directive(name: string, args: readonly string[], setting: SettingId | null = null): ConfLine {
  return { kind: 'directive', name, args, setting }
}

function shown(name: string, file: ConfFile, controls: readonly SettingId[]): boolean {
  return controls.some((id) => id === settingOf(name, file))
}

/** The live setting that changes a directive. */
function settingOf(name: string, file: ConfFile): SettingId | null {
  return isSettingId(name) && SETTINGS[name].file === file ? name : null
}
