import type { LockClient } from '../lock/spec'

/** What a host says of its client: one that writes, or one that takes a lock. */
export type ClientSpec = WritingClient | LockClient

export type WritingClient = PinnedClient | FollowingClient

interface PatientClient {
  readonly lock?: undefined
  /** Gives a connection up, and looks for another, when an answer is overdue by this; absent: waits for ever. */
  readonly timeoutMs?: number
}

/** Pinned to one server, whatever its role. */
interface PinnedClient extends PatientClient {
  readonly connect: string
  readonly sentinels?: undefined
}

/** Asks the sentinels who the primary is; again after `READONLY` or a lost connection. */
interface FollowingClient extends PatientClient {
  readonly connect: typeof ASK
  readonly sentinels: readonly string[]
}

/** Not a host: `connect: "sentinel"` means to ask the sentinels. */
export const ASK = 'sentinel'
