import type { EventOf, JournalEvent } from '@/lib/sim/journal'
import type { WritingClient } from '@/lib/sim/kinds/client/spec'
import type { Workload } from '@/lib/sim/scenario/scenario'
import type { Endpoint, Language } from './connection'

/** What the lab tells a client process, a line of JSON each. */
export type ToWriter =
  | {
      readonly type: 'begin'
      readonly host: string
      readonly spec: WritingClient
      /** Of all clients. */
      readonly workload: readonly Workload[]
      /** Of its servers. */
      readonly language: Language
      /** By host. */
      readonly servers: Readonly<Record<string, Endpoint>>
      readonly sentinels: Readonly<Record<string, Endpoint>>
      /** Whence it connects, where hosts are told apart by address alone. */
      readonly localAddress: string | null
      /** The file to which it writes what it sees, a line of JSON each: survives its death. */
      readonly log: string
    }
  /** Time zero, nanoseconds of the monotonic clock. */
  | { readonly type: 'zero'; readonly nanos: string }
  | { readonly type: 'run'; readonly action: number; readonly text: string; readonly words: readonly string[] }
  | { readonly type: 'stop' }

export type FromWriter = { readonly type: 'ready' }

/** What a client saw, as events of the journal; its writes are numbered by this client alone and carry their words. */
export type Seen = Exclude<JournalEvent, { type: 'send' }> | Sent

/** `due`: when it should have been sent, microseconds since time zero. */
export type Sent = EventOf<'send'> & { readonly words: readonly string[]; readonly due: number }
