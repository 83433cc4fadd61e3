import type { Reply } from '../../reply'

/** What a client tells the journal; `host` is that of the client. */
export type ClientEvent =
  | { readonly type: 'connect'; readonly server: string }
  | {
      readonly type: 'disconnect'
      readonly server: string
      readonly reason: 'closed' | 'refused' | 'timeout' | 'readonly' | 'not-primary'
    }
  /** Asked a sentinel for the primary; `primary` is the answer, null when it gave none. */
  | { readonly type: 'resolve'; readonly sentinel: string; readonly primary: string | null }
  /**
   * A write left the client; `server` is null when there was no connection (then refused as `NOCONN` at once). What somebody types
   * on the host of a server is sent by that host.
   */
  | {
      readonly type: 'send'
      /** Index of the workload in the scenario; null for what somebody typed. */
      readonly workload: number | null
      readonly server: string | null
      readonly write: number
      readonly key: string
    }
  /** The client read the answer: `error` is its first word, null when it was acknowledged. */
  | { readonly type: 'answer'; readonly write: number; readonly error: string | null }
  /**
   * The client read the answer of the `WAIT` behind a write. Of a `WAITAOF` the copies on disks count, the server's own among them where it
   * was asked for; `disks` is the answer itself.
   */
  | {
      readonly type: 'wait-answer'
      readonly write: number
      readonly asked: number
      readonly count: number
      readonly disks?: readonly [local: number, replicas: number]
    }
  /** The answer to a `run` action, or that there is none; `host` is where it was typed. */
  | {
      readonly type: 'reply'
      /** Its index in the scenario. */
      readonly action: number
      /** Where, as the scenario says it. */
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
