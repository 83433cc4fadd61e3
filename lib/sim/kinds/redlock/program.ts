import { integerIn } from '../../core/random'
import { MILLISECOND, type Micros, micros } from '../../core/time'
import { timer } from '../../core/world'
import { call, evaluate } from '../lock/calls'
import { begin, granted, leave, notRenewed, refused, renewed } from '../lock/outcome'
import type { Program, Step } from '../lock/program'
import type { LockConf, LockSpec } from '../lock/spec'
import type { LockState } from '../lock/state'
import type { ClusterWorld } from '../protocol'
import { REDLOCK_DEFAULTS, type RedLock, redLockOf } from './versions'

type Conf = RedLock & Pick<LockConf, 'automaticExtensionThreshold'> & typeof OWN

type Locking = LockState<Conf>

/** Its settings, and how its version behaves. It asks no sentinel. */
const OWN = { ...REDLOCK_DEFAULTS, scanInterval: 0 }

export function confOf({ version = '' }: LockSpec): Conf {
  return { ...OWN, ...redLockOf(version) }
}

/** Asks all servers at once; what was asked before counts no more. */
function askAll(world: ClusterWorld, lock: Locking, step: 'set-nx' | 'extend' | 'release'): void {
  const { patience, nodeTimeout } = lock.conf
  const requests = [evaluate(lock, step)]
  lock.calls = {}
  for (const node of lock.nodes.keys()) call(world, lock, { node, step, patienceMs: patience ? nodeTimeout : null, requests })
}

function vote(world: ClusterWorld, lock: Locking, step: 'set-nx' | 'extend'): void {
  lock.roundSince = world.now
  lock.yes = 0
  lock.no = 0
  askAll(world, lock, step)
}

/** What is left of the lease that was asked for at `since`: the drift is taken off (L26, L27). */
function validUntil({ conf, lease }: Locking, since: Micros): Micros {
  return since + lease - (Math.round((conf.driftFactor * lease) / MILLISECOND) + 2) * MILLISECOND
}

/** True or false once it is decided; null while it is not, which may be for ever (L28, L30). */
function decision({ nodes, yes, no, conf }: Locking): boolean | null {
  const quorum = Math.floor(nodes.length / 2) + 1
  if (conf.hasty !== true) return yes + no < nodes.length ? null : yes >= quorum
  if (yes >= quorum) return true
  return no >= quorum ? false : null
}

/** A step in which each server says yes or no. */
function voting(decided: (world: ClusterWorld, lock: Locking, won: boolean) => void): Step<Conf> {
  return (world, lock, { replies }, error) => {
    if (decision(lock) !== null) return
    if (error === null && (replies[0] === 'OK' || replies[0] === 1)) lock.yes += 1
    else lock.no += 1
    const won = decision(lock)
    if (won !== null) decided(world, lock, won)
  }
}

function acquired(world: ClusterWorld, lock: Locking, won: boolean): void {
  const { hasty } = lock.conf
  // v5 counts from the call of `acquire()`, through all its tries (L28).
  const until = validUntil(lock, hasty ? lock.since : lock.roundSince)
  if (won && (hasty || until > world.now)) {
    granted(world, lock, until)
    scheduleExtension(world, lock)
    return
  }
  const last = lock.rounds === 0
  if (last || !hasty) askAll(world, lock, 'release')
  if (last) refused(world, lock)
  else retry(world, lock, 'again')
}

function retry(world: ClusterWorld, lock: Locking, what: 'again' | 'renew'): void {
  const { retryDelay, retryJitter } = lock.conf
  lock.rounds -= 1
  const jitter = micros(retryJitter)
  const delay = micros(retryDelay) + integerIn(lock.random, -jitter, jitter)
  timer(world, lock.place, world.now + Math.max(0, delay), what, lock.turn)
}

/** `using()` extends so long before the end (L29). */
function scheduleExtension(world: ClusterWorld, lock: Locking): void {
  const { automaticExtensionThreshold: threshold, retryCount } = lock.conf
  if (threshold === undefined) return
  lock.rounds = retryCount
  timer(world, lock.place, Math.max(world.now, lock.until - micros(threshold)), 'renew', lock.turn)
}

/** After its last try it begins anew unless the lock has expired; only then is the routine told (L29). */
function extended(world: ClusterWorld, lock: Locking, won: boolean): void {
  if (won) {
    renewed(world, lock, validUntil(lock, lock.roundSince))
    scheduleExtension(world, lock)
  } else if (lock.rounds > 0) retry(world, lock, 'renew')
  else {
    const expired = world.now >= lock.until
    notRenewed(world, lock, 'ExecutionError', expired, expired)
    if (expired) {
      leave(world, lock, 'told')
      release(world, lock)
    } else {
      lock.rounds = lock.conf.retryCount
      vote(world, lock, 'extend')
    }
  }
}

function release(world: ClusterWorld, lock: Locking): void {
  askAll(world, lock, 'release')
  lock.phase = 'idle'
}

/** RedLock over several servers: as specified, or as the package `redlock` has it. */
export const redlock: Program<Conf> = {
  attempt(world, lock) {
    begin(world, lock)
    lock.rounds = lock.conf.retryCount
    vote(world, lock, 'set-nx')
  },
  again: (world, lock) => vote(world, lock, 'set-nx'),
  renew: (world, lock) => vote(world, lock, 'extend'),
  leave: release,
  steps: { 'set-nx': voting(acquired), extend: voting(extended), release() {} },
}
