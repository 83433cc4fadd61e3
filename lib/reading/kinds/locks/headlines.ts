/** Verdicts that only runs with locks have. Times are microseconds. */
export type LockHeadline =
  /** Two clients owned one lock, for so long in all; `stale`: writes of the earlier one that the resource took since. */
  | { readonly code: 'two-owners'; readonly owners: readonly [string, string]; readonly micros: number; readonly stale: number }
  /** They did, and the resource refused every such write. */
  | { readonly code: 'fenced'; readonly owners: readonly [string, string]; readonly micros: number; readonly stale: number }
  /** The lock had one owner at a time, and for so long none although its key was there. */
  | { readonly code: 'one-owner'; readonly orphaned: number }
  /** Nobody got it. */
  | { readonly code: 'no-owner' }
