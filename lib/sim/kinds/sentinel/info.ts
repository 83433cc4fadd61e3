import type { ClusterWorld } from '../protocol'
import type { Info } from '../redis/messages'
import { HELLO_PERIOD, INFO_PERIOD } from './constants'
import { forceHellos } from './hello'
import { type Instance, newInstance } from './instance'
import { tell } from './link'
import { note, noteBelief, type SentinelState } from './state'

/** Takes in an INFO reply and acts on what it contradicts (R111, R113, R114, R120, R122). */
export function refreshFromInfo(world: ClusterWorld, sentinel: SentinelState, instance: Instance, info: Info): void {
  const now = world.now
  noteReboot(world, sentinel, instance, info)
  instance.infoRefresh = now
  instance.linkDownMs = info.linkDownMs
  if (info.role === 'primary') learnReplicas(world, sentinel, instance, info)
  else {
    if (info.primary !== instance.follows) {
      instance.follows = info.primary
      instance.followsSince = now
    }
    instance.linkUp = info.linkUp
    instance.priority = info.priority
    instance.offset = info.offset
  }
  if (info.role !== instance.roleReported) {
    instance.roleReported = info.role
    instance.roleReportedAt = now
    if (info.role === 'replica') instance.followsSince = now
  }
  if (sentinel.tilt || instance.kind !== 'slave') return
  if (info.role === 'primary') replicaSaysPrimary(world, sentinel, instance)
  else {
    fixWrongPrimary(world, sentinel, instance)
    followReconfiguration(world, sentinel, instance)
  }
}

/** `SLAVEOF` and what comes with it, in one transaction (R46). */
export function sendReconfigure(world: ClusterWorld, sentinel: SentinelState, instance: Instance, of: string | null): void {
  tell(world, sentinel, instance, { type: 'reconfigure', sentinel: sentinel.host, of })
}

function noteReboot(world: ClusterWorld, sentinel: SentinelState, instance: Instance, info: Info): void {
  if (instance.runId !== null && instance.runId !== info.runId) {
    note(world, sentinel, '+reboot', instance)
    if (instance.kind === 'master' && sentinel.conf['master-reboot-down-after-period'] > 0) instance.rebootedAt = world.now
  }
  instance.runId = info.runId
}

function learnReplicas(world: ClusterWorld, sentinel: SentinelState, instance: Instance, info: Info): void {
  if (instance.kind !== 'master') return
  for (const host of info.replicas) {
    if (sentinel.replicas.some((replica) => replica.host === host)) continue
    const replica = newInstance('slave', host, world.now)
    sentinel.replicas.push(replica)
    note(world, sentinel, '+slave', replica)
  }
}

function replicaSaysPrimary(world: ClusterWorld, sentinel: SentinelState, instance: Instance): void {
  if (instance.promoted && sentinel.failoverState === 'wait promotion') {
    world.cause = sentinel.stateBy
    sentinel.configEpoch = sentinel.failoverEpoch
    sentinel.failoverState = 'reconfigure replicas'
    sentinel.stateChange = world.now
    note(world, sentinel, '+promoted-slave', instance)
    note(world, sentinel, '+failover-state-reconf-slaves', sentinel.primary)
    sentinel.stateBy = world.cause
    noteBelief(world, sentinel)
    forceHellos(sentinel)
    return
  }
  // A newer configuration may be on its way: four hello periods are left to it (R120).
  const patience = 4 * HELLO_PERIOD
  if (instance.promoted || !primaryLooksSane(world, sentinel)) return
  if (!noDownFor(world, instance, patience) || world.now - instance.roleReportedAt <= patience) return
  world.cause = sentinel.configBy
  sendReconfigure(world, sentinel, instance, sentinel.primary.host)
  note(world, sentinel, '+convert-to-slave', instance)
}

function fixWrongPrimary(world: ClusterWorld, sentinel: SentinelState, instance: Instance): void {
  if (instance.follows === sentinel.primary.host || !primaryLooksSane(world, sentinel)) return
  const patience = sentinel.failoverTimeout
  if (!noDownFor(world, instance, patience) || world.now - instance.followsSince <= patience) return
  world.cause = sentinel.configBy
  sendReconfigure(world, sentinel, instance, sentinel.primary.host)
  note(world, sentinel, '+fix-slave-config', instance)
}

function followReconfiguration(world: ClusterWorld, sentinel: SentinelState, instance: Instance): void {
  if (instance.reconfiguration === 'sent' && instance.follows === sentinel.promoted) {
    instance.reconfiguration = 'in progress'
    note(world, sentinel, '+slave-reconf-inprog', instance)
  }
  if (instance.reconfiguration === 'in progress' && instance.linkUp) {
    instance.reconfiguration = 'done'
    note(world, sentinel, '+slave-reconf-done', instance)
  }
}

function primaryLooksSane(world: ClusterWorld, sentinel: SentinelState): boolean {
  const { primary } = sentinel
  const fresh = primary.infoRefresh !== null && world.now - primary.infoRefresh < 2 * INFO_PERIOD
  return primary.roleReported === 'primary' && !primary.subjectivelyDown && !sentinel.objectivelyDown && fresh
}

function noDownFor(world: ClusterWorld, instance: Instance, period: number): boolean {
  return world.now - instance.downSince > period
}
