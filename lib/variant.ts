import { SETTING_IDS, SETTINGS, type SettingId } from '@/lib/settings/settings'
import { REDIS_DIRECTIVES, type RedisConf } from '@/lib/sim/kinds/redis/conf'
import { SENTINEL_DIRECTIVES, type SentinelConf } from '@/lib/sim/kinds/sentinel/conf'
import { parseScenario } from '@/lib/sim/scenario/parse'
import type { Scenario } from '@/lib/sim/scenario/scenario'

/** What the import of a file of `content/scenarios` gives; `parseScenario` says whether it is a scenario. */
export interface ScenarioFile {
  readonly version: number
  readonly name: string
  readonly seed: number
  readonly durationMs: number
  readonly hosts: object
}

/** One thing that is otherwise than in the scenario a variant was made from. */
export interface Edit {
  readonly name: DirectiveName | SettingId | 'wait'
  readonly value: number | string
}

/** A scenario with what was changed in it, in this order; it keeps the name of the one it was made from. */
export interface Variant {
  readonly scenario: Scenario
  readonly edits: readonly Edit[]
}

type Conf = RedisConf & SentinelConf

/** Every directive that the kernel models, of `redis.conf` and of `sentinel.conf`. */
export type DirectiveName = keyof Conf

/** A file of a scenario as a variant without edits. @throws {ScenarioError} */
export function variantOf(of: ScenarioFile | Variant): Variant {
  return 'edits' in of ? of : { scenario: parseScenario(of), edits: [] }
}

/**
 * The scenario with another value of a directive on every server, or on every sentinel if it is one of theirs: each may become the
 * primary, and each its judge. Values are those of the file: `withDirective(splitBrain, 'min-replicas-to-write', 1)`.
 *
 * @throws {ScenarioError} it does not take this value
 */
export function withDirective<Name extends DirectiveName>(of: ScenarioFile | Variant, name: Name, value: Conf[Name]): Variant {
  const variant = variantOf(of)
  const kind = kindOf(name)
  const hosts = Object.entries(variant.scenario.hosts).map(([host, processes]) => {
    const process = processes[kind]
    return [
      host,
      process === undefined ? processes : { ...processes, [kind]: { ...process, conf: { ...process.conf, [name]: value } } },
    ]
  })
  return edited(variant, { ...variant.scenario, hosts: Object.fromEntries(hosts) }, { name, value })
}

/**
 * The scenario with another value of a live setting, in the unit of its slider: `withSetting(crash, 'replication-latency', 20)`.
 *
 * @throws {Error} the scenario has not what it sets, or no room for the value
 */
export function withSetting(of: ScenarioFile | Variant, id: SettingId, value: number): Variant {
  const variant = variantOf(of)
  const { scenario } = variant
  if (!Object.hasOwn(SETTINGS, id)) throw new Error(`no setting "${id}"; there are ${SETTING_IDS.join(', ')}`)
  const setting = SETTINGS[id]
  if (!setting.applies(scenario)) throw new Error(`the setting ${id} means nothing in ${scenario.name}`)
  const refusal = setting.check(scenario, value)
  if (refusal !== null) {
    const { min, max } = setting.range(scenario)
    throw new Error(`the setting ${id} of ${scenario.name} can't be ${value} (${refusal}); it goes from ${min} to ${max}`)
  }
  return edited(variant, setting.write(scenario, value), { name: id, value })
}

/**
 * The scenario with another command behind each write of its clients, on servers of Redis 8.0: `withWait(powerAll, 'WAITAOF 1 2 3000')`;
 * `''` for none.
 *
 * @throws {ScenarioError} it is neither a `WAIT` nor a `WAITAOF` with numbers
 */
export function withWait(
  of: ScenarioFile | Variant,
  command: `WAIT ${number} ${number}` | `WAITAOF ${0 | 1} ${number} ${number}` | '',
): Variant {
  const variant = variantOf(of)
  const { scenario } = variant
  const numbers = command.split(' ').slice(1).map(Number)
  const [timeoutMs, replicas, local] = numbers.reverse()
  const wait = command === '' ? undefined : { local, replicas, timeoutMs }
  const workload = scenario.workload.map((one) => ({ ...one, wait }))
  return edited(variant, { ...scenario, server: 'redis-8.0', workload }, { name: 'wait', value: command })
}

function edited({ edits }: Variant, scenario: unknown, edit: Edit): Variant {
  return { scenario: parseScenario(scenario), edits: [...edits.filter(({ name }) => name !== edit.name), edit] }
}

function kindOf(name: string): 'redis' | 'sentinel' {
  if (Object.hasOwn(REDIS_DIRECTIVES, name)) return 'redis'
  if (Object.hasOwn(SENTINEL_DIRECTIVES, name)) return 'sentinel'
  const known = [REDIS_DIRECTIVES, SENTINEL_DIRECTIVES].flatMap((rows) => Object.keys(rows))
  throw new Error(`no directive "${name}"; those that are modelled are ${known.join(', ')}`)
}
