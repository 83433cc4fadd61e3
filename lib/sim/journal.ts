import type { ProcessKind, Scenario } from './scenario/scenario'

/**
 * The journal: the only output of the kernel. Every view is a fold over it.
 *
 * Events are ordered by `at`, integer microseconds since the start. They carry codes, host names and numbers, never sentences.
 * A process is named by its host. `write` is the number of a write in the order of sending, from 0, over all clients.
 */
export type JournalEvent = { readonly at: number } & (
  | SettledEvent
  | FaultEvent
  | ServerEvent
  | ClientEvent
  | SentinelEvent
  | ReplyEvent
)

export type EventOf<T extends JournalEvent['type']> = Extract<JournalEvent, { readonly type: T }>

/** The state before time zero; always the first event. */
export interface SettledEvent {
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

export type Role = 'primary' | 'replica'

export type FaultEvent =
  | { readonly type: 'partition'; readonly groups: readonly (readonly string[])[] }
  | { readonly type: 'cut'; readonly from: string; readonly to: string }
  | { readonly type: 'heal' }
  | { readonly type: 'kill' | 'start' | 'pause' | 'resume'; readonly host: string; readonly process: ProcessKind }

/** `closed`: the peer closed it; `timeout`: silent too long; `reset`: dropped by this side after a change of role or history. */
export type LinkLoss = 'closed' | 'timeout' | 'reset' | 'refused'

export type ServerEvent =
  /** A server has started: what it loaded, and the identity of its data. `writes` is the number of writes it came up with. */
  | {
      readonly type: 'boot'
      readonly server: string
      readonly role: Role
      readonly of: string | null
      readonly replid: string
      readonly replid2: string | null
      readonly secondOffset: number
      readonly offset: number
      readonly loaded: 'nothing' | 'rdb' | 'aof'
      /** The snapshot an RDB start loaded. */
      readonly snapshot: number | null
      readonly writes: number
    }
  /** A change of role, or of the primary that a replica follows. `offset` is its own at that moment (R33, R34). */
  | {
      readonly type: 'role'
      readonly server: string
      readonly role: Role
      readonly of: string | null
      /** The port that was ordered, where it is not 6379: nobody listens there. */
      readonly port?: number
      readonly replid: string
      readonly replid2: string | null
      /** Up to where the old id is valid; −1 without one. */
      readonly secondOffset: number
      readonly offset: number
      readonly by: 'sentinel' | 'operator' | 'failover'
      /** The sentinel that ordered it. */
      readonly sentinel: string | null
    }
  /** What a replica thinks of the link to its primary. */
  | {
      readonly type: 'link'
      readonly replica: string
      readonly primary: string
      readonly state: 'connecting' | 'handshake' | 'sync' | 'up'
    }
  | { readonly type: 'link-lost'; readonly replica: string; readonly primary: string; readonly reason: LinkLoss }
  /** A primary has answered `PSYNC replid offset`. `limit`: up to where the asked history is known here, −1 if not at all. */
  | {
      readonly type: 'psync'
      readonly primary: string
      readonly replica: string
      readonly replid: string
      readonly offset: number
      readonly outcome: 'continue' | 'full' | 'refused'
      readonly reason: 'ok' | 'first-sync' | 'replid' | 'second-offset' | 'backlog' | 'no-link'
      readonly limit: number
    }
  /** After `+CONTINUE`: the history that the replica follows from here on. */
  | {
      readonly type: 'continue'
      readonly replica: string
      readonly primary: string
      readonly replid: string
      readonly replid2: string | null
      readonly secondOffset: number
      readonly offset: number
    }
  /** A server froze its data set for a transfer or for its disk. Snapshots are numbered from 0. */
  | {
      readonly type: 'snapshot'
      readonly server: string
      readonly snapshot: number
      readonly replid: string
      readonly offset: number
      /** `both`: a resync from disk leaves its file there (R75). */
      readonly for: 'resync' | 'disk' | 'both'
    }
  /** A replica threw its data set away and loaded a snapshot of `primary`. `discarded`: writes it held that the snapshot lacks. */
  | {
      readonly type: 'load'
      readonly replica: string
      readonly primary: string
      readonly snapshot: number
      readonly replid: string
      readonly offset: number
      readonly discarded: number
    }
  /** How the primary sees its replicas. */
  | { readonly type: 'replica-online'; readonly primary: string; readonly replica: string }
  | { readonly type: 'replica-lost'; readonly primary: string; readonly replica: string; readonly reason: LinkLoss }
  | { readonly type: 'ack'; readonly primary: string; readonly replica: string; readonly offset: number }
  /** The cached count of good replicas changed, or the gate did (R50). `open`: writes pass. */
  | { readonly type: 'gate'; readonly server: string; readonly good: number; readonly needed: number; readonly open: boolean }
  /** A primary executed a write; its answer and the stream leave at this instant (R15). */
  | { readonly type: 'execute'; readonly server: string; readonly write: number; readonly offset: number }
  /** A primary answered a write that changed nothing, because write `by` had made it so: no byte in the stream (R11). */
  | { readonly type: 'unchanged'; readonly server: string; readonly write: number; readonly by: number }
  /** A replica applied a write from the stream. */
  | { readonly type: 'apply'; readonly server: string; readonly write: number; readonly offset: number }
  /** Whether the append-only file holds what memory holds from now on. It stays as it is when that ends (R73, R80). */
  | { readonly type: 'aof'; readonly server: string; readonly on: boolean }
  /** `CONFIG REWRITE`: a start finds the settings that `CONFIG SET` made. */
  | { readonly type: 'config-saved'; readonly server: string }
  /** `CONFIG SET`. */
  | { readonly type: 'config'; readonly server: string; readonly directive: string; readonly value: string }
  /** The `FAILOVER` command (R155). */
  | {
      readonly type: 'failover-state'
      readonly server: string
      readonly state: 'no-failover' | 'waiting-for-sync' | 'failover-in-progress'
    }

export type ClientEvent =
  | { readonly type: 'connect'; readonly client: string; readonly server: string }
  | {
      readonly type: 'disconnect'
      readonly client: string
      readonly server: string
      readonly reason: 'closed' | 'refused' | 'timeout' | 'readonly' | 'not-primary'
    }
  /** Asked a sentinel for the primary; `primary` is the answer, null when it gave none. */
  | { readonly type: 'resolve'; readonly client: string; readonly sentinel: string; readonly primary: string | null }
  /**
   * A write left the client; `server` is null when there was no connection (then refused as `NOCONN` at once). What somebody types
   * on the host of a server is sent by that host.
   */
  | {
      readonly type: 'send'
      readonly client: string
      /** Index of the workload in the scenario; null for what somebody typed. */
      readonly workload: number | null
      readonly server: string | null
      readonly write: number
      readonly key: string
    }
  /** The client read the answer: `error` is its first word, null when it was acknowledged. */
  | { readonly type: 'answer'; readonly client: string; readonly write: number; readonly error: string | null }
  /** The client read the answer of the `WAIT` behind a write. */
  | {
      readonly type: 'wait-answer'
      readonly client: string
      readonly write: number
      readonly asked: number
      readonly count: number
    }

export type SentinelEventName =
  | '+sdown'
  | '-sdown'
  | '+odown'
  | '-odown'
  | '+new-epoch'
  | '+try-failover'
  | '+vote-for-leader'
  | '+elected-leader'
  | '+failover-state-select-slave'
  | '+selected-slave'
  | '+failover-state-send-slaveof-noone'
  | '+failover-state-wait-promotion'
  | '+promoted-slave'
  | '+failover-state-reconf-slaves'
  | '+config-update-from'
  | '+switch-master'
  | '+slave-reconf-sent'
  | '+slave-reconf-inprog'
  | '+slave-reconf-done'
  | '-slave-reconf-sent-timeout'
  | '+slave-reconf-sent-be'
  | '+failover-end-for-timeout'
  | '+failover-end'
  | '-failover-abort-not-elected'
  | '-failover-abort-no-good-slave'
  | '-failover-abort-slave-timeout'
  | '+convert-to-slave'
  | '+fix-slave-config'
  | '+slave'
  | '+reboot'
  | '+tilt'
  | '-tilt'

/** The events of rule R157, under Redis' own names. */
export interface SentinelLogEvent {
  readonly type: 'sentinel'
  readonly sentinel: string
  readonly event: SentinelEventName
  /** What it is about: the primary, a replica or another sentinel. */
  readonly target: string
  readonly kind: 'master' | 'slave' | 'sentinel'
  /** Epoch of the event, where it has one. */
  readonly epoch?: number
  /** `+odown`: sentinels that agree, of `need`. */
  readonly have?: number
  readonly need?: number
  /** `+vote-for-leader`: for whom; `+config-update-from`: from whom. */
  readonly peer?: string
  /** `+switch-master`: the new primary. */
  readonly to?: string
}

export type SentinelEvent =
  | SentinelLogEvent
  /** From now on this sentinel names `primary` to a client that asks; `epoch` is the configuration epoch. */
  | { readonly type: 'belief'; readonly sentinel: string; readonly primary: string; readonly epoch: number }

/** The answer to a `run` action; `action` is its index in the scenario. */
export interface ReplyEvent {
  readonly type: 'reply'
  readonly action: number
  readonly on: string
  /** The line as it was typed. */
  readonly command: string
  /** What it was read as: the name in capitals, and its arguments. */
  readonly name: string
  readonly args: readonly string[]
  /** Microseconds from typing to answer. */
  readonly took: number
  readonly reply: Reply
}

/** Integers as numbers; beyond 2⁵³, where those are not exact, by their digits. */
export type Reply = string | number | null | { readonly error: string } | readonly Reply[]

/** One run: what went in and what came out. */
export interface Run {
  readonly scenario: Scenario
  readonly events: readonly JournalEvent[]
}
