import { micros } from '../../core/time'
import { call, evaluate } from '../lock/calls'
import { begin, granted, refused } from '../lock/outcome'
import type { Program, Step } from '../lock/program'
import type { LockState } from '../lock/state'
import type { ClusterWorld } from '../protocol'
import { type Conf, persistence, unlocking } from './transport'

type Multi = LockState<Conf>

/** How many locks may be missing (L21). */
function bearable({ nodes, spec }: Multi): number {
  return spec.algorithm === 'redisson-redlock' ? Math.ceil(nodes.length / 2) - 1 : 0
}

/** One script to one of the servers. */
function ask(
  world: ClusterWorld,
  lock: Multi,
  node: number,
  step: 'lock' | 'undo' | 'expire' | 'release' | 'unlock',
  ttl?: number,
): void {
  const requests = [step === 'lock' || step === 'expire' ? evaluate(lock, step, ttl) : unlocking(lock)]
  call(world, lock, { node, step, ...persistence(lock, 0), requests })
}

/** One lock after the other, in the order of the list (L20); each gets its lease at the end, whatever comes of that (L22). */
function next(world: ClusterWorld, lock: Multi): void {
  const { waitTime } = lock.conf
  if (lock.round < lock.nodes.length) ask(world, lock, lock.round, 'lock', waitTime > 0 ? micros(2 * waitTime) : lock.lease)
  else askTaken(world, lock, 'expire')
}

/** Of all that were had, at once. */
function askTaken(world: ClusterWorld, lock: Multi, step: 'expire' | 'release'): void {
  lock.yes = 0
  for (const node of lock.taken) ask(world, lock, node, step)
}

/** What comes when all of them have answered, or failed. */
function whenAll(then: (world: ClusterWorld, lock: Multi) => void): Step<Conf> {
  return (world, lock) => {
    lock.yes += 1
    if (lock.yes === lock.taken.length) then(world, lock)
  }
}

function notTaken(world: ClusterWorld, lock: Multi): void {
  if (lock.nodes.length - lock.taken.length === bearable(lock)) askTaken(world, lock, 'expire')
  else if (lock.rounds === 0) giveUp(world, lock)
  else {
    lock.rounds -= 1
    goOn(world, lock)
  }
}

/** With a time to wait, it is over when that is (L21). */
function goOn(world: ClusterWorld, lock: Multi): void {
  const { waitTime } = lock.conf
  lock.round += 1
  if (waitTime > 0 && world.now - lock.since >= micros(waitTime)) giveUp(world, lock)
  else next(world, lock)
}

function giveUp(world: ClusterWorld, lock: Multi): void {
  if (lock.taken.length === 0) refused(world, lock)
  else askTaken(world, lock, 'release')
}

/** `RedissonMultiLock` and `RedissonRedLock`: validity is never computed (L22). */
export const multi: Program<Conf> = {
  attempt(world, lock) {
    begin(world, lock)
    lock.rounds = bearable(lock)
    lock.round = 0
    next(world, lock)
  },
  leave(world, lock) {
    for (const node of lock.nodes.keys()) ask(world, lock, node, 'unlock')
    lock.phase = 'idle'
  },
  steps: {
    lock(world, lock, { node, replies }, error) {
      // What was not answered in time is unlocked there, and that is waited for (L21).
      if (error === 'timeout') ask(world, lock, node, 'undo')
      else if (error !== null || replies[0] !== null) notTaken(world, lock)
      else {
        lock.taken.push(node)
        goOn(world, lock)
      }
    },
    undo: notTaken,
    expire: whenAll((world, lock) => granted(world, lock, world.now + lock.lease)),
    release: whenAll(refused),
    // Errors are swallowed (L23).
    unlock() {},
  },
}
