import { REDIS_DEFAULTS, SENTINEL_DEFAULTS } from '../defaults'
import {
  linkBetween,
  primaryOf,
  replicasOf,
  sentinelsOf,
  serversOf,
  withActionAt,
  withDirective,
  withLatency,
  withSentinelDirective,
} from './edit'
import { ScenarioError } from './field'
import { parseScenario } from './parse'
import type { Action, Scenario, Workload } from './scenario'
import { thousandths } from './thousandths'

export const CONTROL_IDS = [
  'min-replicas-to-write',
  'min-replicas-max-lag',
  'down-after-milliseconds',
  'replica-priority',
  'replication-latency',
  'write-rate',
  'wait-replicas',
  'wait-timeout',
  'heal-after',
  'restart-after',
] as const

export type ControlId = (typeof CONTROL_IDS)[number]

export type Unit = 's' | 'ms' | 'count' | 'perSecond'

/** Why a value cannot be simulated. `impossible`: within the range, and yet `parseScenario` refuses what it makes. */
export type Refusal = 'not-a-number' | 'not-whole' | 'too-small' | 'too-large' | 'impossible'

/** A live setting of a demo. Values are numbers in `unit`; all methods are pure. */
export interface Control {
  readonly id: ControlId
  /** The widest range, both ends included; `range` narrows it to what the scenario has room for. */
  readonly min: number
  readonly max: number
  /** What one key press of a slider changes; values between steps are allowed unless the unit only counts. */
  readonly step: number
  readonly unit: Unit
  /** The file where the setting stands under the same name, null when it is none of Redis' own. */
  readonly file: 'redis.conf' | 'sentinel.conf' | null
  /** Whether the scenario has what it sets: a replica, a sentinel, a heal after a cut, … */
  applies(scenario: Scenario): boolean
  range(scenario: Scenario): { readonly min: number; readonly max: number }
  /** The value that stands in the scenario, defaults included. */
  read(scenario: Scenario): number
  /** The scenario with another value; unchanged where the control does not apply. */
  write(scenario: Scenario, value: number): Scenario
  /** What is wrong with a value, or null. */
  check(scenario: Scenario, value: number): Refusal | null
}

/** What each control has of its own; the rest is the same for all. */
interface Setting extends Pick<Control, 'min' | 'max' | 'step' | 'unit' | 'file' | 'applies' | 'read' | 'write'> {
  /** The largest value that this scenario has room for. */
  readonly room?: (scenario: Scenario) => number
  /** Only whole numbers mean something. */
  readonly whole: boolean
}

const replicaCount = (scenario: Scenario) => replicasOf(scenario, primaryOf(scenario)).length
const always = () => true

const minReplicasToWrite: Setting = {
  min: 0,
  max: 10,
  step: 1,
  unit: 'count',
  whole: true,
  file: 'redis.conf',
  applies: always,
  room: replicaCount,
  read: (scenario) => directive(scenario, primaryOf(scenario), 'min-replicas-to-write'),
  // On every server: each may become the primary.
  write: (scenario, value) => withDirective(scenario, serversOf(scenario), 'min-replicas-to-write', value),
}

const minReplicasMaxLag: Setting = {
  min: 0,
  max: 20,
  step: 1,
  unit: 's',
  whole: true,
  file: 'redis.conf',
  applies: always,
  read: (scenario) => directive(scenario, primaryOf(scenario), 'min-replicas-max-lag'),
  write: (scenario, value) => withDirective(scenario, serversOf(scenario), 'min-replicas-max-lag', value),
}

const downAfter: Setting = {
  min: 500,
  max: 30_000,
  step: 500,
  unit: 'ms',
  whole: true,
  file: 'sentinel.conf',
  applies: (scenario) => sentinelsOf(scenario).length > 0,
  read: (scenario) => {
    const conf = scenario.hosts[sentinelsOf(scenario)[0] ?? '']?.sentinel?.conf
    return conf?.['down-after-milliseconds'] ?? SENTINEL_DEFAULTS['down-after-milliseconds']
  },
  write: (scenario, value) => withSentinelDirective(scenario, 'down-after-milliseconds', value),
}

/** The last replica, so that a demo can prefer it or rule it out. */
const replicaPriority: Setting = {
  min: 0,
  max: 200,
  step: 10,
  unit: 'count',
  whole: true,
  file: 'redis.conf',
  applies: (scenario) => replicaCount(scenario) > 0,
  read: (scenario) => directive(scenario, lastReplica(scenario), 'replica-priority'),
  write: (scenario, value) => withDirective(scenario, [lastReplica(scenario)], 'replica-priority', value),
}

/** One way, on the links between the primary and its replicas. */
const replicationLatency: Setting = {
  min: 0,
  max: 500,
  step: 10,
  unit: 'ms',
  whole: false,
  file: null,
  applies: (scenario) => replicaCount(scenario) > 0,
  read: (scenario) => {
    const primary = primaryOf(scenario)
    const [replica = ''] = replicasOf(scenario, primary)
    return linkBetween(scenario, primary, replica)?.latencyMs ?? scenario.network.latencyMs
  },
  write: (scenario, value) => {
    const primary = primaryOf(scenario)
    return replicasOf(scenario, primary).reduce((edited, replica) => withLatency(edited, primary, replica, value), scenario)
  },
}

/** Of each client that writes. */
const writeRate: Setting = {
  min: 1,
  max: 500,
  step: 1,
  unit: 'perSecond',
  whole: false,
  file: null,
  applies: (scenario) => scenario.workload.length > 0,
  read: (scenario) => thousandths(1000 / (scenario.workload[0]?.everyMs ?? 1000)),
  write: (scenario, value) => withWorkload(scenario, (workload) => ({ ...workload, everyMs: 1000 / value })),
}

/** 0: the clients do not wait. */
const waitReplicas: Setting = {
  min: 0,
  max: 10,
  step: 1,
  unit: 'count',
  whole: true,
  file: null,
  applies: (scenario) => scenario.workload.length > 0,
  room: replicaCount,
  read: (scenario) => scenario.workload[0]?.wait?.replicas ?? 0,
  write: (scenario, value) =>
    withWorkload(scenario, ({ wait, ...workload }) =>
      value === 0 ? workload : { ...workload, wait: { timeoutMs: wait?.timeoutMs ?? 1000, replicas: value } },
    ),
}

/** 0: forever (R66). */
const waitTimeout: Setting = {
  min: 0,
  max: 5000,
  step: 100,
  unit: 'ms',
  whole: true,
  file: null,
  applies: (scenario) => scenario.workload.some(({ wait }) => wait !== undefined),
  read: (scenario) => scenario.workload.find(({ wait }) => wait !== undefined)?.wait?.timeoutMs ?? 0,
  write: (scenario, value) =>
    withWorkload(scenario, (workload) =>
      workload.wait === undefined ? workload : { ...workload, wait: { ...workload.wait, timeoutMs: value } },
    ),
}

/** Seconds from the first cut to the heal behind it. */
const healAfter: Setting = {
  min: 0.1,
  max: 60,
  step: 0.1,
  unit: 's',
  whole: false,
  file: null,
  ...span(1000, cutAndHeal),
}

/** Milliseconds from the first kill to the start of the same process. */
const restartAfter: Setting = {
  min: 100,
  max: 60_000,
  step: 100,
  unit: 'ms',
  whole: false,
  file: null,
  ...span(1, killAndStart),
}

/** Every control, by its name. */
export const CONTROLS: Readonly<Record<ControlId, Control>> = {
  'min-replicas-to-write': control('min-replicas-to-write', minReplicasToWrite),
  'min-replicas-max-lag': control('min-replicas-max-lag', minReplicasMaxLag),
  'down-after-milliseconds': control('down-after-milliseconds', downAfter),
  'replica-priority': control('replica-priority', replicaPriority),
  'replication-latency': control('replication-latency', replicationLatency),
  'write-rate': control('write-rate', writeRate),
  'wait-replicas': control('wait-replicas', waitReplicas),
  'wait-timeout': control('wait-timeout', waitTimeout),
  'heal-after': control('heal-after', healAfter),
  'restart-after': control('restart-after', restartAfter),
}

export function isControlId(text: string): text is ControlId {
  return CONTROL_IDS.some((id) => id === text)
}

function control(id: ControlId, { room, whole, ...setting }: Setting): Control {
  const range = (scenario: Scenario) => ({ min: setting.min, max: Math.min(setting.max, room?.(scenario) ?? setting.max) })
  return {
    ...setting,
    id,
    range,
    write: (scenario, value) => (setting.applies(scenario) ? setting.write(scenario, value) : scenario),
    check: (scenario, value) => {
      const { min, max } = range(scenario)
      if (!Number.isFinite(value)) return 'not-a-number'
      if (whole && !Number.isInteger(value)) return 'not-whole'
      if (value < min) return 'too-small'
      if (value > max) return 'too-large'
      return isPossible(setting.write(scenario, value)) ? null : 'impossible'
    },
  }
}

function isPossible(scenario: Scenario): boolean {
  try {
    parseScenario(scenario)
    return true
  } catch (error) {
    if (error instanceof ScenarioError) return false
    throw error
  }
}

type NumericDirective = 'min-replicas-to-write' | 'min-replicas-max-lag' | 'replica-priority'

function directive(scenario: Scenario, host: string, name: NumericDirective): number {
  return scenario.hosts[host]?.redis?.conf[name] ?? REDIS_DEFAULTS[name]
}

function lastReplica(scenario: Scenario): string {
  return replicasOf(scenario, primaryOf(scenario)).at(-1) ?? ''
}

function withWorkload(scenario: Scenario, change: (workload: Workload) => Workload): Scenario {
  return { ...scenario, workload: scenario.workload.map(change) }
}

/** Indexes of two actions, the second of which undoes the first. */
type Pair = { readonly from: number; readonly to: number } | null

/** A control over the time between two actions, in units of `unitMs`. */
function span(unitMs: number, find: (actions: readonly Action[]) => Pair) {
  const at = (scenario: Scenario, index: number | undefined) => scenario.actions[index ?? -1]?.atMs ?? 0
  return {
    applies: (scenario: Scenario) => find(scenario.actions) !== null,
    room: (scenario: Scenario) => (scenario.durationMs - at(scenario, find(scenario.actions)?.from)) / unitMs,
    read: (scenario: Scenario) => {
      const pair = find(scenario.actions)
      return (at(scenario, pair?.to) - at(scenario, pair?.from)) / unitMs
    },
    write: (scenario: Scenario, value: number) => {
      const pair = find(scenario.actions)
      return pair === null ? scenario : withActionAt(scenario, pair.to, thousandths(at(scenario, pair.from) + value * unitMs))
    },
  }
}

function cutAndHeal(actions: readonly Action[]): Pair {
  const from = earliest(actions, (action) => 'partition' in action || 'cut' in action)
  const cut = actions[from]
  const to = cut === undefined ? -1 : earliest(actions, (action) => 'heal' in action && action.atMs >= cut.atMs)
  return to < 0 ? null : { from, to }
}

function killAndStart(actions: readonly Action[]): Pair {
  for (const [from, action] of actions.entries()) {
    if (!('kill' in action)) continue
    const to = earliest(actions, (other) => 'start' in other && other.start === action.kill && other.atMs >= action.atMs)
    if (to >= 0) return { from, to }
  }
  return null
}

/** Index of the first in time of those that pass, −1 when none does. */
function earliest(actions: readonly Action[], test: (action: Action) => boolean): number {
  let best = -1
  for (const [index, action] of actions.entries()) {
    if (test(action) && action.atMs < (actions[best]?.atMs ?? Number.POSITIVE_INFINITY)) best = index
  }
  return best
}
