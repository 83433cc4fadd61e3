export type Role = 'primary' | 'replica'

/** `closed`: the peer closed it; `timeout`: silent too long; `reset`: dropped by this side after a change of role or history. */
export type LinkLoss = 'closed' | 'timeout' | 'reset' | 'refused'

/** What a server tells the journal; `host` is that of the server. */
export type ServerEvent =
  /** A server has started: what it loaded, and the identity of its data. `writes` is the number of writes it came up with. */
  | {
      readonly type: 'boot'
      readonly role: Role
      readonly of: string | null
      readonly replid: string
      readonly replid2: string | null
      readonly secondOffset: number
      readonly offset: number
      readonly loaded: 'nothing' | 'rdb' | 'aof'
      /** The snapshot an RDB start loaded. */
      readonly snapshot: number | null
      readonly writes: number
    }
  /** A change of role, or of the primary that a replica follows. `offset` is its own at that moment (R33, R34). */
  | {
      readonly type: 'role'
      readonly role: Role
      readonly of: string | null
      /** The port that was ordered, where it is not 6379: nobody listens there. */
      readonly port?: number
      readonly replid: string
      readonly replid2: string | null
      /** Up to where the old id is valid; −1 without one. */
      readonly secondOffset: number
      readonly offset: number
      readonly orderedBy: 'sentinel' | 'operator' | 'failover'
      /** The sentinel that ordered it. */
      readonly sentinel: string | null
    }
  /** What a replica thinks of the link to its primary. */
  | {
      readonly type: 'link'
      readonly primary: string
      readonly state: 'connecting' | 'handshake' | 'sync' | 'up'
    }
  | { readonly type: 'link-lost'; readonly primary: string; readonly reason: LinkLoss }
  /** A primary has answered `PSYNC replid offset`. `limit`: up to where the asked history is known here, −1 if not at all. */
  | {
      readonly type: 'psync'
      readonly replica: string
      readonly replid: string
      readonly offset: number
      readonly outcome: 'continue' | 'full' | 'refused'
      readonly reason: 'ok' | 'first-sync' | 'replid' | 'second-offset' | 'backlog' | 'no-link'
      readonly limit: number
    }
  /** After `+CONTINUE`: the history that the replica follows from here on. */
  | {
      readonly type: 'continue'
      readonly primary: string
      readonly replid: string
      readonly replid2: string | null
      readonly secondOffset: number
      readonly offset: number
    }
  /** A server froze its data set for a transfer or for its disk. Snapshots are numbered from 0. */
  | {
      readonly type: 'snapshot'
      readonly snapshot: number
      readonly replid: string
      readonly offset: number
      /** `both`: a resync from disk leaves its file there (R75). */
      readonly for: 'resync' | 'disk' | 'both'
    }
  /** A replica threw its data set away and loaded a snapshot of `primary`. `discarded`: writes it held that the snapshot lacks. */
  | {
      readonly type: 'load'
      readonly primary: string
      readonly snapshot: number
      readonly replid: string
      readonly offset: number
      readonly discarded: number
    }
  /** How the primary sees its replicas. */
  | { readonly type: 'replica-online'; readonly replica: string }
  | { readonly type: 'replica-lost'; readonly replica: string; readonly reason: LinkLoss }
  | { readonly type: 'ack'; readonly replica: string; readonly offset: number; readonly fsynced?: number }
  /** The cached count of good replicas changed, or the gate did (R50). `open`: writes pass. */
  | { readonly type: 'gate'; readonly good: number; readonly needed: number; readonly open: boolean }
  /** A primary executed a write; its answer and the stream leave at this instant (R15). */
  | { readonly type: 'execute'; readonly write: number; readonly offset: number }
  /**
   * A primary answered a write that changed nothing, because write `madeBy` had made it so: no byte in the stream (R11). Null where it was
   * so from the beginning.
   */
  | { readonly type: 'unchanged'; readonly write: number; readonly madeBy: number | null }
  /** A replica applied a write from the stream. */
  | { readonly type: 'apply'; readonly write: number; readonly offset: number }
  /** Whether the append-only file holds what memory holds from now on. It stays as it is when that ends (R73, R80). */
  | { readonly type: 'aof'; readonly on: boolean }
  /** So many writes of its append-only file are on the disk, be it by an fsync or because the system wrote them back (R74). */
  | { readonly type: 'fsync'; readonly writes: number; readonly offset: number }
  /** `CONFIG REWRITE`: a start finds the settings that `CONFIG SET` made. */
  | { readonly type: 'config-saved' }
  /** `CONFIG SET`. */
  | { readonly type: 'config'; readonly directive: string; readonly value: string }
  /** The `FAILOVER` command (R155). */
  | {
      readonly type: 'failover-state'
      readonly state: 'no-failover' | 'waiting-for-sync' | 'failover-in-progress'
    }
