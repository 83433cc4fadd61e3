// What the sentences of locks say, by the events alone.
import { expect } from 'vitest'
import type { Segment } from '@/lib/reading/film/lanes'
import type { LockHeadline } from '@/lib/reading/kinds/locks/headlines'
import type { LOCK_MOMENTS } from '@/lib/reading/kinds/locks/moments'
import type { Headline } from '@/lib/reading/story/headline'
import type { MomentOf } from '@/lib/reading/story/moment'
import type { JournalEvent } from '@/lib/sim/journal'
import type { Run } from '@/lib/sim/outputs'
import type { Ground } from './ground'

const STOPS: readonly JournalEvent['type'][] = ['kill', 'start', 'pause', 'resume']

/** Who believes that he owns a lock, in the order in which they were granted it. */
function ownersAfter(events: readonly JournalEvent[]): readonly string[] {
  const owners = new Set<string>()
  for (const event of events) {
    if (event.type === 'lock-granted') owners.add(event.host)
    else if (event.type === 'lock-left' || event.type === 'kill') owners.delete(event.host)
  }
  return [...owners]
}

/** Holds the lane of a client against the events: whether it stands, is dead, and whether it believes that it owns a lock. */
export function expectOwnerAsDrawn(host: string, segments: readonly Segment[], { events }: Run): void {
  for (const { from, to, kind } of segments) {
    const now = events.filter(({ at }) => at <= Math.floor((from + to) / 2))
    const stopped = now.findLast((event) => event.host === host && STOPS.includes(event.type))?.type
    expect([kind === 'down', kind === 'frozen'], `${host} at ${from}`).toEqual([stopped === 'kill', stopped === 'pause'])
    if (kind === 'down' || kind === 'frozen') continue
    expect(kind === 'owner' || kind === 'overdue', `${host} at ${from}`).toBe(ownersAfter(now).includes(host))
    const right = now.findLast((event) => event.host === host && (event.type === 'lock-granted' || event.type === 'lock-renewed'))
    if (kind === 'overdue' && right && 'until' in right) expect(right.until).toBeLessThanOrEqual(to)
  }
}

/** Whom a lock was granted to last. */
function latest(events: readonly JournalEvent[]): string | null {
  return events.findLast((event) => event.type === 'lock-granted')?.host ?? null
}

export const holdsOfLocks: { readonly [C in keyof typeof LOCK_MOMENTS]: (moment: MomentOf<C>, ground: Ground) => void } = {
  'lock-granted'({ host, token, other }, { event, before }) {
    expect(event).toMatchObject({ type: 'lock-granted', host, token })
    const others = ownersAfter(before).filter((owner) => owner !== host)
    expect(other).toBe(others[0] ?? null)
  },
  unsynced({ host }, { event, before }) {
    expect(event).toMatchObject({ type: 'lock-failed', host, error: 'NoSyncedSlaves' })
    expect(before.some((earlier) => earlier.type === 'lock-failed' && earlier.error === 'NoSyncedSlaves')).toBe(false)
  },
  'not-renewed'({ host, gone, stops, told }, { event, before, behind }) {
    expect(event).toMatchObject({ type: 'lock-not-renewed', host, stops, told })
    if (event?.type === 'lock-not-renewed') expect(event.error === 'gone').toBe(gone)
    expect(ownersAfter(before)).toContain(host)
    const next = behind.find((later) => later.host === host && (later.type === 'lock-renewed' || later.type === 'lock-granted'))
    if (stops) expect(next?.type).not.toBe('lock-renewed')
    if (told) expect(behind).toContainEqual(expect.objectContaining({ type: 'lock-left', host, reason: 'told' }))
  },
  'owner-stands': ({ host }, { event }) => expect(event).toMatchObject({ type: 'pause', host, process: 'client' }),
  'owner-wakes': ({ host }, { event }) => expect(event).toMatchObject({ type: 'resume', host, process: 'client' }),
  'late-write'({ from, resource, token, taken }, { event, before }) {
    expect(event).toMatchObject({ type: 'guarded-write', host: resource, from, token, accepted: taken })
    expect(latest(before)).not.toBe(from)
    expect(before.some((earlier) => earlier.type === 'lock-granted' && earlier.host === from)).toBe(true)
  },
}

const CODES: readonly Headline['code'][] = ['two-owners', 'fenced', 'one-owner', 'no-owner']

export function isOfLocks(headline: Headline): headline is LockHeadline {
  return CODES.includes(headline.code)
}

const CHANGING: readonly JournalEvent['type'][] = ['lock-granted', 'lock-left', 'kill']

/** For how long there were two owners, µs, and the most that there were at once. */
function shared({ events, scenario }: Run): { readonly micros: number; readonly most: number } {
  const changes = events.filter(({ type }) => CHANGING.includes(type))
  const counts = changes.map((_, index) => ownersAfter(changes.slice(0, index + 1)).length)
  const until = (index: number): number => changes[index + 1]?.at ?? scenario.durationMs * 1000
  const micros = changes.reduce((sum, { at }, index) => ((counts[index] ?? 0) > 1 ? sum + until(index) - at : sum), 0)
  return { micros, most: Math.max(0, ...counts) }
}

/** Holds what a verdict says of locks against the events. */
export function expectLocksAsTold(headline: LockHeadline, run: Run): void {
  const { micros, most } = shared(run)
  const granted = run.events.some(({ type }) => type === 'lock-granted')
  const written = run.events.flatMap((event, index) =>
    event.type === 'guarded-write' && latest(run.events.slice(0, index)) !== event.from ? [event.accepted] : [],
  )
  if (headline.code === 'no-owner') expect(granted).toBe(false)
  else if (headline.code === 'one-owner') expect([granted, most]).toEqual([true, 1])
  else {
    expect([headline.micros, most]).toEqual([micros, 2])
    const fenced = headline.code === 'fenced'
    expect(written.filter((taken) => taken !== fenced)).toHaveLength(headline.stale)
    if (fenced) expect(written).not.toContain(true)
  }
}
