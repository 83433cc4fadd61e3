import type { Run } from '@/lib/sim/outputs'
import { thousandths } from '@/lib/sim/scenario/thousandths'
import { eventsOf } from '../events'
import { judgeLocks, type LockVerdict } from '../verdict/locks'

/** What prose can quote of clients that take a lock; all null where nobody does. */
export const LOCK_FIGURE_KINDS = {
  /** How often `lock()` returned success. */
  locksGranted: 'count',
  /** Tries that ended in an exception. */
  lockErrors: 'count',
  /** The first and the second grant. */
  firstGrantAt: 'time',
  secondGrantAt: 'time',
  /** How long the first owner could count on its lock when it got it, as far as it could know. */
  firstValidFor: 'span',
  /** By how much the lock had already expired when the first owner got it. */
  firstLateBy: 'span',
  /** Up to when the first owner was right, with all its renewals. */
  firstOwnerRightUntil: 'time',
  /** When the first owner ceased to believe that it was: it unlocked, or was told. */
  firstOwnerLeftAt: 'time',
  /** The first time that a client stood still, when it woke, and how long that was. */
  clientPausedAt: 'time',
  clientResumedAt: 'time',
  clientPausedFor: 'span',
  /** The first failed renewal. */
  renewalFailedAt: 'time',
  /** The last renewal that an owner was told had been carried out. */
  lastRenewalAt: 'time',
  /** The first exception of `lock()`. */
  lockErrorAt: 'time',
  /** How often two clients were owners at once. */
  twoOwners: 'count',
  /** Since when, and how long, the first of these times. */
  twoOwnersAt: 'time',
  twoOwnersFor: 'span',
  /** Fencing tokens that two owners had. */
  repeatedTokens: 'count',
  firstToken: 'count',
  secondToken: 'count',
  /** Writes that the resource took and refused. */
  guardedTaken: 'count',
  guardedRefused: 'count',
  /** Those that it took from an owner whom another had followed. */
  staleTaken: 'count',
  /** How long a key existed while nobody believed that he owned the lock. */
  orphanedFor: 'span',
} as const

type LockFigures = Readonly<Record<keyof typeof LOCK_FIGURE_KINDS, number | null>>

const NONE = Object.fromEntries(Object.keys(LOCK_FIGURE_KINDS).map((key) => [key, null])) as LockFigures

export function lockFigures(run: Run): LockFigures {
  if (!Object.values(run.scenario.hosts).some(({ client }) => client?.lock !== undefined)) return NONE
  const verdict = judgeLocks(run)
  const [overlap] = verdict.overlaps
  return {
    ...ownersIn(run, verdict),
    ...renewalsIn(run),
    ...pauseIn(run),
    locksGranted: verdict.acquired,
    lockErrors: Object.values(verdict.failed).reduce((sum, count) => sum + count, 0),
    lockErrorAt: inMs(eventsOf(run, 'lock-failed')[0]?.event.at),
    twoOwners: verdict.overlaps.length,
    twoOwnersAt: inMs(overlap?.from),
    twoOwnersFor: overlap === undefined ? null : inMs(overlap.until - overlap.from),
    repeatedTokens: verdict.repeatedTokens.length,
    guardedTaken: verdict.resource.accepted,
    guardedRefused: verdict.resource.rejected,
    staleTaken: verdict.resource.staleAccepted.length,
    orphanedFor: inMs(verdict.orphaned),
  }
}

function ownersIn(run: Run, { beliefs }: LockVerdict) {
  const [first, second] = beliefs
  const [grant] = eventsOf(run, 'lock-granted')
  const valid = grant === undefined ? undefined : grant.event.until - grant.event.at
  const end = run.scenario.durationMs * 1000
  return {
    firstGrantAt: inMs(first?.from),
    secondGrantAt: inMs(second?.from),
    firstValidFor: valid === undefined || valid < 0 ? null : inMs(valid),
    firstLateBy: valid === undefined || valid >= 0 ? null : inMs(-valid),
    firstOwnerRightUntil: inMs(first?.entitledUntil),
    firstOwnerLeftAt: first === undefined || first.until === end ? null : inMs(first.until),
    firstToken: first?.token ?? null,
    secondToken: second?.token ?? null,
  }
}

function renewalsIn(run: Run) {
  return {
    renewalFailedAt: inMs(eventsOf(run, 'lock-not-renewed')[0]?.event.at),
    lastRenewalAt: inMs(eventsOf(run, 'lock-renewed').at(-1)?.event.at),
  }
}

function pauseIn(run: Run) {
  const of = (type: 'pause' | 'resume') => eventsOf(run, type).find(({ event }) => event.process === 'client')?.event.at
  const [paused, resumed] = [of('pause'), of('resume')]
  return {
    clientPausedAt: inMs(paused),
    clientResumedAt: inMs(resumed),
    clientPausedFor: paused === undefined || resumed === undefined ? null : inMs(resumed - paused),
  }
}

function inMs(at: number | undefined): number | null {
  return at === undefined ? null : thousandths(at / 1000)
}
