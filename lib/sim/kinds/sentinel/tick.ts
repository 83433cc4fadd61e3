import { integerIn } from '../../core/random'
import { clock } from '../../core/world'
import type { ClusterWorld } from '../protocol'
import { TICK_PERIODS, TILT_PERIOD, TILT_TRIGGER } from './constants'
import { askPeers, checkObjectivelyDown, checkSubjectivelyDown } from './down'
import { finishFailoverIfDue, startFailoverIfNeeded, stepFailover } from './failover'
import type { Instance } from './instance'
import { reconnect } from './link'
import { sendPeriodicCommands } from './periodic'
import { note, type SentinelState } from './state'

/** The sentinel timer: everything a sentinel decides, it decides here (R81, R82). */
export function tick(world: ClusterWorld, sentinel: SentinelState): void {
  checkTilt(world, sentinel)
  if (keepInTouch(world, sentinel, sentinel.primary)) {
    checkObjectivelyDown(world, sentinel)
    if (startFailoverIfNeeded(world, sentinel)) askPeers(world, sentinel, true)
    stepFailover(world, sentinel)
    askPeers(world, sentinel, false)
  }
  for (const replica of sentinel.replicas) keepInTouch(world, sentinel, replica)
  for (const peer of sentinel.peers) keepInTouch(world, sentinel, peer)
  finishFailoverIfDue(world, sentinel)
  scheduleTick(world, sentinel)
}

export function scheduleTick(world: ClusterWorld, sentinel: SentinelState): void {
  const period = TICK_PERIODS[integerIn(sentinel.ticks, 0, TICK_PERIODS.length - 1)] as number
  clock(world, sentinel.place, sentinel.lastTick + period, 'tick')
}

/** What a sentinel does for every instance; false in TILT, when it only watches (R123). */
function keepInTouch(world: ClusterWorld, sentinel: SentinelState, instance: Instance): boolean {
  // What is found about one instance is not the cause of what is found about the next.
  world.cause = null
  reconnect(world, sentinel, instance)
  sendPeriodicCommands(world, sentinel, instance)
  if (sentinel.tilt) {
    if (world.now - sentinel.tiltSince < TILT_PERIOD) return false
    sentinel.tilt = false
    note(world, sentinel, '-tilt', sentinel.primary)
  }
  checkSubjectivelyDown(world, sentinel, instance)
  return true
}

/** Two ticks too far apart: this process, or its clock, cannot be trusted for a while (R123). */
function checkTilt(world: ClusterWorld, sentinel: SentinelState): void {
  const elapsed = world.now - sentinel.lastTick
  sentinel.lastTick = world.now
  if (elapsed <= TILT_TRIGGER) return
  sentinel.tilt = true
  sentinel.tiltSince = world.now
  note(world, sentinel, '+tilt', sentinel.primary)
}
