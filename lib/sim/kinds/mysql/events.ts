/** Which transaction of which server, and the number of its write. */
interface OfTransaction {
  /** `m1:17`: the host for the UUID. */
  readonly gtid: string
  readonly write: number
}

/** Why a wait was over: `ahead`, the ACK had come before; `off`, the mode was; the last two never waited (Y2). */
export type WaitEnd = 'ack' | 'timeout' | 'switched-off' | 'ahead' | 'off'

/** What a MySQL server tells the journal; `host` is that of the server. Positions are bytes of the binlog. */
export type MysqlEvent =
  /** Y3 ② and ③: behind the first a crash keeps it (Y31), behind the second it is sent. */
  | ({ readonly type: 'binlog-written' | 'binlog-synced'; readonly position: number } & OfTransaction)
  /** Y3 ⑤: everybody sees it from now on. */
  | ({ readonly type: 'engine-commit'; readonly position: number } & OfTransaction)
  /** A replica has it in its relay log, and has said so where it was asked (Y9). */
  | ({ readonly type: 'relay-written'; readonly acked: boolean } & OfTransaction)
  /** Everybody sees it on this replica. */
  | ({ readonly type: 'applied'; readonly position: number } & OfTransaction)
  /** The source has heard an ACK (Y20); `count` replicas have acknowledged as much. */
  | { readonly type: 'ack-received'; readonly replica: string; readonly position: number; readonly count: number }
  /** A group of commits begins to wait (Y6). */
  | {
      readonly type: 'wait-start'
      readonly writes: readonly number[]
      readonly point: 'AFTER_SYNC' | 'AFTER_COMMIT'
      readonly position: number
    }
  /** It goes on, after so many microseconds. */
  | {
      readonly type: 'wait-end'
      readonly writes: readonly number[]
      readonly point: 'AFTER_SYNC' | 'AFTER_COMMIT'
      readonly reason: WaitEnd
      readonly waited: number
    }
  | { readonly type: 'semisync-off'; readonly reason: 'timeout' | 'no-replica' | 'disabled' }
  | { readonly type: 'semisync-on' }
  /** A replica has asked for the binlog; it lacks so many transactions. */
  | { readonly type: 'replica-attached'; readonly replica: string; readonly semisync: boolean; readonly missing: number }
  /** Y22; so many semi-sync replicas are left. */
  | { readonly type: 'replica-noticed-dead'; readonly replica: string; readonly clients: number }
  /** The thread that receives. `errno` is why it stopped for good, null where somebody stopped it. */
  | {
      readonly type: 'receiver'
      readonly source: string
      readonly state: 'connecting' | 'up' | 'lost' | 'stopped'
      readonly errno: number | null
    }
  | { readonly type: 'applier'; readonly state: 'started' | 'stopped'; readonly errno: number | null }
  /** A server takes connections, at time zero or after a crash: what its binlog made of the open transactions (Y31). */
  | {
      readonly type: 'mysql-up'
      readonly of: string | null
      readonly writable: boolean
      /** Whether it waits for replicas, by its configuration file (Y32). */
      readonly semisync: boolean
      readonly committed: readonly number[]
      readonly rolledBack: readonly number[]
    }
  /** `super_read_only` went off: the executed GTIDs, and how many transactions its relay log holds beside them. */
  | { readonly type: 'promoted'; readonly executed: string; readonly unapplied: number }
  | { readonly type: 'read-only' }
  /** Whom it follows from now on; the writes of its relay log that went (Y38). */
  | { readonly type: 'repointed'; readonly of: string | null; readonly discarded: readonly number[] }
  /** Said by the source: a replica has transactions that it has not, and nothing refuses that (Y41). */
  | { readonly type: 'errant'; readonly replica: string; readonly gtids: string }
  /** `SET GLOBAL`. */
  | { readonly type: 'variable'; readonly name: string; readonly value: string | number }
