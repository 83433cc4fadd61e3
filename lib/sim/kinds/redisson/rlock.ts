import { timer } from '../../core/world'
import { call, command, evaluate, pauseOf } from '../lock/calls'
import { begin, failed, granted, notRenewed, renewed, tell } from '../lock/outcome'
import type { Program, Step } from '../lock/program'
import type { Call, LockState } from '../lock/state'
import { awake, held, unsubscribe } from '../lock/wait'
import type { ClusterWorld } from '../protocol'
import { channelOf } from './scripts'
import { askToken, TOKEN } from './token'
import { type Conf, persistence, unlocking } from './transport'
import { isUnsynced } from './versions'

/** The exception of L12. */
const NOT_SYNCED = 'NoSyncedSlaves'

/** What a script is sent for; it is the step of its call, too. */
type Goal = 'lock' | 'undo' | 'unlock' | 'renew'

type RLock = LockState<Conf>

/** One script with its WAIT, the replicas being counted first where the version asks for them (L8, L9). */
function synced(world: ClusterWorld, lock: RLock, goal: Goal): void {
  const { counts } = lock.conf
  // With a single server there is no WAIT (L9).
  if (counts === 'none' || lock.sentinels.length === 0) sendScript(world, lock, goal, 0)
  else if (counts === 'list') sendScript(world, lock, goal, lock.listed)
  else if (counts === 'cached' && lock.cached !== null) sendScript(world, lock, goal, lock.cached)
  else call(world, lock, { step: 'count', goal, ...persistence(lock, 0), requests: [command('INFO', 'replication')] })
}

function sendScript(world: ClusterWorld, lock: RLock, goal: Goal, asked: number): void {
  const script = goal === 'lock' && isFenced(lock) ? 'fenced' : goal
  const requests = [goal === 'undo' || goal === 'unlock' ? unlocking(lock) : evaluate(lock, script)]
  if (asked > 0) requests.push(command('WAIT', String(asked), String(lock.conf.slavesSyncTimeout)))
  call(world, lock, { step: goal, asked, ...persistence(lock, asked), requests })
}

function isFenced({ spec }: RLock): boolean {
  return spec.algorithm === 'redisson-fenced'
}

/** Whether the number that WAIT returned is an error (L11); a cached count that it contradicts is thrown away (L9). */
function isJudgedUnsynced(lock: RLock, { asked, replies }: Call): boolean {
  const { counts, judges, strictCache, checkLockSyncedSlaves } = lock.conf
  const confirmed = asked === 0 ? 0 : Number(replies[1])
  if (counts === 'cached' && asked > 0 && (strictCache ? confirmed !== asked : confirmed < asked)) lock.cached = null
  return checkLockSyncedSlaves && isUnsynced(judges, asked, confirmed)
}

/** The watchdog: so long after the last renewal was over (L17). */
function scheduleRenewal(world: ClusterWorld, lock: RLock): void {
  if (lock.spec.leaseMs === null) timer(world, lock.place, world.now + Math.floor(lock.lease / 3), 'renew', lock.turn)
}

/** Up to 3.43.0 it was the last (L18). */
function renewalFailed(world: ClusterWorld, lock: RLock, error: string): void {
  const { renewsOn } = lock.conf
  notRenewed(world, lock, error, renewsOn !== true)
  if (renewsOn) scheduleRenewal(world, lock)
}

const STEPS: Readonly<Record<string, Step<Conf>>> = {
  count(world, lock, one, error) {
    if (error !== null) {
      STEPS[one.goal]?.(world, lock, one, error)
      return
    }
    const count = Number(/connected_slaves:(\d+)/.exec(String(one.replies[0]))?.[1])
    if (lock.conf.counts === 'cached') lock.cached = count
    sendScript(world, lock, one.goal as Goal, count)
  },

  lock(world, lock, one, error) {
    const [answer = null] = one.replies
    const [left, token] = Array.isArray(answer) ? answer : [answer]
    if (error !== null) failed(world, lock, error)
    else if (isJudgedUnsynced(lock, one)) {
      // The lock stays as it is, or is undone, and perhaps tried again (L11, L13). `lockAndGetToken` knows neither (L25).
      if (lock.conf.after === 'stuck' || isFenced(lock)) failed(world, lock, NOT_SYNCED)
      else synced(world, lock, 'undo')
    } else if (left !== null && left !== -1) {
      if (held(world, lock, left, channelOf(lock.spec.name))) synced(world, lock, 'lock')
    } else {
      granted(world, lock, one.since + lock.lease, token)
      scheduleRenewal(world, lock)
    }
    unsubscribe(world, lock)
  },

  undo(world, lock) {
    if (lock.conf.after !== 'retried' || lock.rounds === 0) failed(world, lock, NOT_SYNCED)
    else {
      lock.rounds -= 1
      timer(world, lock.place, world.now + pauseOf(lock), 'again', lock.turn)
    }
    unsubscribe(world, lock)
  },

  // It waits and is judged as the lock is; the belief was over when it was called (L7).
  unlock(world, lock, one, error) {
    lock.phase = 'idle'
    const thrown = error ?? (isJudgedUnsynced(lock, one) ? NOT_SYNCED : one.replies[0] === null ? 'IllegalMonitorState' : null)
    if (thrown !== null) tell(world, lock, { type: 'lock-failed', error: thrown })
  },

  renew(world, lock, one, error) {
    if (lock.phase !== 'held' || one.turn !== lock.turn) return
    if (error !== null) renewalFailed(world, lock, error)
    else if (one.replies[0] !== 1) notRenewed(world, lock, 'gone', true)
    else {
      renewed(world, lock, one.since + lock.lease)
      if (isJudgedUnsynced(lock, one)) renewalFailed(world, lock, NOT_SYNCED)
      else scheduleRenewal(world, lock)
    }
  },

  token: TOKEN,
}

/** `RLock` and `RFencedLock`, version by version. */
export const rlock: Program<Conf> = {
  attempt(world, lock) {
    begin(world, lock)
    lock.rounds = lock.conf.retryAttempts
    lock.heard = false
    synced(world, lock, 'lock')
  },
  again(world, lock) {
    if (awake(world, lock)) synced(world, lock, 'lock')
  },
  leave: (world, lock) => synced(world, lock, 'unlock'),
  renew: (world, lock) => synced(world, lock, 'renew'),
  askToken,
  steps: STEPS,
}
