import type { Connection } from '../engine/connection'
import type { Slot } from '../engine/process'
import type { World } from '../engine/world'
import type { Reply } from '../journal'

/** Everything that is said over a connection of this cluster. */
export type Message =
  | Command
  | ReplyMessage
  | StreamItem
  | HandshakeMessage
  | {
      readonly type: 'psync'
      readonly host: string
      readonly replid: string | null
      readonly offset: number
      readonly failover: boolean
    }
  | { readonly type: 'full-resync'; readonly replid: string; readonly offset: number }
  | { readonly type: 'continue'; readonly replid: string; readonly items: readonly StreamItem[] }
  | { readonly type: 'no-primary-link' }
  | { readonly type: 'rdb'; readonly snapshot: Snapshot; readonly diskless: boolean }
  | { readonly type: 'ack'; readonly offset: number }
  /** Keeps a waiting replica's link alive; no part of the stream (R20). */
  | { readonly type: 'newline' }
  | { readonly type: 'ping' | 'pong' | 'info' | 'subscribe' | 'published' | 'reconfigured' | 'get-master-addr' }
  | { readonly type: 'info-reply'; readonly info: Info }
  | { readonly type: 'publish' | 'hello'; readonly hello: Hello }
  /** The transaction of R46; `of` is null for `SLAVEOF NO ONE`. */
  | { readonly type: 'reconfigure'; readonly sentinel: string; readonly of: string | null }
  | { readonly type: 'ask'; readonly primary: string; readonly epoch: number; readonly candidate: string | null }
  | { readonly type: 'ask-reply'; readonly down: boolean; readonly vote: string | null; readonly voteEpoch: number }
  | { readonly type: 'master-addr'; readonly primary: string }

/** A command of a client. `write` is the number of the write it carries, −1 for none. */
export interface Command {
  readonly type: 'command'
  readonly name: string
  readonly args: readonly string[]
  readonly write: number
}

/** Answers come in the order of the commands. */
export interface ReplyMessage {
  readonly type: 'reply'
  readonly reply: Reply
}

/** The steps before PSYNC; each costs one round trip (R23). */
export interface HandshakeMessage {
  readonly type: 'repl-ping' | 'repl-pong' | 'replconf' | 'replconf-ok'
}

/** One item of the replication stream: the bytes after `start` up to `end`. */
export interface StreamItem {
  readonly type: 'stream'
  readonly kind: 'write' | 'select' | 'ping' | 'getack' | 'publish'
  readonly start: number
  readonly end: number
  /** For `write`: its number. */
  readonly write: number
  /** For `publish`: the payload. */
  readonly hello: Hello | null
}

/** A frozen data set: the numbers of the writes it holds, in order, and its place in a history. */
export interface Snapshot {
  readonly id: number
  readonly writes: readonly number[]
  readonly replid: string
  readonly offset: number
}

/** What a sentinel reads from `INFO`. */
export interface Info {
  readonly runId: string
  readonly role: 'primary' | 'replica'
  /** Its address: a host, and the port where that is not 6379. */
  readonly primary: string | null
  readonly linkUp: boolean
  /** Milliseconds; 0 when the link is up, −1000 when it was never up (R111). */
  readonly linkDownMs: number
  readonly priority: number
  readonly offset: number
  /** Hosts of the attached replicas. */
  readonly replicas: readonly string[]
}

/** The payload of `__sentinel__:hello` (R119). */
export interface Hello {
  readonly sentinel: string
  readonly currentEpoch: number
  readonly primary: string
  readonly configEpoch: number
}

export type ClusterWorld = World<Message>
export type ClusterSlot = Slot<Message>
export type ClusterConnection = Connection<Message>
