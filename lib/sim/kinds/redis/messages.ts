import type { Tagged } from '../../core/model'
import type { Reply } from '../../reply'
import type { Hello } from '../sentinel/messages'

/** What is said to a server, and what it answers. */
export type RedisMessage =
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
  /** `fsynced`: up to where its disk has the stream; only of servers that say so (R72). */
  | { readonly type: 'ack'; readonly offset: number; readonly fsynced?: number }
  /** Keeps a waiting replica's link alive; no part of the stream (R20). */
  | { readonly type: 'newline' }
  | { readonly type: 'ping' | 'info' | 'subscribe' }
  | { readonly type: 'pong' | 'published' | 'reconfigured' }
  | { readonly type: 'info-reply'; readonly info: Info }
  | { readonly type: 'publish'; readonly hello: Hello }
  | { readonly type: 'hello'; readonly hello: Hello }
  /** The transaction of R46; `of` is null for `SLAVEOF NO ONE`. */
  | { readonly type: 'reconfigure'; readonly sentinel: string; readonly of: string | null }

/** What a server does for its clients, be they applications or sentinels. */
export type Request = Tagged<RedisMessage, 'command' | 'ping' | 'info' | 'subscribe' | 'publish' | 'reconfigure'>

/** A command of a client. `write` is the number of the write it carries, −1 for none. */
export interface Command {
  readonly type: 'command'
  readonly name: string
  readonly args: readonly string[]
  readonly write: number
  /** What a write adds to the replication stream (R9); 0 for other commands. */
  readonly bytes: number
}

/** Answers come in the order of the commands. */
export interface ReplyMessage {
  readonly type: 'reply'
  readonly reply: Reply
  /** The number of the write that it answers, −1 for none: whoever reads it knows that by the order. */
  readonly write: number
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
  readonly type: 'snapshot'
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
