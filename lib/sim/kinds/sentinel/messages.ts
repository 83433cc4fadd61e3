/** What sentinels say to each other, and clients to them. PING, hello and commands they understand as servers do. */
export type SentinelMessage =
  | { readonly type: 'ask'; readonly primary: string; readonly epoch: number; readonly candidate: string | null }
  | { readonly type: 'ask-reply'; readonly down: boolean; readonly vote: string | null; readonly voteEpoch: number }
  | { readonly type: 'get-master-addr' }
  | { readonly type: 'master-addr'; readonly primary: string }

/** The payload of `__sentinel__:hello` (R119). */
export interface Hello {
  readonly sentinel: string
  readonly currentEpoch: number
  readonly primary: string
  readonly configEpoch: number
}
