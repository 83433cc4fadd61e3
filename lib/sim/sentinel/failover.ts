import type { ClusterWorld } from '../redis/messages'
import { ELECTION_TIMEOUT, RECONFIGURATION_TIMEOUT } from './constants'
import { electedLeader } from './election'
import { sendReconfigure } from './info'
import { changePrimary } from './reset'
import { selectReplica } from './select'
import type { SentinelState } from './state'

/** Starts a failover when the primary is objectively down and the last attempt is long enough ago (R102). */
export function startFailoverIfNeeded(world: ClusterWorld, sentinel: SentinelState): boolean {
  if (!sentinel.objectivelyDown || sentinel.inFailover) return false
  if (world.now - sentinel.failoverStart < 2 * sentinel.failoverTimeout) return false
  startFailover(world, sentinel)
  return true
}

export function startFailover(world: ClusterWorld, sentinel: SentinelState): void {
  sentinel.currentEpoch += 1
  sentinel.failoverEpoch = sentinel.currentEpoch
  sentinel.failoverState = 'wait start'
  sentinel.note(world, '+new-epoch', sentinel.primary, { epoch: sentinel.currentEpoch })
  sentinel.note(world, '+try-failover', sentinel.primary, { epoch: sentinel.currentEpoch })
  sentinel.failoverStart = world.now + sentinel.desync()
  sentinel.stateChange = world.now
  // Its vote for itself follows in this tick, and goes into the file before the requests leave (R100).
  sentinel.flush(world)
}

/** One step of the leader's state machine; at most one a tick (R82). */
export function stepFailover(world: ClusterWorld, sentinel: SentinelState): void {
  switch (sentinel.failoverState) {
    case 'wait start':
      waitStart(world, sentinel)
      break
    case 'select replica':
      choose(world, sentinel)
      break
    case 'send replicaof no one':
      sendPromotion(world, sentinel)
      break
    case 'wait promotion':
      if (world.now - sentinel.stateChange > sentinel.failoverTimeout) abort(world, sentinel, '-failover-abort-slave-timeout')
      break
    case 'reconfigure replicas':
      reconfigureNext(world, sentinel)
      break
  }
}

/** The last step, after all instances have been handled: the leader switches too (R116). */
export function finishFailoverIfDue(world: ClusterWorld, sentinel: SentinelState): void {
  if (sentinel.failoverState !== 'update config' || sentinel.promoted === null) return
  const to = sentinel.promoted.host
  sentinel.note(world, '+switch-master', sentinel.primary, { to })
  changePrimary(world, sentinel, to)
}

function enter(world: ClusterWorld, sentinel: SentinelState, state: SentinelState['failoverState']): void {
  sentinel.failoverState = state
  sentinel.stateChange = world.now
}

function abort(
  world: ClusterWorld,
  sentinel: SentinelState,
  event: '-failover-abort-not-elected' | '-failover-abort-no-good-slave' | '-failover-abort-slave-timeout',
): void {
  sentinel.note(world, event, sentinel.primary)
  if (sentinel.promoted !== null) sentinel.promoted.promoted = false
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
  sentinel.note(world, '+elected-leader', sentinel.primary, { epoch: sentinel.failoverEpoch })
  enter(world, sentinel, 'select replica')
  sentinel.note(world, '+failover-state-select-slave', sentinel.primary)
}

function choose(world: ClusterWorld, sentinel: SentinelState): void {
  const chosen = selectReplica(world.now, sentinel)
  if (chosen === null) {
    abort(world, sentinel, '-failover-abort-no-good-slave')
    return
  }
  chosen.promoted = true
  sentinel.promoted = chosen
  sentinel.note(world, '+selected-slave', chosen)
  enter(world, sentinel, 'send replicaof no one')
  sentinel.note(world, '+failover-state-send-slaveof-noone', chosen)
}

function sendPromotion(world: ClusterWorld, sentinel: SentinelState): void {
  const chosen = sentinel.promoted
  if (chosen === null) return
  if (chosen.link.disconnected) {
    if (world.now - sentinel.stateChange > sentinel.failoverTimeout) abort(world, sentinel, '-failover-abort-slave-timeout')
    return
  }
  sendReconfigure(world, sentinel, chosen, null)
  sentinel.note(world, '+failover-state-wait-promotion', chosen)
  enter(world, sentinel, 'wait promotion')
}

/** Points the other replicas at the new primary, `parallel-syncs` at a time (R114). */
function reconfigureNext(world: ClusterWorld, sentinel: SentinelState): void {
  const to = sentinel.promoted?.host
  if (to === undefined) return
  let inProgress = sentinel.replicas.filter(
    ({ reconfiguration }) => reconfiguration === 'sent' || reconfiguration === 'in progress',
  ).length
  for (const replica of sentinel.replicas) {
    if (inProgress >= sentinel.conf['parallel-syncs']) break
    if (replica.promoted || replica.reconfiguration === 'done') continue
    if (replica.reconfiguration === 'sent' && world.now - replica.reconfigurationSent > RECONFIGURATION_TIMEOUT) {
      sentinel.note(world, '-slave-reconf-sent-timeout', replica)
      replica.reconfiguration = 'done'
    }
    if (replica.reconfiguration !== 'none' || replica.link.disconnected) continue
    sendReconfigure(world, sentinel, replica, to)
    replica.reconfiguration = 'sent'
    replica.reconfigurationSent = world.now
    sentinel.note(world, '+slave-reconf-sent', replica)
    inProgress += 1
  }
  detectEnd(world, sentinel, to)
}

/** All replicas are done, or it has taken too long: then the rest get the command without waiting (R115). */
function detectEnd(world: ClusterWorld, sentinel: SentinelState, to: string): void {
  if (sentinel.promoted === null || sentinel.promoted.subjectivelyDown) return
  const late = world.now - sentinel.stateChange > sentinel.failoverTimeout
  const open = sentinel.replicas.filter(
    (replica) => !replica.promoted && replica.reconfiguration !== 'done' && !replica.subjectivelyDown,
  )
  if (late) sentinel.note(world, '+failover-end-for-timeout', sentinel.primary)
  if (open.length > 0 && !late) return
  sentinel.note(world, '+failover-end', sentinel.primary)
  enter(world, sentinel, 'update config')
  if (!late) return
  for (const replica of sentinel.replicas) {
    if (replica.promoted || replica.reconfiguration === 'done' || replica.reconfiguration === 'sent' || replica.link.disconnected)
      continue
    sendReconfigure(world, sentinel, replica, to)
    sentinel.note(world, '+slave-reconf-sent-be', replica)
    replica.reconfiguration = 'sent'
  }
}
