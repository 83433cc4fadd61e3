import { latest } from '../../core/world'
import type { ClusterWorld } from '../protocol'
import { ELECTION_TIMEOUT, RECONFIGURATION_TIMEOUT } from './constants'
import { electedLeader } from './election'
import { flush } from './file'
import { sendReconfigure } from './info'
import { changePrimary } from './reset'
import { selectReplica } from './select'
import { desync, type FailoverState, inFailover, note, promotedOf, type SentinelState } from './state'

/** Starts a failover when the primary is objectively down and the last attempt is long enough ago (R102). */
export function startFailoverIfNeeded(world: ClusterWorld, sentinel: SentinelState): boolean {
  if (!sentinel.objectivelyDown || inFailover(sentinel)) return false
  if (world.now - sentinel.failoverStart < 2 * sentinel.failoverTimeout) return false
  world.cause = sentinel.objectivelyDownBy
  startFailover(world, sentinel)
  return true
}

export function startFailover(world: ClusterWorld, sentinel: SentinelState): void {
  sentinel.currentEpoch += 1
  sentinel.failoverEpoch = sentinel.currentEpoch
  sentinel.failoverState = 'wait start'
  note(world, sentinel, '+new-epoch', sentinel.primary, { epoch: sentinel.currentEpoch })
  note(world, sentinel, '+try-failover', sentinel.primary, { epoch: sentinel.currentEpoch })
  sentinel.failoverStart = world.now + desync(sentinel)
  sentinel.stateChange = world.now
  sentinel.stateBy = world.cause
  // Its vote for itself follows in this tick, and goes into the file before the requests leave (R100).
  flush(world, sentinel)
}

/** One step of the leader's state machine; at most one a tick (R82). */
export function stepFailover(world: ClusterWorld, sentinel: SentinelState): void {
  if (!inFailover(sentinel)) return
  world.cause = sentinel.stateBy
  STEPS[sentinel.failoverState]?.(world, sentinel)
}

const STEPS: { readonly [S in FailoverState]?: (world: ClusterWorld, sentinel: SentinelState) => void } = {
  'wait start': waitStart,
  'select replica': choose,
  'send replicaof no one': sendPromotion,
  'wait promotion': waitPromotion,
  'reconfigure replicas': reconfigureNext,
}

/** The last step, after all instances have been handled: the leader switches too (R116). */
export function finishFailoverIfDue(world: ClusterWorld, sentinel: SentinelState): void {
  if (sentinel.failoverState !== 'update config' || sentinel.promoted === null) return
  const to = sentinel.promoted
  world.cause = sentinel.stateBy
  note(world, sentinel, '+switch-master', sentinel.primary, { to })
  changePrimary(world, sentinel, to)
}

function enter(world: ClusterWorld, sentinel: SentinelState, state: FailoverState): void {
  sentinel.failoverState = state
  sentinel.stateChange = world.now
  sentinel.stateBy = world.cause
}

function abort(
  world: ClusterWorld,
  sentinel: SentinelState,
  event: '-failover-abort-not-elected' | '-failover-abort-no-good-slave' | '-failover-abort-slave-timeout',
): void {
  note(world, sentinel, event, sentinel.primary)
  const promoted = promotedOf(sentinel)
  if (promoted !== null) promoted.promoted = false
  sentinel.promoted = null
  sentinel.forced = false
  enter(world, sentinel, 'none')
}

function waitStart(world: ClusterWorld, sentinel: SentinelState): void {
  const leader = electedLeader(world, sentinel, sentinel.failoverEpoch)
  if (leader !== sentinel.host && !sentinel.forced) {
    const timeout = Math.min(ELECTION_TIMEOUT, sentinel.failoverTimeout)
    if (world.now - sentinel.failoverStart > timeout) abort(world, sentinel, '-failover-abort-not-elected')
    return
  }
  if (!sentinel.forced) world.cause = latest([world.cause, ...votesFor(sentinel)])
  note(world, sentinel, '+elected-leader', sentinel.primary, { epoch: sentinel.failoverEpoch })
  enter(world, sentinel, 'select replica')
  note(world, sentinel, '+failover-state-select-slave', sentinel.primary)
}

/** The events of which the votes for this sentinel came. */
function votesFor({ peers, host, currentEpoch }: SentinelState): readonly (number | null)[] {
  return peers.filter(({ vote, voteEpoch }) => vote === host && voteEpoch === currentEpoch).map(({ voteBy }) => voteBy)
}

function choose(world: ClusterWorld, sentinel: SentinelState): void {
  const chosen = selectReplica(world.now, sentinel)
  if (chosen === null) {
    abort(world, sentinel, '-failover-abort-no-good-slave')
    return
  }
  chosen.promoted = true
  sentinel.promoted = chosen.host
  note(world, sentinel, '+selected-slave', chosen)
  enter(world, sentinel, 'send replicaof no one')
  note(world, sentinel, '+failover-state-send-slaveof-noone', chosen)
}

function sendPromotion(world: ClusterWorld, sentinel: SentinelState): void {
  const chosen = promotedOf(sentinel)
  if (chosen === null) return
  if (chosen.link.disconnected) {
    if (world.now - sentinel.stateChange > sentinel.failoverTimeout) abort(world, sentinel, '-failover-abort-slave-timeout')
    return
  }
  sendReconfigure(world, sentinel, chosen, null)
  note(world, sentinel, '+failover-state-wait-promotion', chosen)
  enter(world, sentinel, 'wait promotion')
}

/** The replica says so in its INFO when it is a primary (`replicaSaysPrimary`); until then only time passes. */
function waitPromotion(world: ClusterWorld, sentinel: SentinelState): void {
  if (world.now - sentinel.stateChange > sentinel.failoverTimeout) abort(world, sentinel, '-failover-abort-slave-timeout')
}

/** Points the other replicas at the new primary, `parallel-syncs` at a time (R114). */
function reconfigureNext(world: ClusterWorld, sentinel: SentinelState): void {
  const to = sentinel.promoted
  if (to === null) return
  let inProgress = sentinel.replicas.filter(
    ({ reconfiguration }) => reconfiguration === 'sent' || reconfiguration === 'in progress',
  ).length
  for (const replica of sentinel.replicas) {
    if (inProgress >= sentinel.conf['parallel-syncs']) break
    if (replica.promoted || replica.reconfiguration === 'done') continue
    if (replica.reconfiguration === 'sent' && world.now - replica.reconfigurationSent > RECONFIGURATION_TIMEOUT) {
      note(world, sentinel, '-slave-reconf-sent-timeout', replica)
      replica.reconfiguration = 'done'
    }
    if (replica.reconfiguration !== 'none' || replica.link.disconnected) continue
    sendReconfigure(world, sentinel, replica, to)
    replica.reconfiguration = 'sent'
    replica.reconfigurationSent = world.now
    note(world, sentinel, '+slave-reconf-sent', replica)
    inProgress += 1
  }
  detectEnd(world, sentinel, to)
}

/** All replicas are done, or it has taken too long: then the rest get the command without waiting (R115). */
function detectEnd(world: ClusterWorld, sentinel: SentinelState, to: string): void {
  const promoted = promotedOf(sentinel)
  if (promoted === null || promoted.subjectivelyDown) return
  const late = world.now - sentinel.stateChange > sentinel.failoverTimeout
  const open = sentinel.replicas.filter(
    (replica) => !replica.promoted && replica.reconfiguration !== 'done' && !replica.subjectivelyDown,
  )
  if (late) note(world, sentinel, '+failover-end-for-timeout', sentinel.primary)
  if (open.length > 0 && !late) return
  note(world, sentinel, '+failover-end', sentinel.primary)
  enter(world, sentinel, 'update config')
  if (!late) return
  for (const replica of sentinel.replicas) {
    if (replica.promoted || replica.reconfiguration === 'done' || replica.reconfiguration === 'sent' || replica.link.disconnected)
      continue
    sendReconfigure(world, sentinel, replica, to)
    note(world, sentinel, '+slave-reconf-sent-be', replica)
    replica.reconfiguration = 'sent'
  }
}
