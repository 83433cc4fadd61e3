/** What a host says of its client. */
export type ClientSpec = PinnedClient | FollowingClient

interface PatientClient {
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
