import type { EventOf } from '@/lib/sim/journal'
import type { Run } from '@/lib/sim/outputs'
import { eventsOf, type Found } from '../events'

/** How a client came to believe that it was the owner of a lock, and how long it did. Times are microseconds. */
export interface Belief {
  readonly name: string
  readonly owner: string
  readonly from: number
  /** Until it called `unlock()`, was told, or died; else the end of the run. */
  readonly until: number
  /** Up to when it was right, as far as it could know: to the end of its lease, or of its last renewal. */
  readonly entitledUntil: number
  readonly token: number | null
  /** Index of the grant in the journal. */
  readonly index: number
}

/** Two clients that were owners at once. */
export interface Overlap {
  readonly name: string
  readonly from: number
  readonly until: number
  /** The earlier one first. */
  readonly owners: readonly [string, string]
  /** `lost-key`: the second was granted while the first was right; `overrun`: the first went on beyond its right. */
  readonly cause: 'lost-key' | 'overrun'
  /** The last promotion, load or restart between the two grants that gave the second another key to find; null where there is none. */
  readonly madeBy: number | null
}

/** Two grants with one token, or a later one with a smaller. */
export interface Repeated {
  readonly name: string
  readonly token: number
  readonly owners: readonly [string, string]
  readonly at: number
  readonly kind: 'repeated' | 'regressed'
}

export interface LockVerdict {
  readonly beliefs: readonly Belief[]
  readonly acquired: number
  readonly refused: number
  /** By the error. */
  readonly failed: Readonly<Record<string, number>>
  readonly overlaps: readonly Overlap[]
  readonly repeatedTokens: readonly Repeated[]
  readonly resource: {
    readonly accepted: number
    readonly rejected: number
    /** Indexes of the writes that it took from, and refused to, one whose lock another has been granted since. */
    readonly staleAccepted: readonly number[]
    readonly staleRefused: readonly number[]
  }
  /** How long a key existed somewhere while nobody believed that he owned the lock. */
  readonly orphaned: number
}

const known = new WeakMap<Run, LockVerdict>()

/** Judges the locks of a run by its journal alone; what is drawn of one asks again and again. */
export function judgeLocks(run: Run): LockVerdict {
  const verdict = known.get(run) ?? judge(run)
  known.set(run, verdict)
  return verdict
}

function judge(run: Run): LockVerdict {
  const beliefs = beliefsOf(run)
  const failed: Record<string, number> = {}
  for (const { event } of eventsOf(run, 'lock-failed')) failed[event.error] = (failed[event.error] ?? 0) + 1
  return {
    beliefs,
    acquired: beliefs.length,
    refused: eventsOf(run, 'lock-refused').length,
    failed,
    overlaps: overlapsOf(run, beliefs),
    repeatedTokens: repeatedTokens(beliefs),
    resource: guarded(run, beliefs),
    orphaned: orphaned(run, beliefs),
  }
}

type Draft = { -readonly [K in keyof Belief]: Belief[K] }

function beliefsOf(run: Run): readonly Belief[] {
  const beliefs: Draft[] = []
  const current = new Map<string, Draft>()
  const end = run.scenario.durationMs * 1000
  for (const { event, index } of eventsOf(run, 'lock-granted', 'lock-renewed', 'lock-left', 'kill')) {
    const { host, at } = event
    if (event.type === 'lock-granted') {
      const { name, token, until: entitledUntil } = event
      const belief = { name, owner: host, from: at, until: end, entitledUntil, token, index }
      beliefs.push(belief)
      current.set(host, belief)
      continue
    }
    const belief = current.get(host)
    if (belief === undefined) continue
    if (event.type === 'lock-renewed') belief.entitledUntil = event.until
    else {
      belief.until = at
      current.delete(host)
    }
  }
  return beliefs
}

function overlapsOf(run: Run, beliefs: readonly Belief[]): readonly Overlap[] {
  const overlaps: Overlap[] = []
  for (const [place, second] of beliefs.entries()) {
    for (const first of beliefs.slice(0, place)) {
      if (first.name !== second.name || first.owner === second.owner || first.until <= second.from) continue
      const cause = second.from < first.entitledUntil ? 'lost-key' : 'overrun'
      overlaps.push({
        name: first.name,
        from: second.from,
        until: Math.min(first.until, second.until),
        owners: [first.owner, second.owner],
        cause,
        madeBy: cause === 'lost-key' ? changeBetween(run, first.index, second.index) : null,
      })
    }
  }
  return overlaps
}

/** What gave a server other data, or made another server the primary, between two events. */
function changeBetween(run: Run, first: number, second: number): number | null {
  const changes = eventsOf(run, 'role', 'boot', 'load').filter(
    ({ event, index }) => index > first && index < second && (event.type !== 'role' || event.role === 'primary'),
  )
  return changes.at(-1)?.index ?? null
}

function repeatedTokens(beliefs: readonly Belief[]): readonly Repeated[] {
  const found: Repeated[] = []
  const latest = new Map<string, Belief & { readonly token: number }>()
  for (const belief of beliefs) {
    const { name, owner, token, from: at } = belief
    if (token === null) continue
    const before = latest.get(name)
    if (before !== undefined && before.token > token)
      found.push({ name, token, owners: [before.owner, owner], at, kind: 'regressed' })
    else if (before?.token === token && before.owner !== owner)
      found.push({ name, token, owners: [before.owner, owner], at, kind: 'repeated' })
    if (before === undefined || token >= before.token) latest.set(name, { ...belief, token })
  }
  return found
}

function guarded(run: Run, beliefs: readonly Belief[]): LockVerdict['resource'] {
  const writes = eventsOf(run, 'guarded-write')
  const accepted = writes.filter(({ event }) => event.accepted)
  const stale = (some: readonly Found<'guarded-write'>[]) =>
    some.filter(({ event }) => isStale(event, beliefs)).map(({ index }) => index)
  const rejected = writes.filter(({ event }) => !event.accepted)
  return {
    accepted: accepted.length,
    rejected: rejected.length,
    staleAccepted: stale(accepted),
    staleRefused: stale(rejected),
  }
}

/** Another owner was granted the lock after the writer was, and before the write. */
function isStale({ at, from }: EventOf<'guarded-write'>, beliefs: readonly Belief[]): boolean {
  const own = beliefs.findLast((belief) => belief.owner === from && belief.from <= at)
  return (
    own !== undefined &&
    beliefs.some((other) => other.name === own.name && other.owner !== from && other.from > own.from && other.from <= at)
  )
}

/** A stretch of time, microseconds. */
type Span = readonly [from: number, until: number]

function orphaned(run: Run, beliefs: readonly Belief[]): number {
  const names = new Set(eventsOf(run, 'lock-key').map(({ event }) => event.name))
  return [...names].reduce((sum, name) => {
    const believed = merged(beliefs.filter((belief) => belief.name === name).map(({ from, until }) => [from, until]))
    const kept = merged([...keySpans(run, name), ...believed])
    return sum + lengthOf(kept) - lengthOf(believed)
  }, 0)
}

/** When each server had the key, by what it did itself: until it was deleted, expired, or the server died. */
function keySpans(run: Run, name: string): readonly Span[] {
  const end = run.scenario.durationMs * 1000
  const spans: [from: number, until: number][] = []
  const current = new Map<string, [from: number, until: number]>()
  for (const { event } of eventsOf(run, 'lock-key', 'kill')) {
    if (event.type === 'lock-key' && event.name !== name) continue
    const { host, at } = event
    const before = current.get(host)
    if (before !== undefined) before[1] = Math.min(before[1], at)
    current.delete(host)
    if (event.type === 'kill' || event.owner === null) continue
    const span: [number, number] = [at, Math.min(event.until, end)]
    spans.push(span)
    current.set(host, span)
  }
  return spans
}

/** The same time in stretches that do not overlap. */
function merged(spans: readonly Span[]): readonly Span[] {
  const joined: [number, number][] = []
  for (const [from, until] of spans.toSorted((a, b) => a[0] - b[0])) {
    const last = joined.at(-1)
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], until)
    else joined.push([from, until])
  }
  return joined
}

function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, [from, until]) => sum + until - from, 0)
}
