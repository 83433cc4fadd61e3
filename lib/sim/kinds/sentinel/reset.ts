import { NEVER } from '../../core/time'
import type { ClusterWorld } from '../protocol'
import { type Instance, newInstance } from './instance'
import { closeLink } from './link'
import { note, noteBelief, type SentinelState } from './state'

/**
 * Another server is the primary now: the table of replicas is built anew, with the old primary in it. The other sentinels stay,
 * with their "down" answers; so do the epochs and the time of the last INFO and of the last attempt to connect (R117).
 */
export function changePrimary(world: ClusterWorld, sentinel: SentinelState, host: string): void {
  const old = sentinel.primary
  for (const instance of [old, ...sentinel.replicas]) {
    closeLink(world, sentinel, instance.link.commands)
    closeLink(world, sentinel, instance.link.hellos)
  }
  const others = [...sentinel.replicas.map((replica) => replica.host), old.host].filter((other) => other !== host)
  sentinel.primary = successor(old, host, world.now)
  sentinel.replicas = others.map((other) => newInstance('slave', other, world.now))
  sentinel.objectivelyDown = false
  sentinel.objectivelyDownBy = null
  sentinel.stateBy = null
  sentinel.failoverState = 'none'
  sentinel.forced = false
  sentinel.failoverStart = NEVER
  sentinel.stateChange = NEVER
  sentinel.promoted = null
  sentinel.vote = null
  for (const replica of sentinel.replicas) note(world, sentinel, '+slave', replica)
  noteBelief(world, sentinel)
}

function successor(old: Instance, host: string, now: number): Instance {
  const instance = newInstance('master', host, now)
  instance.link.lastReconnect = old.link.lastReconnect
  instance.infoRefresh = old.infoRefresh
  instance.lastPublish = old.lastPublish
  return instance
}
