/** A sentinel's bid to lead a failover. */
export interface Election {
  readonly epoch: number
  readonly candidate: string
  /** Each as it is given, by the sentinel that gives it; `for` is the candidate or another one. */
  readonly votes: readonly { readonly from: string; readonly for: string }[]
  /** Votes without which nobody leads: the majority, or the quorum where that is larger (R103). */
  readonly needed: number
  readonly won: boolean
}
