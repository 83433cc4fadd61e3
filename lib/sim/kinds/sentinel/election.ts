import type { ClusterWorld } from '../protocol'
import { flush } from './file'
import { adoptEpoch } from './hello'
import { desync, note, type SentinelState } from './state'

/** Grants a vote: one per epoch, first come first served, whether or not the primary looks down (R100). */
export function grantVote(world: ClusterWorld, sentinel: SentinelState, epoch: number, candidate: string): void {
  adoptEpoch(world, sentinel, epoch)
  if (sentinel.voteEpoch >= epoch || sentinel.currentEpoch > epoch) return
  sentinel.vote = candidate
  sentinel.voteEpoch = sentinel.currentEpoch
  note(world, sentinel, '+vote-for-leader', sentinel.primary, { peer: candidate, epoch: sentinel.voteEpoch })
  flush(world, sentinel)
  if (candidate !== sentinel.host) sentinel.failoverStart = world.now + desync(sentinel)
}

/** Counts the votes of the epoch, casts its own, and names the winner if it has both majority and quorum (R103). */
export function electedLeader(world: ClusterWorld, sentinel: SentinelState, epoch: number): string | null {
  const votes = new Map<string, number>()
  for (const peer of sentinel.peers) {
    if (peer.vote !== null && peer.voteEpoch === sentinel.currentEpoch) votes.set(peer.vote, (votes.get(peer.vote) ?? 0) + 1)
  }
  grantVote(world, sentinel, epoch, frontRunner(votes)?.host ?? sentinel.host)
  if (sentinel.vote !== null && sentinel.voteEpoch === epoch) votes.set(sentinel.vote, (votes.get(sentinel.vote) ?? 0) + 1)
  const winner = frontRunner(votes)
  const known = sentinel.peers.length + 1
  const needed = Math.max(Math.floor(known / 2) + 1, sentinel.quorum)
  return winner !== null && winner.votes >= needed ? winner.host : null
}

function frontRunner(votes: ReadonlyMap<string, number>): { readonly host: string; readonly votes: number } | null {
  let best: { host: string; votes: number } | null = null
  for (const [host, count] of votes) if (best === null || count > best.votes) best = { host, votes: count }
  return best
}
