import type { AppendFsync } from '../sim/kinds/directive'
import type { RedisConf } from '../sim/kinds/redis/conf'
import { parseScenario } from '../sim/scenario/parse'
import type { Scenario } from '../sim/scenario/scenario'
import { type Variant, withWait } from '../variant'

/** Which servers keep an AOF, and when they flush it. */
type Aof = 'none' | 'on-replicas' | Exclude<AppendFsync, 'no'>

/** What a failure is met with. */
export interface Measure {
  readonly aof: Aof
  /** What the client sends behind each write: then what it confirms counts, else `OK`. */
  readonly command: 'WAIT 2' | `WAITAOF ${0 | 1} ${0 | 1 | 2}` | null
}

/** From what costs nothing to what costs most, in the order of the matrix. */
export const MEASURES = {
  'no-aof': { aof: 'none', command: null },
  everysec: { aof: 'everysec', command: null },
  always: { aof: 'always', command: null },
  wait: { aof: 'everysec', command: 'WAIT 2' },
  'wait-always': { aof: 'always', command: 'WAIT 2' },
  'own-disk': { aof: 'everysec', command: 'WAITAOF 1 0' },
  'replica-disk': { aof: 'on-replicas', command: 'WAITAOF 0 1' },
  'two-disks': { aof: 'everysec', command: 'WAITAOF 1 1' },
  'all-disks': { aof: 'everysec', command: 'WAITAOF 1 2' },
} as const satisfies Readonly<Record<string, Measure>>

export type MeasureName = keyof typeof MEASURES

export const MEASURE_NAMES = Object.keys(MEASURES) as readonly MeasureName[]

const TIMEOUT_MS = 3000

type OnDisk = Pick<RedisConf, 'appendonly' | 'appendfsync'>

const OFF: OnDisk = { appendonly: 'no', appendfsync: 'everysec' }
const EVERYSEC: OnDisk = { appendonly: 'yes', appendfsync: 'everysec' }
const ALWAYS: OnDisk = { appendonly: 'yes', appendfsync: 'always' }

/** What the primary's file of configuration says, and what those of its replicas do. */
const CONFS: Readonly<Record<Aof, readonly [primary: OnDisk, replicas: OnDisk]>> = {
  none: [OFF, OFF],
  'on-replicas': [OFF, EVERYSEC],
  everysec: [EVERYSEC, EVERYSEC],
  always: [ALWAYS, ALWAYS],
}

/** A scenario whose servers and clients take this measure. */
export function withMeasure(of: Variant, measure: MeasureName): Scenario {
  const { aof, command }: Measure = MEASURES[measure]
  const { scenario } = withWait(of, command === null ? '' : `${command} ${TIMEOUT_MS}`)
  const [primary, replicas] = CONFS[aof]
  const hosts = Object.entries(scenario.hosts).map(([name, { redis, ...others }]) => {
    const onDisk = redis?.replicaOf === undefined ? primary : replicas
    return [name, redis === undefined ? others : { ...others, redis: { ...redis, conf: { ...redis.conf, ...onDisk } } }]
  })
  return parseScenario({ ...scenario, hosts: Object.fromEntries(hosts) })
}
