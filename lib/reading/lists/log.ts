import type { EventOf, JournalEvent, Reply, Run } from '@/lib/sim/journal'
import type { ProcessKind } from '@/lib/sim/scenario/scenario'
import { redisLine } from './redis-lines'

/** What the log says in the reader's language, beside or instead of a line of Redis: codes and values, no words. */
export type Note =
  | { readonly code: 'settled' | 'heal' }
  | { readonly code: 'partition'; readonly groups: readonly (readonly string[])[] }
  | { readonly code: 'cut'; readonly from: string; readonly to: string }
  | { readonly code: 'kill' | 'start' | 'pause' | 'resume'; readonly host: string; readonly process: ProcessKind }
  | { readonly code: 'boot'; readonly loaded: EventOf<'boot'>['loaded']; readonly writes: number }
  | { readonly code: 'load'; readonly primary: string; readonly discarded: number }
  | { readonly code: 'gate'; readonly good: number; readonly needed: number; readonly open: boolean }
  | { readonly code: 'config'; readonly directive: string; readonly value: string }
  | { readonly code: 'failover'; readonly state: EventOf<'failover-state'>['state'] }
  | { readonly code: 'connect'; readonly server: string }
  | { readonly code: 'disconnect'; readonly server: string; readonly reason: EventOf<'disconnect'>['reason'] }
  | { readonly code: 'resolve'; readonly sentinel: string; readonly primary: string | null }
  | { readonly code: 'belief'; readonly primary: string }
  | { readonly code: 'answers-change'; readonly error: string | null }
  | { readonly code: 'reply'; readonly command: string; readonly reply: Reply; readonly took: number }
  | { readonly code: 'send'; readonly server: string | null; readonly key: string }
  | { readonly code: 'execute' | 'apply'; readonly write: number; readonly offset: number }
  | { readonly code: 'answer'; readonly write: number; readonly error: string | null }
  | { readonly code: 'wait-answer'; readonly asked: number; readonly count: number }
  | { readonly code: 'ack'; readonly replica: string; readonly offset: number }

export type NoteCode = Note['code']
/** Several codes may share a record: `NoteOf` is the one that holds the code. */
export type NoteOf<C extends NoteCode> = Note extends infer N
  ? N extends { readonly code: infer D }
    ? C extends D
      ? N & { readonly code: C }
      : never
    : never
  : never

export interface LogEntry {
  /** Index of the event in the journal. */
  readonly index: number
  readonly at: number
  /** The process that would have written the line; null for what happens to the network. */
  readonly host: string | null
  /** Redis' own words, where it has some for this (R157, R158). */
  readonly line: string | null
  readonly note: Note | null
}

export interface Log {
  /** Indexes of the events that a reader follows, in order: everything but the single messages of the traffic. */
  readonly notable: readonly number[]
  /** Indexes of all events that can be shown. */
  readonly all: readonly number[]
  /** One line of the log, made when it is looked at. */
  entry(index: number): LogEntry | null
}

type TrafficEvent = EventOf<'send' | 'execute' | 'apply' | 'answer' | 'wait-answer' | 'ack'>

const TRAFFIC: ReadonlySet<JournalEvent['type']> = new Set(['send', 'execute', 'apply', 'answer', 'wait-answer', 'ack'])
/** Steps of a link, and of files, that say nothing which a line of another event does not say better. */
const SILENT: ReadonlySet<string> = new Set(['handshake', 'sync', 'up', 'aof', 'config-saved', 'unchanged', 'header'])

function isSilent(event: JournalEvent): boolean {
  return SILENT.has(event.type === 'link' ? event.state : event.type)
}

function isTraffic(event: JournalEvent): event is TrafficEvent {
  return TRAFFIC.has(event.type)
}

function trafficNote(event: TrafficEvent): Note {
  switch (event.type) {
    case 'send':
      return { code: 'send', server: event.server, key: event.key }
    case 'execute':
    case 'apply':
      return { code: event.type, write: event.write, offset: event.offset }
    case 'answer':
      return { code: 'answer', write: event.write, error: event.error }
    case 'wait-answer':
      return { code: 'wait-answer', asked: event.asked, count: event.count }
    default:
      return { code: 'ack', replica: event.replica, offset: event.offset }
  }
}

function noteOf(event: JournalEvent): Note | null {
  if (isTraffic(event)) return trafficNote(event)
  switch (event.type) {
    case 'settled':
    case 'heal':
      return { code: event.type }
    case 'partition':
      return { code: 'partition', groups: event.groups }
    case 'cut':
      return { code: 'cut', from: event.from, to: event.to }
    case 'kill':
    case 'start':
    case 'pause':
    case 'resume':
      return { code: event.type, host: event.host, process: event.process }
    case 'boot':
      return { code: 'boot', loaded: event.loaded, writes: event.writes }
    case 'load':
      return { code: 'load', primary: event.primary, discarded: event.discarded }
    case 'gate':
      return { code: 'gate', good: event.good, needed: event.needed, open: event.open }
    case 'config':
      return { code: 'config', directive: event.directive, value: event.value }
    case 'failover-state':
      return { code: 'failover', state: event.state }
    case 'connect':
      return { code: 'connect', server: event.server }
    case 'disconnect':
      return { code: 'disconnect', server: event.server, reason: event.reason }
    case 'resolve':
      return { code: 'resolve', sentinel: event.sentinel, primary: event.primary }
    case 'belief':
      return { code: 'belief', primary: event.primary }
    case 'reply':
      return { code: 'reply', command: event.command, reply: event.reply, took: event.took }
    default:
      return null
  }
}

/** What the scan of a journal leaves behind for its lines: who was the primary, and where the answers changed. */
interface Context {
  readonly primaryAt: ReadonlyMap<number, string>
  readonly changes: ReadonlySet<number>
}

function contextOf(run: Run): Context {
  const beliefs = new Map<string, string>()
  const primaryAt = new Map<number, string>()
  const answers = new Map<string, string | null>()
  const changes = new Set<number>()
  run.events.forEach((event, index) => {
    if (event.type === 'settled') for (const { host, primary } of event.sentinels) beliefs.set(host, primary)
    else if (event.type === 'sentinel') {
      primaryAt.set(index, beliefs.get(event.host) ?? event.target)
      if (event.to !== undefined) beliefs.set(event.host, event.to)
    } else if (event.type === 'answer') {
      const before = answers.get(event.host)
      if (before !== event.error && !(before === undefined && event.error === null)) changes.add(index)
      answers.set(event.host, event.error)
    }
  })
  return { primaryAt, changes }
}

function isNotable(event: JournalEvent, index: number, changes: ReadonlySet<number>): boolean {
  if (isTraffic(event)) return changes.has(index)
  return !isSilent(event)
}

/** The event log of a run: in the words of Redis' own logs where it has such. */
export function logOf(run: Run): Log {
  const { primaryAt, changes } = contextOf(run)
  const all = run.events.flatMap((event, index) => (isSilent(event) ? [] : [index]))
  return {
    all,
    notable: all.filter((index) => {
      const event = run.events[index]
      return event !== undefined && isNotable(event, index, changes)
    }),
    entry(index) {
      const event = run.events[index]
      if (!event) return null
      const note: Note | null =
        event.type === 'answer' && changes.has(index) ? { code: 'answers-change', error: event.error } : noteOf(event)
      return { index, at: event.at, host: event.host, line: redisLine(event, primaryAt.get(index) ?? null), note }
    },
  }
}
