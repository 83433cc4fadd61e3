import { Client } from './client/client'
import type { Operator } from './client/operator'
import { startSession } from './client/session'
import type { Deployment } from './deployment'
import { bootServer } from './redis/boot'
import type { ClusterSlot, ClusterWorld } from './redis/messages'
import { Server } from './redis/server'
import { type Action, PROCESS_KINDS } from './scenario/scenario'
import { Sentinel } from './sentinel/sentinel'
import { startClient, startSentinel } from './start'

/** Carries out one action of the scenario. */
export function applyAction(
  world: ClusterWorld,
  deployment: Deployment,
  operators: ReadonlyMap<string, Operator>,
  index: number,
): void {
  const action = deployment.scenario.actions[index] as Action
  const at = world.now
  if ('partition' in action) {
    world.partition(action.partition)
    world.emit({ at, host: null, type: 'partition', by: world.cause, groups: action.partition })
  } else if ('cut' in action) {
    world.cut(action.cut.from, action.cut.to)
    world.emit({ at, host: null, type: 'cut', by: world.cause, from: action.cut.from, to: action.cut.to })
  } else if ('heal' in action) {
    world.heal()
    world.emit({ at, host: null, type: 'heal', by: world.cause })
  } else if ('run' in action) {
    typeCommand(world, deployment, operators, index, action.run.on, action.run.command)
  } else {
    for (const verb of ['kill', 'start', 'pause', 'resume'] as const) actOn(world, deployment, verb, action)
  }
}

type Verb = 'kill' | 'start' | 'pause' | 'resume'

/** Does what the verb says to every process that the action names with it. */
function actOn(world: ClusterWorld, deployment: Deployment, verb: Verb, action: { readonly [Key in Verb]?: string }): void {
  const target = action[verb]
  if (target === undefined) return
  for (const slot of targets(deployment, target)) {
    world.emit({ at: world.now, host: slot.host, type: verb, by: world.cause, process: slot.kind })
    if (verb === 'kill') kill(world, deployment, slot)
    else if (verb === 'start') start(world, deployment, slot)
    else world[verb](slot)
  }
}

/** The processes that a target names: one of a host, or all of them. */
function targets(deployment: Deployment, target: string): readonly ClusterSlot[] {
  const [host = '', only] = target.split('.')
  const spec = deployment.scenario.hosts[host]
  return PROCESS_KINDS.filter((kind) => spec?.[kind] !== undefined && (only === undefined || only === kind)).map((kind) =>
    deployment.slot(host, kind),
  )
}

/** SIGKILL: what the process had written to its files stays. */
function kill(world: ClusterWorld, deployment: Deployment, slot: ClusterSlot): void {
  const process = slot.live
  if (process instanceof Server && process.aof) deployment.disk(slot.host).aof = process.data.numbers
  if (process instanceof Sentinel) deployment.sentinelFiles.set(slot.host, process.file())
  world.kill(slot)
}

function start(world: ClusterWorld, deployment: Deployment, slot: ClusterSlot): void {
  if (slot.kind === 'redis') bootServer(world, deployment, slot)
  else if (slot.kind === 'sentinel') startSentinel(world, deployment, slot)
  else startSession(world, startClient(world, deployment, slot), 'start')
}

function typeCommand(
  world: ClusterWorld,
  deployment: Deployment,
  operators: ReadonlyMap<string, Operator>,
  index: number,
  on: string,
  command: string,
): void {
  const slot = targets(deployment, on)[0] as ClusterSlot
  if (slot.kind !== 'client') {
    operators.get(slot.host)?.run(world, slot, index, on, command)
    return
  }
  if (slot.status === 'running' && slot.live instanceof Client) slot.live.run(world, index, on, command)
}
