import type { JournalEvent } from '@/lib/sim/journal'
import { type Rows, rowOf } from '../events'

/**
 * Whom the living sentinels name at the end: the view with the highest configuration epoch. Without any, the server with
 * the role of a primary that was promoted last, or of MySQL the one that was made writable last. Null when no server is a primary.
 */
export function finalPrimary(events: readonly JournalEvent[]): string | null {
  const record = new PrimaryOfRecord()
  for (const event of events) record.apply(event)
  return record.current()
}

interface Belief {
  readonly primary: string
  readonly epoch: number
}

/** What decides who is the primary. */
export interface Standing {
  readonly beliefs: Map<string, Belief>
  readonly deadSentinels: Set<string>
  /** Primaries by role, each with its place in the order of promotions; 0 for those that were never promoted. */
  readonly promoted: Map<string, number>
  promotions: number
}

/** What each event changes of that. Other kinds of process add theirs (mysql.ts). */
export const STANDINGS: Partial<Rows<[Standing], void>> = {
  settled({ sentinels, servers }, { beliefs, promoted }) {
    for (const { host, primary } of sentinels) beliefs.set(host, { primary, epoch: 0 })
    for (const { host, role } of servers) if (role === 'primary') promoted.set(host, 0)
  },
  belief({ host, primary, epoch }, { beliefs }) {
    beliefs.set(host, { primary, epoch })
  },
  kill({ host, process }, { deadSentinels }) {
    if (process === 'sentinel') deadSentinels.add(host)
  },
  start({ host, process }, { deadSentinels }) {
    if (process === 'sentinel') deadSentinels.delete(host)
  },
  role({ host, role }, standing) {
    standing.promotions += 1
    if (role === 'primary') standing.promoted.set(host, standing.promotions)
    else standing.promoted.delete(host)
  },
  boot: ({ host, role }, { promoted }) => comeUp(promoted, host, role === 'primary'),
}

/** A server keeps its place, be it the last, or has none any more. */
export function comeUp(promoted: Standing['promoted'], host: string, primary: boolean): void {
  if (!primary) promoted.delete(host)
  else if (!promoted.has(host)) promoted.set(host, 0)
}

/** Follows a journal, and says at any point of it who would be the final primary if it ended there. */
export class PrimaryOfRecord {
  readonly #standing: Standing = {
    beliefs: new Map(),
    deadSentinels: new Set(),
    promoted: new Map(),
    promotions: 0,
  }

  #primary: string | null = null

  apply(event: JournalEvent): void {
    const change = rowOf(STANDINGS, event)
    if (change === undefined) return
    change(event, this.#standing)
    this.#primary = named(this.#standing) ?? lastPromoted(this.#standing)
  }

  current(): string | null {
    return this.#primary
  }
}

function named({ beliefs, deadSentinels }: Standing): string | null {
  let best: Belief | null = null
  for (const [sentinel, belief] of beliefs) {
    if (!deadSentinels.has(sentinel) && (best === null || belief.epoch > best.epoch)) best = belief
  }
  return best?.primary ?? null
}

function lastPromoted({ promoted }: Standing): string | null {
  let best: readonly [string, number] | null = null
  for (const entry of promoted) if (best === null || entry[1] > best[1]) best = entry
  return best?.[0] ?? null
}
