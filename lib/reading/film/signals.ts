/**
 * What is said besides writes: a request for a vote and a vote, a sentinel's advice to a client, an ACK and the question for it, `INFO`, the
 * order to follow another server, and a full copy.
 */
export type SignalKind = 'ask' | 'vote' | 'advice' | 'ack' | 'getack' | 'info' | 'order' | 'copy'

/** A message on its way that is no write. */
export interface Signal {
  /** Its number in the wire. */
  readonly id: number
  readonly kind: SignalKind
  readonly from: string
  readonly to: string
  /** Part of the way behind it, 0…1. */
  readonly progress: number
  /** What it says, in a word: an offset, a host; null where its kind says it all. */
  readonly text: string | null
}
