import type { ClusterWorld } from '../protocol'
import { HASTY_INFO_PERIOD, HELLO_PERIOD, INFO_PERIOD, MAX_PENDING_COMMANDS, PING_PERIOD } from './constants'
import { sendHello } from './hello'
import type { Instance } from './instance'
import { sendPing, tell } from './link'
import { inFailover, type SentinelState } from './state'

/** INFO, PING and hello, each when its period is over (R83, R84, R119). */
export function sendPeriodicCommands(world: ClusterWorld, sentinel: SentinelState, instance: Instance): void {
  const link = instance.link
  if (link.disconnected || link.pending >= MAX_PENDING_COMMANDS) return
  const now = world.now
  if (
    instance.kind !== 'sentinel' &&
    (instance.infoRefresh === null || now - instance.infoRefresh > infoPeriod(sentinel, instance))
  ) {
    tell(world, sentinel, instance, { type: 'info' })
  }
  const pingPeriod = Math.min(sentinel.downAfter, PING_PERIOD)
  if (now - link.lastPong > pingPeriod && now - link.lastPing > pingPeriod / 2) sendPing(world, sentinel, instance)
  if (now - instance.lastPublish > HELLO_PERIOD) sendHello(world, sentinel, instance)
}

function infoPeriod(sentinel: SentinelState, instance: Instance): number {
  const hasty = instance.kind === 'slave' && (sentinel.objectivelyDown || inFailover(sentinel) || instance.linkDownMs !== 0)
  return hasty ? HASTY_INFO_PERIOD : INFO_PERIOD
}
