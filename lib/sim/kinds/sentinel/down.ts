import type { Tagged } from '../../core/model'
import { micros, SECOND } from '../../core/time'
import { latest } from '../../core/world'
import type { Message } from '../messages'
import type { ClusterWorld } from '../protocol'
import { ASK_PERIOD, HELLO_PERIOD, INFO_PERIOD, MIN_LINK_RECONNECT_PERIOD } from './constants'
import type { Instance } from './instance'
import { closeLink, tell } from './link'
import { inFailover, note, type SentinelState } from './state'

/** Subjectively down: this sentinel has had no valid answer for `down-after-milliseconds` (R91). */
export function checkSubjectivelyDown(world: ClusterWorld, sentinel: SentinelState, instance: Instance): void {
  closeStaleLinks(world, sentinel, instance)
  const down =
    silence(world, instance) > sentinel.downAfter ||
    demotedBehindOurBack(world, sentinel, instance) ||
    rebooting(world, sentinel, instance)
  if (down === instance.subjectivelyDown) return
  instance.subjectivelyDown = down
  if (down) instance.downSince = world.now
  note(world, sentinel, down ? '+sdown' : '-sdown', instance)
  instance.downBy = down ? world.cause : null
}

/** Objectively down: enough sentinels say so, not necessarily at the same moment (R98). */
export function checkObjectivelyDown(world: ClusterWorld, sentinel: SentinelState): void {
  if (!sentinel.primary.subjectivelyDown && !sentinel.objectivelyDown) return
  const agreeing = sentinel.peers.filter(({ saysDown }) => saysDown)
  const have = 1 + agreeing.length
  const down = sentinel.primary.subjectivelyDown && have >= sentinel.quorum
  if (down === sentinel.objectivelyDown) return
  sentinel.objectivelyDown = down
  if (down) {
    world.cause = latest([sentinel.primary.downBy, ...agreeing.map(({ saysDownBy }) => saysDownBy)])
    note(world, sentinel, '+odown', sentinel.primary, { have, need: sentinel.quorum })
    sentinel.objectivelyDownBy = world.cause
  } else note(world, sentinel, '-odown', sentinel.primary)
}

/** `SENTINEL is-master-down-by-addr` to the peers whose last answer is old; asks for a vote during a failover (R95, R97). */
export function askPeers(world: ClusterWorld, sentinel: SentinelState, forced: boolean): void {
  for (const peer of sentinel.peers) {
    const age = world.now - peer.lastAnswer
    if (age > 5 * ASK_PERIOD) {
      peer.saysDown = false
      peer.vote = null
    }
    if (!sentinel.primary.subjectivelyDown || peer.link.disconnected) continue
    if (!forced && age < ASK_PERIOD) continue
    const candidate = inFailover(sentinel) ? sentinel.host : null
    tell(world, sentinel, peer, { type: 'ask', primary: sentinel.primary.host, epoch: sentinel.currentEpoch, candidate })
  }
}

export function handleAnswer(
  world: ClusterWorld,
  _sentinel: SentinelState,
  peer: Instance,
  answer: Tagged<Message, 'ask-reply'>,
): void {
  peer.lastAnswer = world.now
  peer.saysDown = answer.down
  peer.saysDownBy = answer.down ? world.cause : null
  if (answer.vote === null) return
  peer.vote = answer.vote
  peer.voteEpoch = answer.voteEpoch
  peer.voteBy = world.cause
}

function silence(world: ClusterWorld, instance: Instance): number {
  const { link } = instance
  if (link.activePing !== null) return world.now - link.activePing
  return link.disconnected ? world.now - link.lastAvailable : 0
}

function demotedBehindOurBack(world: ClusterWorld, sentinel: SentinelState, instance: Instance): boolean {
  const patience = sentinel.downAfter + 2 * INFO_PERIOD
  return instance.kind === 'master' && instance.roleReported === 'replica' && world.now - instance.roleReportedAt > patience
}

function rebooting(world: ClusterWorld, sentinel: SentinelState, instance: Instance): boolean {
  if (instance.rebootedAt === null) return false
  return world.now - instance.rebootedAt > micros(sentinel.conf['master-reboot-down-after-period'])
}

/** Links that look dead are closed, to be opened afresh: SYNs may pass where retransmissions sleep (R87). */
function closeStaleLinks(world: ClusterWorld, sentinel: SentinelState, instance: Instance): void {
  const { link } = instance
  const now = world.now
  const patience = Math.max(sentinel.downAfter / 2, 0)
  const pinged = link.activePing !== null && now - link.activePing > patience && now - link.lastPong > patience
  if (link.commands !== null && now - link.commandsSince > MIN_LINK_RECONNECT_PERIOD && pinged)
    closeLink(world, sentinel, link.commands)
  const deaf = now - link.lastHelloActivity > 3 * HELLO_PERIOD
  if (link.hellos !== null && now - link.hellosSince > 15 * SECOND && deaf) closeLink(world, sentinel, link.hellos)
}
