/** What a client that takes a lock tells the journal; `host` is that of the client. */
export type LockEvent =
  /** It asks for the lock. */
  | { readonly type: 'lock-try'; readonly name: string }
  /** `lock()` has returned success: the client believes from here on that it is the owner. `until`: see `lock-renewed`. */
  | { readonly type: 'lock-granted'; readonly name: string; readonly until: number; readonly token: number | null }
  /** Somebody else has it. */
  | { readonly type: 'lock-refused'; readonly name: string }
  /** An exception instead of an answer. */
  | { readonly type: 'lock-failed'; readonly name: string; readonly error: string }
  /** Its right to the lock goes on up to this microsecond, as far as it can know (L3). */
  | { readonly type: 'lock-renewed'; readonly name: string; readonly until: number }
  /** A renewal came to nothing. `stops`: none follows; `told`: the application hears of it and stops (L18, L29). */
  | {
      readonly type: 'lock-not-renewed'
      readonly name: string
      readonly error: string
      readonly stops: boolean
      readonly told: boolean
    }
  /** The client no longer believes that it is the owner. */
  | { readonly type: 'lock-left'; readonly name: string; readonly reason: 'unlock' | 'told' }

/** What a server tells the journal of a lock's key that a script has changed; `owner` is null when the key is gone. */
export type LockKeyEvent = {
  readonly type: 'lock-key'
  readonly name: string
  /** The write that changed it. */
  readonly write: number
  readonly owner: string | null
  /** The microsecond after which it has expired by the server's own clock. */
  readonly until: number
  readonly token: number | null
}
