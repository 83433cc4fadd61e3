import type { Reply } from '@/lib/sim/journal'

export interface Endpoint {
  readonly address: string
  readonly port: number
}

/** What an open connection tells its owner. */
export interface Ear {
  open(): void
  reply(reply: Reply): void
  /** The peer closed it, or it could not be opened. */
  closed(reason: 'closed' | 'refused'): void
}

/** One connection to a server or a sentinel. */
export interface Session {
  /** A command in words; of a statement all of it is one. */
  send(words: readonly string[]): void
  /** Gives it up without a word to its owner. */
  leave(): void
}

/** What a server understands. */
export type Language = 'resp' | 'sql'

/** Servers of Redis take everybody for the same. */
export type Speaker = 'client' | 'operator'
