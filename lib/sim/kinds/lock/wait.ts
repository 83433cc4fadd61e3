import { micros } from '../../core/time'
import { close, connect, send } from '../../core/transport'
import { placeAt, placeOf, timer } from '../../core/world'
import type { ClusterWorld } from '../protocol'
import type { Command } from '../redis/commands/command'
import { command } from './calls'
import { refused } from './outcome'
import type { LockState, Settings } from './state'

/** A client that may wait for a lock that another has. */
type Waiting = LockState<Settings & { readonly waitTime: number }>

/** `SUBSCRIBE`: the server takes note of it (L16). */
export const SUBSCRIBE: Command = (_world, _server, [channel = ''], client) => {
  client.channel = channel
  return ['subscribe', channel, 1]
}

function endOf({ since, conf }: Waiting): number {
  return since + micros(conf.waitTime)
}

/**
 * Another has the lock, for so many milliseconds. While there is time to wait it listens for an unlock, and sleeps until it hears of one or
 * the lease has run out; subscribing counts as having heard (L16).
 *
 * @returns whether it is to try again at once
 */
export function held(world: ClusterWorld, lock: Waiting, leftMs: number, channel: string): boolean {
  if (world.now >= endOf(lock)) refused(world, lock)
  else if (lock.heard) {
    lock.heard = false
    return true
  } else {
    lock.asleep = true
    timer(world, lock.place, Math.min(world.now + micros(leftMs), endOf(lock)), 'again', lock.turn)
    if (lock.channel === null) {
      lock.channel = connect(world, placeAt(world, lock.place), placeOf(world, lock.nodes[0]?.server ?? '', 'redis'))
      send(world, lock.channel, 0, command('SUBSCRIBE', channel))
    }
  }
  return false
}

/** It is awake: whether it is to try again, or its time is over. */
export function awake(world: ClusterWorld, lock: Waiting): boolean {
  if (!lock.asleep) return true
  lock.asleep = false
  lock.heard = false
  // The timer of its sleep is void, where it was woken.
  lock.turn += 1
  if (world.now < endOf(lock)) return true
  refused(world, lock)
  unsubscribe(world, lock)
  return false
}

/** `lock()` has come to an end, and with it its subscription. */
export function unsubscribe(world: ClusterWorld, lock: Waiting): void {
  if (lock.phase === 'trying' || lock.channel === null) return
  close(world, lock.channel, 0)
  lock.channel = null
}
