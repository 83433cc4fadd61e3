import { micros } from '../../core/time'
import { call, evaluate } from '../lock/calls'
import { begin, granted, refused } from '../lock/outcome'
import type { Program, Step } from '../lock/program'
import { leaseOf } from '../lock/settings'
import { type LockState, ownerOf } from '../lock/state'
import type { ClusterWorld } from '../protocol'
import { behaviourOf, persistence, RESENDS } from './transport'

/** How many locks may be missing (L21). */
function bearable({ nodes, plan }: LockState): number {
  const all = nodes.length
  return plan.client.lock.algorithm === 'redisson-redlock' ? all - (Math.floor(all / 2) + 1) : 0
}

/** The first argument of `tryLock`; none: it does not wait. */
function waitTimeOf({ plan }: LockState): number {
  return plan.client.lock.conf?.waitTime ?? 0
}

/** One script to one of the servers. Lock scripts are not sent again after a timeout since 3.37.0 (L14). */
function ask(world: ClusterWorld, lock: LockState, node: number, step: string, ttl: number): void {
  const spec = lock.plan.client.lock
  const script = step === 'undo' ? 'unlock' : step
  const requests = [
    step === 'expire'
      ? evaluate('redisson', script, spec.name, '', ttl)
      : evaluate('redisson', script, spec.name, ownerOf(lock), ttl),
  ]
  const { attempts, patienceMs } = persistence(lock, 0)
  call(world, lock, { node, step, patienceMs, attempts: behaviourOf(lock).sentOnce ? 0 : attempts, requests })
}

/** One lock after the other, in the order of the list (L20). */
function next(world: ClusterWorld, lock: LockState): void {
  const spec = lock.plan.client.lock
  const waitTime = waitTimeOf(lock)
  if (lock.round < lock.nodes.length) ask(world, lock, lock.round, 'lock', waitTime > 0 ? 2 * waitTime : leaseOf(spec) / 1000)
  else finish(world, lock)
}

/** Each lock gets its lease at the end, whatever comes of that (L22). */
function finish(world: ClusterWorld, lock: LockState): void {
  lock.yes = 0
  for (const node of lock.taken) ask(world, lock, node, 'expire', leaseOf(lock.plan.client.lock) / 1000)
}

function notTaken(world: ClusterWorld, lock: LockState): void {
  if (lock.nodes.length - lock.taken.length === bearable(lock)) {
    finish(world, lock)
    return
  }
  if (lock.rounds === 0) {
    giveUp(world, lock)
    return
  }
  lock.rounds -= 1
  goOn(world, lock)
}

/** With a time to wait, it is over when that is (L21). */
function goOn(world: ClusterWorld, lock: LockState): void {
  const waitTime = waitTimeOf(lock)
  lock.round += 1
  if (waitTime > 0 && world.now - lock.since >= micros(waitTime)) giveUp(world, lock)
  else next(world, lock)
}

function giveUp(world: ClusterWorld, lock: LockState): void {
  for (const node of lock.taken) ask(world, lock, node, 'unlock', 0)
  refused(world, lock)
}

const LOCK: Step = {
  done(world, lock, { node, replies }) {
    if (replies[0] !== null) {
      notTaken(world, lock)
      return
    }
    lock.taken.push(node)
    goOn(world, lock)
  },
  // What was not answered in time is unlocked there, and that is waited for (L21).
  failed(world, lock, { node }, error) {
    if (error === 'timeout') ask(world, lock, node, 'undo', 0)
    else notTaken(world, lock)
  },
}

const UNDO: Step = {
  done: (world, lock) => notTaken(world, lock),
  failed: (world, lock) => notTaken(world, lock),
}

const EXPIRE: Step = {
  done(world, lock) {
    lock.yes += 1
    if (lock.yes === lock.taken.length) granted(world, lock, world.now + leaseOf(lock.plan.client.lock), null)
  },
  failed: (world, lock, one) => EXPIRE.done(world, lock, one),
}

/** Errors of an unlock are swallowed (L23). */
const UNLOCK: Step = { done: () => {}, failed: () => {} }

/** `RedissonMultiLock` and `RedissonRedLock`: validity is never computed (L22). */
export const multi: Program = {
  attempt(world, lock) {
    begin(world, lock)
    lock.rounds = bearable(lock)
    lock.round = 0
    next(world, lock)
  },
  leave(world, lock) {
    for (const node of lock.nodes.keys()) ask(world, lock, node, 'unlock', 0)
    lock.phase = 'idle'
  },
  steps: { lock: LOCK, undo: UNDO, expire: EXPIRE, unlock: UNLOCK },
  resends: RESENDS,
}
