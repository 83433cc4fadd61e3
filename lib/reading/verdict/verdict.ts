import type { JournalEvent } from '@/lib/sim/journal'
import type { Run } from '@/lib/sim/outputs'
import { eventsOf } from '../events'
import { type Copies, type Data, writesOf } from './copies'
import { finalPrimary } from './final-primary'
import { replay } from './replay'

/**
 * What became of a write: acknowledged and there at the end, acknowledged and not there, answered with an error by a server, never
 * answered, or never sent for want of a connection. Only the first two tell of the data: for the others `survived` does.
 */
export type Fate = 'safe' | 'lost' | 'refused' | 'unanswered' | 'no-connection'

/** One write, with the times of its client in microseconds. */
export interface WriteRecord {
  readonly write: number
  readonly key: string
  readonly client: string
  /** Index of the workload in the scenario; null for what somebody typed. */
  readonly workload: number | null
  /** To whom it was sent; null without a connection. */
  readonly server: string | null
  readonly sentAt: number
  readonly answeredAt: number | null
  /** First word of the error it was answered with. */
  readonly error: string | null
  readonly fate: Fate
  /** Whether the final primary has it; where there is none, whether any server has. */
  readonly survived: boolean
  /** What the `WAIT` behind it returned; null where there was none or it never returned. */
  readonly waited: number | null
  /**
   * Index in the journal of the event that destroyed the last copy of a lost write, or took it from the final primary. Null for all
   * other writes, and for a lost one that the final primary never had and that others still have when the run ends: see `leftOn`.
   * One that changed nothing (R11) has, from then on, the copies of the earlier write that made it so.
   */
  readonly lostBy: number | null
  /** Servers that still have a copy of a lost write at the end, in memory or on a disk; empty for all other writes. */
  readonly leftOn: readonly string[]
  /** When the first replica applied it; 0 for what was so from the beginning. */
  readonly replicatedAt: number | null
}

export interface Verdict {
  /** In the order of sending. */
  readonly writes: readonly WriteRecord[]
  readonly attempted: number
  readonly acknowledged: number
  /** Answered with an error by a server. */
  readonly refused: number
  readonly unanswered: number
  /** Attempts without a connection. */
  readonly noConnection: number
  readonly lost: number
  /** Refused or unanswered, and there at the end. */
  readonly survivedUnacknowledged: number
  readonly finalPrimary: string | null
}

type Draft = { -readonly [K in keyof WriteRecord]: WriteRecord[K] }

/** By the number of the write. */
type Drafts = readonly (Draft | undefined)[]

/**
 * Judges a run by its journal alone: a write survives iff the final primary has it. While no server is a primary, nobody has decided
 * whose data count: then only what no server has any more is lost.
 */
export function judge(run: Run): Verdict {
  const { byNumber, drafts } = collect(run.events)
  const primary = finalPrimary(run.events)
  const { copies, dataOf } = replay(run)
  if (primary !== null) settleSurvival(byNumber, dataOf(primary))
  else for (const draft of drafts) draft.survived = copies.exists(draft.write)
  const doneBefore = copyFates(byNumber, run)
  for (const draft of drafts) loseUnlessThere(draft)
  explainLosses(drafts, copies, primary, doneBefore)
  return tallied(drafts, primary)
}

/**
 * Judges by what the clients saw, where somebody else knows which writes are there at the end: of a real run it is not known from outside
 * which event destroyed a write.
 */
export function judgeSeen(events: readonly JournalEvent[], survived: ReadonlySet<number>, finalPrimary: string | null): Verdict {
  const { drafts } = collect(events)
  for (const draft of drafts) {
    draft.survived = survived.has(draft.write)
    loseUnlessThere(draft)
  }
  return tallied(drafts, finalPrimary)
}

/** An acknowledged write that is not there is lost. */
function loseUnlessThere(draft: Draft): void {
  if (draft.fate === 'safe' && !draft.survived) draft.fate = 'lost'
}

/** Counts what became of the writes. */
function tallied(writes: readonly WriteRecord[], finalPrimary: string | null): Verdict {
  const fates: Record<Fate, number> = { safe: 0, lost: 0, refused: 0, unanswered: 0, 'no-connection': 0 }
  let survivedUnacknowledged = 0
  for (const { fate, survived } of writes) {
    fates[fate] += 1
    if (survived && fate !== 'safe') survivedUnacknowledged += 1
  }
  return {
    writes,
    attempted: writes.length,
    acknowledged: fates.safe + fates.lost,
    refused: fates.refused,
    unanswered: fates.unanswered,
    noConnection: fates['no-connection'],
    lost: fates.lost,
    survivedUnacknowledged,
    finalPrimary,
  }
}

/** What the clients saw, in the order of sending. A write that has been acknowledged is taken for safe until its survival is known. */
function collect(events: readonly JournalEvent[]): { readonly byNumber: Drafts; readonly drafts: readonly Draft[] } {
  const byNumber: (Draft | undefined)[] = []
  const drafts: Draft[] = []
  for (const event of events) {
    if (event.type === 'send') {
      const { write, key, host: client, workload, server, at } = event
      // Born complete: a spread that is changed afterwards leaves V8's fast objects, and judging takes fifteen times as long.
      const draft: Draft = {
        write,
        key,
        client,
        workload,
        server,
        sentAt: at,
        answeredAt: null,
        error: null,
        fate: 'unanswered',
        survived: false,
        waited: null,
        lostBy: null,
        leftOn: NOWHERE,
        replicatedAt: null,
      }
      byNumber[write] = draft
      drafts.push(draft)
      continue
    }
    if (event.type !== 'answer' && event.type !== 'wait-answer' && event.type !== 'apply' && event.type !== 'applied') continue
    const draft = byNumber[event.write]
    if (draft === undefined) continue
    if (event.type === 'apply' || event.type === 'applied') {
      draft.replicatedAt ??= event.at
    } else if (event.type === 'wait-answer') {
      draft.waited = event.count
    } else {
      draft.answeredAt = event.at
      draft.error = event.error
      draft.fate = event.error === null ? 'safe' : draft.server === null ? 'no-connection' : 'refused'
    }
  }
  return { byNumber, drafts }
}

function settleSurvival(drafts: Drafts, data: Data): void {
  for (const write of writesOf(data)) {
    const draft = drafts[write]
    if (draft !== undefined) draft.survived = true
  }
}

/** That a write changed nothing: the earlier one that made it so, and the index of the event that says it. */
interface DoneBefore {
  readonly madeBy: number
  readonly index: number
}

/**
 * A write that changed nothing is there as long as the earlier one that made it so; where it was so from the beginning, for ever: no server
 * began otherwise. Returns those that have an earlier one, by their numbers.
 */
function copyFates(drafts: Drafts, run: Run): ReadonlyMap<number, DoneBefore> {
  const doneBefore = new Map<number, DoneBefore>()
  for (const { event, index } of eventsOf(run, 'unchanged')) {
    const { write, madeBy } = event
    if (madeBy !== null) doneBefore.set(write, { madeBy, index })
    const draft = drafts[write]
    const earlier = madeBy === null ? FROM_THE_BEGINNING : drafts[madeBy]
    if (draft === undefined || earlier === undefined) continue
    draft.survived = earlier.survived
    draft.replicatedAt = earlier.replicatedAt
  }
  return doneBefore
}

/** What was so before any write is so on every server. */
const FROM_THE_BEGINNING = { survived: true, replicatedAt: 0 } as const

const NOWHERE: readonly string[] = []

function explainLosses(
  drafts: readonly Draft[],
  copies: Copies,
  primary: string | null,
  doneBefore: ReadonlyMap<number, DoneBefore>,
): void {
  for (const draft of drafts) {
    if (draft.fate !== 'lost') continue
    const { madeBy, index } = doneBefore.get(draft.write) ?? { madeBy: draft.write, index: -1 }
    draft.leftOn = copies.holdersOf(madeBy)
    const event = copies.destroyedBy(madeBy) ?? (primary === null ? null : copies.takenFrom(primary, madeBy))
    // What came before this write changed nothing took only the earlier one from the final primary, which never had this one.
    draft.lostBy = event !== null && event > index ? event : null
  }
}
