import type { EventOf, JournalEvent, Reply } from '@/lib/sim/journal'
import type { ProcessKind } from '@/lib/sim/scenario/process'
import { type Having, type Rows, rowOf } from '../events'

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

/** What an event is to the log. */
export interface Mention {
  /** `traffic`: one of the many messages of the writes; `silent`: says nothing that a line of another event does not say better. */
  readonly rank: 'traffic' | 'notable' | 'silent'
  /** Null: the line of Redis says it all. */
  readonly note: Note | null
}

const traffic = (note: Note): Mention => ({ rank: 'traffic', note })
const notable = (note: Note): Mention => ({ rank: 'notable', note })
const LINE: Mention = { rank: 'notable', note: null }
const SILENT: Mention = { rank: 'silent', note: null }

const signal = ({ type, host, process }: Having<JournalEvent, 'kill' | 'start' | 'pause' | 'resume'>): Mention =>
  notable({ code: type, host, process })

const held = ({ type, write, offset }: EventOf<'execute' | 'apply'>): Mention => traffic({ code: type, write, offset })

const MENTIONS = {
  header: () => SILENT,
  settled: () => notable({ code: 'settled' }),
  partition: ({ groups }) => notable({ code: 'partition', groups }),
  cut: ({ from, to }) => notable({ code: 'cut', from, to }),
  heal: () => notable({ code: 'heal' }),
  kill: signal,
  start: signal,
  pause: signal,
  resume: signal,
  boot: ({ loaded, writes }) => notable({ code: 'boot', loaded, writes }),
  role: () => LINE,
  link: ({ state }) => (state === 'connecting' ? LINE : SILENT),
  'link-lost': () => LINE,
  psync: () => LINE,
  continue: () => LINE,
  snapshot: () => LINE,
  load: ({ primary, discarded }) => notable({ code: 'load', primary, discarded }),
  'replica-online': () => LINE,
  'replica-lost': () => LINE,
  ack: ({ replica, offset }) => traffic({ code: 'ack', replica, offset }),
  gate: ({ good, needed, open }) => notable({ code: 'gate', good, needed, open }),
  execute: held,
  apply: held,
  unchanged: () => SILENT,
  aof: () => SILENT,
  config: ({ directive, value }) => notable({ code: 'config', directive, value }),
  'config-saved': () => SILENT,
  'failover-state': ({ state }) => notable({ code: 'failover', state }),
  sentinel: () => LINE,
  belief: ({ primary }) => notable({ code: 'belief', primary }),
  connect: ({ server }) => notable({ code: 'connect', server }),
  disconnect: ({ server, reason }) => notable({ code: 'disconnect', server, reason }),
  resolve: ({ sentinel, primary }) => notable({ code: 'resolve', sentinel, primary }),
  send: ({ server, key }) => traffic({ code: 'send', server, key }),
  answer: ({ write, error }) => traffic({ code: 'answer', write, error }),
  'wait-answer': ({ asked, count }) => traffic({ code: 'wait-answer', asked, count }),
  reply: ({ command, reply, took }) => notable({ code: 'reply', command, reply, took }),
} satisfies Rows<[], Mention>

/** How an event is mentioned in the log. */
export function mentionOf(event: JournalEvent): Mention {
  return rowOf<[], Mention>(MENTIONS, event)(event)
}
