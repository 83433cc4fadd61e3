import { waitName } from '@/lib/reading/story/moments/story'
import type { Reply } from '@/lib/sim/journal'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import type { Outcome } from './outcome'
import type { Resync } from './resyncs'

/** What is decided rather than timed. */
export type FactCode =
  | 'failovers'
  | 'switched'
  | 'demotions'
  | 'resyncs'
  | 'finalPrimary'
  | 'errors'
  | 'waitReturned'
  | 'lostBehindWait'
  | 'waitaofFound'
  | 'lostBehindWaitaof'
  | 'lost'
  | 'modes'
  | 'grants'
  | 'twoOwners'
  | 'lockErrors'
  | 'repeatedTokens'
  | 'replies'

/** One thing that was decided. Its words are in the catalogue. */
export type FactItem =
  | { readonly code: 'promotion'; readonly from: string | null; readonly to: string; readonly byHand: boolean }
  /** In the order in which they switched. */
  | { readonly code: 'sentinels'; readonly hosts: readonly string[] }
  | { readonly code: 'demotion'; readonly host: string; readonly resync: Resync['kind'] | null }
  | ({ readonly code: 'resync' } & Omit<Resync, 'atMs'>)
  | { readonly code: 'host'; readonly host: string }
  | { readonly code: 'error'; readonly error: string }
  /** Null: WAIT or WAITAOF had no answer. */
  | { readonly code: 'wait'; readonly returned: number | null }
  | { readonly code: 'some' }
  /** How often a MySQL source fell back to asynchronous replication, and how often it came back. */
  | { readonly code: 'mode'; readonly host: string; readonly fellBack: number; readonly returned: number }
  /** A lock, and the fencing token that came with it; null where it has none. */
  | { readonly code: 'grant'; readonly owner: string; readonly token: number | null }
  | { readonly code: 'overlap'; readonly owners: readonly [string, string] }
  | { readonly code: 'token'; readonly token: number; readonly owners: readonly [string, string] }
  | { readonly code: 'reply'; readonly on: string; readonly command: string; readonly reply: ReplyShape }

/** A reply without what only counts or tells the time: of a text its kind, of a list what is not a number. */
export type ReplyShape = string | { readonly any: 'text' | 'number' } | readonly ReplyShape[]

/** Of one fact; empty where nothing of the kind happened. */
export type Fact = readonly FactItem[]

/** What was decided in a run: a real one must be decided as some simulated run is. */
export function decidedFacts(
  scenario: Scenario,
  { writes, failovers, demotions, resyncs, replies, finalPrimary, semisync = {}, locks }: Outcome,
): Readonly<Record<FactCode, Fact>> {
  return {
    failovers: failovers.map(({ from, to, epoch }) => ({ code: 'promotion', from, to, byHand: epoch === null })),
    switched: failovers.map(({ switchedAtMs }) => ({ code: 'sentinels', hosts: Object.keys(switchedAtMs) })),
    demotions: demotions.map(({ host, resync }) => ({ code: 'demotion', host, resync })),
    resyncs: resyncs
      .map(({ replica, primary, kind }) => ({ code: 'resync', replica, primary, kind }) as const)
      .sort(byText(({ replica, primary, kind }) => `${replica} ${primary} ${kind}`)),
    finalPrimary: finalPrimary === null ? [] : [{ code: 'host', host: finalPrimary }],
    errors: Object.keys(writes.rejected)
      .filter((error) => error !== CLIENTS_OWN)
      .sort()
      .map((error) => ({ code: 'error', error })),
    ...behindWrites(scenario, writes.waits),
    lost: writes.lost > 0 ? [{ code: 'some' }] : [],
    modes: Object.entries(semisync)
      .map(([host, { fellBackAtMs, returnedAtMs }]) => ({ host, fellBack: fellBackAtMs.length, returned: returnedAtMs.length }))
      .filter(({ fellBack, returned }) => fellBack + returned > 0)
      .map((mode) => ({ code: 'mode', ...mode })),
    grants: (locks?.grants ?? []).map(({ owner, token }) => ({ code: 'grant', owner, token })),
    twoOwners: (locks?.overlaps ?? []).map(({ owners }) => ({ code: 'overlap', owners })),
    lockErrors: Object.keys(locks?.failed ?? {})
      .sort()
      .map((error) => ({ code: 'error', error })),
    repeatedTokens: (locks?.repeatedTokens ?? []).map(({ token, owners }) => ({ code: 'token', token, owners })),
    // Recordings leave out what was not answered by the end.
    replies: replies
      .filter(({ tookMs }) => tookMs !== null)
      .map(({ on, command, reply }) => ({ code: 'reply', on, command, reply: replyShape(reply) })),
  }
}

/** Whether anything of the kind happened. */
export function saysSomething(fact: Fact): boolean {
  return fact.some((item) => item.code !== 'sentinels' || item.hosts.length > 0)
}

/** Not an answer of Redis: a write met no connection. Reconnecting takes a client a moment, which a write may hit or not. */
const CLIENTS_OWN = 'NOCONN'

const NOTHING_DECIDED = { waitReturned: [], lostBehindWait: [], waitaofFound: [], lostBehindWaitaof: [] }

/** What the command behind each write came to. */
function behindWrites(
  scenario: Scenario,
  answers: Outcome['writes']['waits'],
): Readonly<Record<keyof typeof NOTHING_DECIDED, Fact>> {
  const returned = waits(Object.keys(answers))
  const lost = waits(Object.keys(answers).filter((count) => (answers[count]?.lost ?? 0) > 0))
  return waitName(scenario) === 'WAIT'
    ? { ...NOTHING_DECIDED, waitReturned: returned, lostBehindWait: lost }
    : { ...NOTHING_DECIDED, waitaofFound: returned, lostBehindWaitaof: lost }
}

function waits(returned: readonly string[]): Fact {
  return [...returned].sort().map((text) => ({ code: 'wait', returned: text === 'none' ? null : Number(text) }))
}

function replyShape(reply: Reply): ReplyShape {
  if (reply === null) return 'nil'
  if (typeof reply === 'number') return String(reply)
  if (typeof reply === 'string') return reply.includes('\n') ? { any: 'text' } : reply
  if ('error' in reply) return `-${reply.error}`
  return reply.map((item) => (typeof item === 'number' || /^\d+$/.test(String(item)) ? { any: 'number' } : replyShape(item)))
}

function byText<T>(textOf: (value: T) => string): (a: T, b: T) => number {
  return (a, b) => (textOf(a) < textOf(b) ? -1 : 1)
}
