import type { NetworkEvent } from './faults/on-network'
import type { ClientEvent } from './kinds/client/events'
import type { LockEvent, LockKeyEvent } from './kinds/lock/events'
import type { MysqlEvent } from './kinds/mysql/events'
import type { Role, ServerEvent } from './kinds/redis/events'
import type { ResourceEvent } from './kinds/resource/events'
import type { SentinelEvent } from './kinds/sentinel/events'
import type { ProcessKind } from './scenario/process'

export type { NetworkEvent, NetworkEvents, NetworkVerb } from './faults/on-network'
export type { ClientEvent } from './kinds/client/events'
export type { LockEvent, LockKeyEvent } from './kinds/lock/events'
export type { MysqlEvent } from './kinds/mysql/events'
export type { LinkLoss, Role, ServerEvent } from './kinds/redis/events'
export type { ResourceEvent } from './kinds/resource/events'
export type { SentinelEvent, SentinelEventName, SentinelLogEvent } from './kinds/sentinel/events'
export type { Reply } from './reply'

/** Version of the shape of the journal: 2 since every event says whom it is about and what caused it. */
export const JOURNAL = 2

/**
 * The journal: an output of the kernel over which every view is a fold. Events are ordered by `at`. They carry codes, host names and
 * numbers, never sentences. `write` is the number of a write in the order of sending, from 0, over all clients.
 */
export type JournalEvent = {
  /** Integer microseconds since the start. */
  readonly at: number
  /** The index in the journal of the event that caused it; null where time itself did, or the scenario. */
  readonly by: number | null
} & (
  | ({ readonly host: null } & (HeaderEvent | SettledEvent | NetworkEvent))
  /** The process that it is about, named by its host. */
  | ({ readonly host: string } & (
      | SignalEvent
      | ServerEvent
      | SentinelEvent
      | ClientEvent
      | LockEvent
      | LockKeyEvent
      | ResourceEvent
      | MysqlEvent
    ))
)

export type EventOf<T extends JournalEvent['type']> = Extract<JournalEvent, { readonly type: T }>

/** What this is the journal of; always the first event. */
interface HeaderEvent {
  readonly type: 'header'
  readonly kernel: string
  readonly journal: typeof JOURNAL
  /** Short hash of the scenario. */
  readonly scenario: string
}

/** The state before time zero; always the second event. */
interface SettledEvent {
  readonly type: 'settled'
  readonly servers: readonly {
    readonly host: string
    readonly role: Role
    readonly of: string | null
    readonly replid: string
    readonly offset: number
  }[]
  /** Whom each sentinel takes for the primary, and how many sentinels must agree that it is down. */
  readonly sentinels: readonly { readonly host: string; readonly primary: string; readonly quorum: number }[]
  readonly clients: readonly { readonly host: string; readonly server: string }[]
}

export interface SignalEvent {
  readonly type: 'kill' | 'start' | 'pause' | 'resume'
  readonly process: ProcessKind
  /** Of a kill: the whole host lost its power. */
  readonly power?: true
}
