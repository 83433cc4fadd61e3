import { integerIn } from '../../core/random'
import { MILLISECOND, type Micros, micros } from '../../core/time'
import { timer } from '../../core/world'
import { call, evaluate } from '../lock/calls'
import { begin, granted, leave, notRenewed, refused, renewed } from '../lock/outcome'
import type { Program, Step } from '../lock/program'
import { leaseOf } from '../lock/settings'
import type { LockConf, LockSpec } from '../lock/spec'
import { type Call, type LockState, ownerOf } from '../lock/state'
import type { ClusterWorld } from '../protocol'
import { type RedLock, redLockOf } from './versions'

/** The package's defaults (L27); the specified RedLock waits for a server 50 ms at most (L26). */
const DEFAULTS = {
  driftFactor: 0.01,
  retryCount: 10,
  retryDelay: 200,
  retryJitter: 100,
  nodeTimeout: 50,
} as const satisfies LockConf

function settingOf({ conf }: LockSpec, name: keyof typeof DEFAULTS): number {
  return conf?.[name] ?? DEFAULTS[name]
}

function variantOf({ plan }: LockState): RedLock {
  return redLockOf(plan.client.lock.version ?? '')
}

function askAll(world: ClusterWorld, lock: LockState, step: 'set-nx' | 'extend' | 'release'): void {
  const { name, leaseMs } = lock.plan.client.lock
  const requests = [evaluate('redlock', step, name, ownerOf(lock), leaseMs ?? 0)]
  const patienceMs = variantOf(lock).patience ? settingOf(lock.plan.client.lock, 'nodeTimeout') : null
  for (const node of lock.nodes.keys()) call(world, lock, { node, step, goal: String(lock.round), patienceMs, requests })
}

/** Asks all servers at once; the votes of earlier rounds count no more. */
function vote(world: ClusterWorld, lock: LockState, step: 'set-nx' | 'extend'): void {
  lock.round += 1
  lock.roundSince = world.now
  lock.yes = 0
  lock.no = 0
  askAll(world, lock, step)
}

/** What is left of the lease that was asked for at `since`: the drift is taken off (L26, L27). */
function validUntil({ plan }: LockState, since: Micros): Micros {
  const lease = leaseOf(plan.client.lock)
  return (
    since + lease - Math.round((settingOf(plan.client.lock, 'driftFactor') * lease) / MILLISECOND) * MILLISECOND - 2 * MILLISECOND
  )
}

/** True or false once it is decided; null while it is not, which may be for ever (L28, L30). */
function decision({ nodes, yes, no }: LockState, { decidedBy }: RedLock): boolean | null {
  const quorum = Math.floor(nodes.length / 2) + 1
  if (decidedBy === 'all') return yes + no < nodes.length ? null : yes >= quorum
  if (yes >= quorum) return true
  return no >= quorum ? false : null
}

/** A step in which each server says yes or no. */
function voting(phase: LockState['phase'], decided: (world: ClusterWorld, lock: LockState, won: boolean) => void): Step {
  const count = (world: ClusterWorld, lock: LockState, { goal, turn }: Call, yes: boolean): void => {
    if (lock.phase !== phase || lock.turn !== turn || goal !== String(lock.round)) return
    const before = decision(lock, variantOf(lock))
    if (yes) lock.yes += 1
    else lock.no += 1
    const won = decision(lock, variantOf(lock))
    if (before === null && won !== null) decided(world, lock, won)
  }
  return {
    done: (world, lock, one) => count(world, lock, one, one.replies[0] === 'OK' || one.replies[0] === 1),
    failed: (world, lock, one) => count(world, lock, one, false),
  }
}

function acquired(world: ClusterWorld, lock: LockState, won: boolean): void {
  const { validity, releasesBetween } = variantOf(lock)
  // v5 counts from the call of `acquire()`, through all its tries (L28).
  const until = validUntil(lock, releasesBetween ? lock.roundSince : lock.since)
  if (won && (!validity || until > world.now)) {
    granted(world, lock, until, null)
    scheduleExtension(world, lock)
    return
  }
  const last = lock.rounds === 0
  if (releasesBetween || last) askAll(world, lock, 'release')
  if (last) refused(world, lock)
  else retry(world, lock, 'again')
}

function retry(world: ClusterWorld, lock: LockState, what: 'again' | 'renew'): void {
  const spec = lock.plan.client.lock
  lock.rounds -= 1
  const jitter = micros(settingOf(spec, 'retryJitter'))
  const delay = micros(settingOf(spec, 'retryDelay')) + integerIn(lock.random, -jitter, jitter)
  timer(world, lock.place, world.now + Math.max(0, delay), what, lock.turn)
}

/** `using()` extends so long before the end (L29). */
function scheduleExtension(world: ClusterWorld, lock: LockState): void {
  const threshold = lock.plan.client.lock.conf?.automaticExtensionThreshold
  if (threshold === undefined) return
  lock.rounds = settingOf(lock.plan.client.lock, 'retryCount')
  timer(world, lock.place, Math.max(world.now, lock.until - micros(threshold)), 'renew', lock.turn)
}

/** After its last try it begins anew unless the lock has expired; only then is the routine told (L29). */
function extended(world: ClusterWorld, lock: LockState, won: boolean): void {
  if (won) {
    renewed(world, lock, validUntil(lock, lock.roundSince))
    scheduleExtension(world, lock)
  } else if (lock.rounds > 0) retry(world, lock, 'renew')
  else if (world.now < lock.until) {
    notRenewed(world, lock, 'ExecutionError', false, false)
    lock.rounds = settingOf(lock.plan.client.lock, 'retryCount')
    vote(world, lock, 'extend')
  } else {
    notRenewed(world, lock, 'ExecutionError', true, true)
    leave(world, lock, 'told')
    release(world, lock)
  }
}

function release(world: ClusterWorld, lock: LockState): void {
  askAll(world, lock, 'release')
  lock.phase = 'idle'
}

/** RedLock over several servers: as specified, or as the package `redlock` has it. */
export const redlock: Program = {
  attempt(world, lock) {
    begin(world, lock)
    lock.rounds = settingOf(lock.plan.client.lock, 'retryCount')
    vote(world, lock, 'set-nx')
  },
  again: (world, lock) => vote(world, lock, 'set-nx'),
  renew: (world, lock) => vote(world, lock, 'extend'),
  leave: release,
  steps: {
    'set-nx': voting('trying', acquired),
    extend: voting('held', extended),
    release: { done: () => {}, failed: () => {} },
  },
}
