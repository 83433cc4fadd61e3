import type { EventOf } from '@/lib/sim/journal'
import type { Run } from '@/lib/sim/outputs'
import { eventsOf } from '../events'

/** A sentinel's bid to lead a failover. */
export interface Election {
  readonly epoch: number
  /** Who asked first, until another one has won. */
  readonly candidate: string
  /** Each from the instant at which the voter decides; the candidate hears of it later. */
  readonly votes: readonly { readonly from: string; readonly for: string }[]
  /** Votes without which nobody leads: the majority of all sentinels, or the quorum where that is larger (R103). */
  readonly needed: number
  readonly won: boolean
}

export interface Elections {
  /** The one under way at `at` µs, or that has ended a moment ago; `shownFor`: for how long a message is seen at least, µs. */
  at(at: number, shownFor: number): Election | null
  /** The epoch of the one under way at `at` µs. */
  epochAt(at: number): number | null
  /** From the first request for a vote until one was elected, or none; µs. */
  readonly spans: readonly { readonly from: number; readonly to: number }[]
}

interface Bid {
  readonly epoch: number
  readonly candidate: string
  readonly since: number
  readonly needed: number
  readonly votes: { readonly at: number; readonly from: string; readonly for: string }[]
  /** When it was won or given up; null: never. */
  ended: number | null
  winner: string | null
}

/** How it ended is shown this many times as long as a message. */
const END_SHOWN = 6

/** Follows the elections of a run by the logs of its sentinels. */
export function electionsOf(run: Run): Elections {
  const bids = bidsOf(run)
  const startedBy = (at: number): Bid | undefined => bids.findLast(({ since }) => since <= at)
  const end = run.scenario.durationMs * 1000
  return {
    spans: bids.map(({ since, ended }) => ({ from: since, to: ended ?? end })),
    at(at, shownFor) {
      const bid = startedBy(at)
      if (bid === undefined || at >= (bid.ended ?? Infinity) + END_SHOWN * shownFor) return null
      const won = bid.winner !== null && bid.ended !== null && bid.ended <= at
      return {
        epoch: bid.epoch,
        candidate: (won ? bid.winner : null) ?? bid.candidate,
        votes: bid.votes.filter((vote) => vote.at <= at).map(({ from, for: whom }) => ({ from, for: whom })),
        needed: bid.needed,
        won,
      }
    },
    epochAt(at) {
      const bid = startedBy(at)
      return bid === undefined || at >= (bid.ended ?? Infinity) ? null : bid.epoch
    },
  }
}

type Logged = EventOf<'sentinel'> & { readonly at: number; readonly host: string }

function bidsOf(run: Run): readonly Bid[] {
  const bids: Bid[] = []
  const quorums = new Map(eventsOf(run, 'settled')[0]?.event.sentinels.map(({ host, quorum }) => [host, quorum]))
  const down = new Set<string>()
  const majority = Math.floor(quorums.size / 2) + 1
  const steps: Partial<Record<Logged['event'], (event: Logged) => void>> = {
    '+odown'({ host, need }) {
      down.add(host)
      // `SENTINEL SET` may have changed it.
      quorums.set(host, need ?? quorums.get(host) ?? 1)
    },
    '-odown': ({ host }) => down.delete(host),
    '+switch-master': ({ host }) => down.delete(host),
    '+try-failover'({ host, at, epoch = 0 }) {
      // Who was told to fail over asks nobody. Of rivals in one epoch the first counts as its candidate (R105).
      if (!down.has(host) || bids.some((bid) => bid.epoch === epoch)) return
      const needed = Math.max(majority, quorums.get(host) ?? 1)
      bids.push({ epoch, candidate: host, since: at, needed, votes: [], ended: null, winner: null })
    },
    '+vote-for-leader'({ host, at, epoch, peer = host }) {
      bids.findLast((bid) => bid.epoch === epoch)?.votes.push({ at, from: host, for: peer })
    },
    '+elected-leader'({ host, at, epoch }) {
      const bid = bids.findLast((one) => one.epoch === epoch)
      if (bid) Object.assign(bid, { ended: at, winner: host })
    },
    '-failover-abort-not-elected': ({ host, at }) => giveUp(bids, host, at),
  }
  for (const { event } of eventsOf(run, 'sentinel', 'kill')) {
    if (event.type === 'sentinel') steps[event.event]?.(event)
    else if (event.process === 'sentinel') giveUp(bids, event.host, event.at)
  }
  return bids
}

function giveUp(bids: readonly Bid[], candidate: string, at: number): void {
  const bid = bids.findLast((one) => one.candidate === candidate && one.ended === null)
  if (bid) bid.ended = at
}
