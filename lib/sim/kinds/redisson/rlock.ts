import { timer } from '../../core/world'
import { call, evaluate } from '../lock/calls'
import { begin, failed, granted, notRenewed, refused, renewed, threw } from '../lock/outcome'
import type { Program, Step } from '../lock/program'
import { leaseOf } from '../lock/settings'
import { type Call, isSingle, type LockState, ownerOf, type Request } from '../lock/state'
import type { ClusterWorld } from '../protocol'
import type { Command } from '../redis/messages'
import { askToken, TOKEN } from './token'
import { attemptsOf, behaviourOf, persistence, RESENDS, retryDelayOf, syncTimeoutOf } from './transport'
import { isUnsynced } from './versions'

/** The exception of L12. */
const NOT_SYNCED = 'NoSyncedSlaves'

/** What a script is sent for; it is the step of its call, too. */
type Goal = 'lock' | 'undo' | 'unlock' | 'renew'

/** One script with its WAIT, the replicas being counted first where the version asks for them (L8, L9). */
function synced(world: ClusterWorld, lock: LockState, goal: Goal): void {
  const { counts } = behaviourOf(lock)
  // With a single server there is no WAIT (L9).
  if (counts === 'none' || (isSingle(lock) && lock.plan.client.sentinels === undefined)) sendScript(world, lock, goal, 0)
  else if (counts === 'list') sendScript(world, lock, goal, lock.listed)
  else if (counts === 'cached' && lock.cached !== null) sendScript(world, lock, goal, lock.cached)
  else call(world, lock, { node: 0, step: 'count', goal, ...persistence(lock, 0), requests: [command('INFO', 'replication')] })
}

function sendScript(world: ClusterWorld, lock: LockState, goal: Goal, asked: number): void {
  const spec = lock.plan.client.lock
  const lease = leaseOf(spec) / 1000
  const script = goal === 'undo' ? 'unlock' : goal === 'lock' && spec.algorithm === 'redisson-fenced' ? 'fenced' : goal
  const requests: Request[] = [evaluate('redisson', script, spec.name, ownerOf(lock), lease)]
  if (asked > 0) requests.push(command('WAIT', String(asked), String(syncTimeoutOf(lock))))
  call(world, lock, { node: 0, step: goal, asked, ...persistence(lock, asked), requests })
}

function command(name: string, ...args: readonly string[]): Command {
  return { type: 'command', name, args, write: -1, bytes: 0 }
}

/** Whether the number that WAIT returned is an error (L11); a cached count that it contradicts is thrown away (L9). */
function isJudgedUnsynced(lock: LockState, { asked, replies }: Call): boolean {
  const { counts, judges, strictCache } = behaviourOf(lock)
  const confirmed = asked === 0 ? 0 : Number(replies[1])
  if (counts === 'cached' && asked > 0 && (strictCache ? confirmed !== asked : confirmed < asked)) lock.cached = null
  return lock.plan.client.lock.conf?.checkLockSyncedSlaves !== false && isUnsynced(judges, asked, confirmed)
}

/** After such an error the lock stays as it is, or is undone, and perhaps tried again (L11, L13). `lockAndGetToken` knows neither (L25). */
function unsynced(world: ClusterWorld, lock: LockState): void {
  if (behaviourOf(lock).after === 'stuck' || lock.plan.client.lock.algorithm === 'redisson-fenced')
    failed(world, lock, NOT_SYNCED)
  else synced(world, lock, 'undo')
}

function undone(world: ClusterWorld, lock: LockState): void {
  if (behaviourOf(lock).after !== 'retried' || lock.rounds === 0) {
    failed(world, lock, NOT_SYNCED)
    return
  }
  lock.rounds -= 1
  timer(world, lock.place, world.now + retryDelayOf(lock), 'again', lock.turn)
}

/** The watchdog: so long after the last renewal was over (L17). */
function scheduleRenewal(world: ClusterWorld, lock: LockState): void {
  const spec = lock.plan.client.lock
  if (spec.leaseMs === null) timer(world, lock.place, world.now + Math.floor(leaseOf(spec) / 3), 'renew', lock.turn)
}

const COUNT: Step = {
  done(world, lock, { goal, replies }) {
    const count = Number(/connected_slaves:(\d+)/.exec(String(replies[0]))?.[1])
    if (behaviourOf(lock).counts === 'cached') lock.cached = count
    sendScript(world, lock, goal as Goal, count)
  },
  failed: (world, lock, one, error) => STEPS[one.goal]?.failed(world, lock, one, error),
}

const LOCK: Step = {
  done(world, lock, one) {
    const [answer = null] = one.replies
    const [left, token] = Array.isArray(answer) ? answer : [answer, null]
    if (isJudgedUnsynced(lock, one)) unsynced(world, lock)
    else if (left !== null && left !== -1) refused(world, lock)
    else {
      granted(world, lock, one.since + leaseOf(lock.plan.client.lock), typeof token === 'number' ? token : null)
      scheduleRenewal(world, lock)
    }
  },
  failed: (world, lock, _one, error) => failed(world, lock, error),
}

const UNDO: Step = {
  done: (world, lock) => undone(world, lock),
  failed: (world, lock) => undone(world, lock),
}

/** It waits and is judged as the lock is; the belief was over when it was called (L7). */
const UNLOCK: Step = {
  done(world, lock, one) {
    lock.phase = 'idle'
    if (isJudgedUnsynced(lock, one)) threw(world, lock, NOT_SYNCED)
    else if (one.replies[0] === null) threw(world, lock, 'IllegalMonitorState')
  },
  failed: (world, lock, _one, error) => failed(world, lock, error),
}

const RENEW: Step = {
  done(world, lock, one) {
    if (isOver(lock, one)) return
    if (one.replies[0] !== 1) {
      notRenewed(world, lock, 'gone', true, false)
      return
    }
    renewed(world, lock, one.since + leaseOf(lock.plan.client.lock))
    if (isJudgedUnsynced(lock, one)) renewalFailed(world, lock, NOT_SYNCED)
    else scheduleRenewal(world, lock)
  },
  failed(world, lock, one, error) {
    if (!isOver(lock, one)) renewalFailed(world, lock, error)
  },
}

function isOver({ phase, turn }: LockState, one: Call): boolean {
  return phase !== 'held' || one.turn !== turn
}

/** Up to 3.43.0 it was the last (L18). */
function renewalFailed(world: ClusterWorld, lock: LockState, error: string): void {
  const { renewsOn } = behaviourOf(lock)
  notRenewed(world, lock, error, !renewsOn, false)
  if (renewsOn) scheduleRenewal(world, lock)
}

const STEPS: Readonly<Record<string, Step>> = { count: COUNT, lock: LOCK, undo: UNDO, unlock: UNLOCK, renew: RENEW, token: TOKEN }

/** `RLock` and `RFencedLock`, version by version. */
export const rlock: Program = {
  attempt(world, lock) {
    begin(world, lock)
    lock.rounds = attemptsOf(lock)
    synced(world, lock, 'lock')
  },
  again: (world, lock) => synced(world, lock, 'lock'),
  leave: (world, lock) => synced(world, lock, 'unlock'),
  renew: (world, lock) => synced(world, lock, 'renew'),
  askToken,
  steps: STEPS,
  resends: RESENDS,
}
