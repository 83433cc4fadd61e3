import type { Reply } from '@/lib/sim/journal'
import { KERNEL } from '@/lib/sim/kernel'
import type { Run } from '@/lib/sim/outputs'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import { eventsOf } from '../events'
import { judgeLocks, type Overlap, type Repeated } from './locks'
import { type Demotion, demotions, type Failover, failovers } from './roles'
import { type Semisync, semisyncOf } from './semisync'
import './mysql'
import { judge, type Verdict, type WriteRecord } from './verdict'
import { waitedFor } from './waits'

/** What a run came to, for other programs. All times are milliseconds since the start. */
export interface Result {
  readonly kernel: string
  readonly scenario: string
  readonly seed: number
  readonly writes: WriteCounts
  readonly failovers: readonly Failover[]
  readonly demotions: readonly Demotion[]
  /** To the `run` actions, in the order of typing. */
  readonly replies: readonly TypedReply[]
  readonly finalPrimary: string | null
  /** Of each source of MySQL that waits for replicas; absent where there is no MySQL. */
  readonly semisync?: Readonly<Record<string, Semisync>>
  /** Where clients take locks. */
  readonly locks?: LockCounts
}

export interface LockCounts {
  readonly acquired: number
  /** In their order. */
  readonly grants: readonly Grant[]
  /** Because another owner had it. */
  readonly refused: number
  /** By the error. */
  readonly failed: Readonly<Record<string, number>>
  readonly overlaps: readonly (Pick<Overlap, 'name' | 'owners' | 'cause' | 'madeBy'> & {
    readonly fromMs: number
    readonly untilMs: number
  })[]
  readonly repeatedTokens: readonly (Omit<Repeated, 'at'> & { readonly atMs: number })[]
  readonly resource: {
    readonly accepted: number
    readonly rejected: number
    /** From a client whose lock another had been granted since. */
    readonly staleAccepted: number
    readonly staleRefused: number
  }
  /** How long a key existed on a server while nobody believed that he owned the lock. */
  readonly orphanedMs: number
}

/** `lock()` returned success; `validMs`: how much longer the client may count on the lock from then on, as far as it can know. */
export interface Grant {
  readonly name: string
  readonly owner: string
  readonly atMs: number
  readonly validMs: number
  readonly token: number | null
}

export interface WriteCounts {
  readonly attempted: number
  readonly acknowledged: number
  readonly unanswered: number
  /** By the first word of the error. */
  readonly rejected: Readonly<Record<string, number>>
  /** When the first of each was sent. */
  readonly firstRejectedAtMs: Readonly<Record<string, number>>
  readonly lost: number
  /** When the first and the last of the lost were sent; null when none was. */
  readonly firstLostAtMs: number | null
  readonly lastLostAtMs: number | null
  readonly survivedUnacknowledged: number
  /** Acknowledged writes of a workload that waits, by the number that WAIT returned; `none` where it never did. */
  readonly waits: Readonly<Record<string, { readonly writes: number; readonly lost: number }>>
}

/** `tookMs` is null for a command that was not answered by the end; then `reply` is `NO_ANSWER`. */
export interface TypedReply {
  readonly atMs: number
  readonly tookMs: number | null
  readonly on: string
  readonly command: string
  readonly reply: Reply
}

/** In place of an answer: as `NOCONN`, no word of Redis. */
export const NO_ANSWER = { error: 'NOANSWER none by the end of the run' } as const

/** Sums up a run. `verdict` saves judging it twice. */
export function resultOf(run: Run, verdict: Verdict = judge(run)): Result {
  const { scenario, events } = run
  return {
    kernel: KERNEL,
    scenario: scenario.name,
    seed: scenario.seed,
    writes: countWrites(run, verdict),
    failovers: failovers(events),
    demotions: demotions(events),
    replies: replies(run),
    finalPrimary: verdict.finalPrimary,
    ...(Object.values(scenario.hosts).some(({ mysql }) => mysql !== undefined) && { semisync: semisyncOf(run) }),
    ...(takesLocks(scenario) && { locks: countLocks(run) }),
  }
}

function takesLocks({ hosts }: Scenario): boolean {
  return Object.values(hosts).some(({ client }) => client?.lock !== undefined)
}

function countLocks(run: Run): LockCounts {
  const { acquired, refused, failed, overlaps, repeatedTokens, resource, orphaned } = judgeLocks(run)
  return {
    acquired,
    grants: eventsOf(run, 'lock-granted').map(({ event: { host, name, at, until, token } }) => ({
      name,
      owner: host,
      atMs: milliseconds(at),
      validMs: milliseconds(until - at),
      token,
    })),
    refused,
    failed,
    overlaps: overlaps.map(({ from, until, ...rest }) => ({ ...rest, fromMs: milliseconds(from), untilMs: milliseconds(until) })),
    repeatedTokens: repeatedTokens.map(({ at, ...rest }) => ({ ...rest, atMs: milliseconds(at) })),
    resource: {
      ...resource,
      staleAccepted: resource.staleAccepted.length,
      staleRefused: resource.staleRefused.length,
    },
    orphanedMs: milliseconds(orphaned),
  }
}

/** Microseconds of the journal as milliseconds. */
export function milliseconds(at: number): number {
  return at / 1000
}

function countWrites(run: Run, verdict: Verdict): WriteCounts {
  const rejected: Record<string, number> = {}
  const firstRejectedAtMs: Record<string, number> = {}
  for (const { error, sentAt } of verdict.writes) {
    if (error === null) continue
    rejected[error] = (rejected[error] ?? 0) + 1
    firstRejectedAtMs[error] ??= milliseconds(sentAt)
  }
  const lost = verdict.writes.filter(({ fate }) => fate === 'lost')
  const sentAtMs = (record: WriteRecord | undefined) => (record === undefined ? null : milliseconds(record.sentAt))
  return {
    attempted: verdict.attempted,
    acknowledged: verdict.acknowledged,
    unanswered: verdict.unanswered,
    rejected,
    firstRejectedAtMs,
    lost: verdict.lost,
    firstLostAtMs: sentAtMs(lost[0]),
    lastLostAtMs: sentAtMs(lost.at(-1)),
    survivedUnacknowledged: verdict.survivedUnacknowledged,
    waits: countWaits(run, verdict),
  }
}

function countWaits(run: Run, verdict: Verdict): WriteCounts['waits'] {
  const waits: Record<string, { writes: number; lost: number }> = {}
  for (const { fate, waited } of waitedFor(run, verdict)) {
    const count = waited === null ? 'none' : String(waited)
    waits[count] ??= { writes: 0, lost: 0 }
    waits[count].writes += 1
    if (fate === 'lost') waits[count].lost += 1
  }
  return waits
}

function replies({ scenario, events }: Run): readonly TypedReply[] {
  const found: (TypedReply & { readonly action: number })[] = []
  for (const event of events) {
    if (event.type !== 'reply') continue
    const { at, took, action, on, command, reply } = event
    found.push({ action, atMs: milliseconds(at - took), tookMs: milliseconds(took), on, command, reply })
  }
  const answered = new Set(found.map(({ action }) => action))
  for (const [action, step] of scenario.actions.entries()) {
    if (!('run' in step) || answered.has(action)) continue
    found.push({ action, atMs: step.atMs, tookMs: null, ...step.run, reply: NO_ANSWER })
  }
  return found.sort((a, b) => a.atMs - b.atMs || a.action - b.action).map(({ action: _, ...reply }) => reply)
}
