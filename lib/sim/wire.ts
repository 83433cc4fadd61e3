import type { Message } from './redis/messages'
import type { ProcessKind } from './scenario/scenario'

/** A process, as the wire names it. */
export interface Party {
  readonly host: string
  readonly process: ProcessKind
}

/**
 * One message of a run, from the moment it was handed to its connection. `null` in both `arrived` and `lost`: still on its way, or
 * waiting for a path, when the run ended.
 */
export interface WireMessage {
  /** Messages are numbered from 0 in the order of sending. */
  readonly id: number
  readonly from: Party
  readonly to: Party
  readonly message: Message
  /** The write that it carries, copies or answers; −1 for none. */
  readonly write: number
  /** The index in the journal of the event that caused it; null where time itself did. */
  readonly by: number | null
  /** Integer microseconds, all three. */
  readonly sent: number
  /** When the other process was handed it. */
  readonly arrived: number | null
  /** When it went under with its connection. */
  readonly lost: number | null
}

/** Every message of a run, in the order of sending: the second output of the kernel, beside the journal. */
export type Wire = readonly WireMessage[]
