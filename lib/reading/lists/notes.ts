import type { EventOf, JournalEvent, MysqlEvent, NetworkEvent, Reply } from '@/lib/sim/journal'
import type { ProcessKind } from '@/lib/sim/scenario/process'
import { type Having, type NetworkNote, networkNote, type RowsBesideNetwork, rowOf } from '../events'

/** What the log says in the reader's language, beside or instead of a line of Redis: codes and values, no words. */
export type Note =
  | { readonly code: 'settled' }
  | NetworkNote
  | {
      readonly code: 'kill' | 'start' | 'pause' | 'resume'
      readonly host: string
      readonly process: ProcessKind
      readonly power?: true
    }
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
  | { readonly code: 'wait-answer'; readonly asked: number; readonly count: number; readonly disks?: readonly number[] }
  | { readonly code: 'fsync'; readonly writes: number }
  /** What a lock client called, and what came of it; or what a script did. */
  | { readonly code: 'call'; readonly line: string }
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

const signal = ({ type, host, process, power }: Having<JournalEvent, 'kill' | 'start' | 'pause' | 'resume'>): Note => ({
  code: type,
  host,
  process,
  ...(power && { power }),
})

const held = ({ type, write, offset }: EventOf<'execute' | 'apply'>): Note => ({ code: type, write, offset })

type LockTold = Having<JournalEvent, `lock-${string}` & JournalEvent['type']>

/** What a lock client, or a script of one, did with a lock, and by which error or token. */
const locked = (event: LockTold): Note => {
  const { error, token } = { error: null, token: null, ...event }
  return { code: 'call', line: `${event.type} ${event.name} ${error ?? token ?? ''}` }
}

/** The line of Redis says it all. */
const none = () => null

const NOTES = {
  header: none,
  settled: () => ({ code: 'settled' }),
  kill: signal,
  start: signal,
  pause: signal,
  resume: signal,
  boot: ({ loaded, writes }) => ({ code: 'boot', loaded, writes }),
  role: none,
  link: none,
  'link-lost': none,
  psync: none,
  continue: none,
  snapshot: none,
  load: ({ primary, discarded }) => ({ code: 'load', primary, discarded }),
  'replica-online': none,
  'replica-lost': none,
  ack: ({ replica, offset }) => ({ code: 'ack', replica, offset }),
  gate: ({ good, needed, open }) => ({ code: 'gate', good, needed, open }),
  execute: held,
  apply: held,
  unchanged: none,
  aof: none,
  fsync: ({ writes }) => ({ code: 'fsync', writes }),
  config: ({ directive, value }) => ({ code: 'config', directive, value }),
  'config-saved': none,
  'failover-state': ({ state }) => ({ code: 'failover', state }),
  sentinel: none,
  belief: ({ primary }) => ({ code: 'belief', primary }),
  connect: ({ server }) => ({ code: 'connect', server }),
  disconnect: ({ server, reason }) => ({ code: 'disconnect', server, reason }),
  resolve: ({ sentinel, primary }) => ({ code: 'resolve', sentinel, primary }),
  send: ({ server, key }) => ({ code: 'send', server, key }),
  answer: ({ write, error }) => ({ code: 'answer', write, error }),
  'wait-answer': ({ asked, count, disks }) => ({ code: 'wait-answer', asked, count, ...(disks && { disks }) }),
  'lock-try': locked,
  'lock-granted': locked,
  'lock-refused': locked,
  'lock-failed': locked,
  'lock-renewed': locked,
  'lock-not-renewed': locked,
  'lock-left': locked,
  'lock-key': locked,
  'guarded-write': ({ type, from, token, accepted }) => ({ code: 'call', line: `${type} ${from} ${token} ${accepted}` }),
  reply: ({ command, reply, took }) => ({ code: 'reply', command, reply, took }),
} satisfies Omit<RowsBesideNetwork<Note | null>, MysqlEvent['type']>

/** What the log says of an event besides a line of its server; MySQL’s come with it. */
export function noteOf(event: JournalEvent): Note | null {
  return isOfNetwork(event) ? networkNote(event) : (rowOf<[], Note | null>(NOTES, event)?.(event) ?? null)
}

function isOfNetwork(event: JournalEvent): event is JournalEvent & NetworkEvent {
  return event.host === null && !Object.hasOwn(NOTES, event.type)
}
