import { Client } from './client/client'
import { Discovery } from './client/session'
import { newWriter, nextDue } from './client/writer'
import { SENTINEL_DEFAULTS } from './defaults'
import type { Deployment } from './deployment'
import type { Micros } from './engine/time'
import type { ClientSpec } from './kinds/client/spec'
import type { SentinelSpec } from './kinds/sentinel/spec'
import type { ClusterSlot, ClusterWorld } from './redis/messages'
import { Sentinel } from './sentinel/sentinel'
import type { SentinelFile } from './sentinel/state'
import { scheduleTick } from './sentinel/tick'

/** Starts a sentinel from its file. Its first tick comes one period after `lastTick`. */
export function startSentinel(
  world: ClusterWorld,
  deployment: Deployment,
  slot: ClusterSlot,
  lastTick: Micros = world.now,
): Sentinel {
  const spec = deployment.scenario.hosts[slot.host]?.sentinel as SentinelSpec
  const file = deployment.sentinelFiles.get(slot.host) as SentinelFile
  const stream = (name: string) => world.stream(`${name}:${slot.host}:${slot.incarnation}`)
  const conf = { ...SENTINEL_DEFAULTS, ...spec.conf }
  const sentinel = new Sentinel(
    slot,
    deployment,
    spec.quorum,
    conf,
    file,
    stream('ticks'),
    stream('desync'),
    stream('flush'),
    world.now,
  )
  sentinel.lastTick = lastTick
  slot.install(sentinel)
  scheduleTick(world, sentinel)
  return sentinel
}

/** Starts a client: its workloads go on with what is due from now. It has no connection yet. */
export function startClient(world: ClusterWorld, deployment: Deployment, slot: ClusterSlot): Client {
  const { hosts, workload } = deployment.scenario
  const spec = hosts[slot.host]?.client as ClientSpec
  const writers = workload.map(newWriter).filter(({ spec }) => spec.client === slot.host)
  const client = new Client(slot, deployment, spec, writers, spec.sentinels === undefined ? null : new Discovery(spec.sentinels))
  slot.install(client)
  writers.forEach((writer, index) => {
    const due = nextDue(writer, world.now)
    if (due !== null) world.timer(slot, due, 'write', index)
  })
  return client
}
