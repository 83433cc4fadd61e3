import type { Micros } from '../../core/time'
import type { GtidSet } from './gtid'

/** A transaction as it stands in a binlog: a row of the table `t`. Never changed. */
export interface Transaction {
  readonly type: 'transaction'
  /** The host of the server that first executed it, for its UUID. */
  readonly origin: string
  readonly number: number
  /** Both as MySQL writes them: `m1:17`. */
  readonly gtid: string
  /** The number of the write. */
  readonly write: number
  /** The primary key of the row. */
  readonly row: number
}

/** What replicas and sources say to each other. Positions count the transactions of a binlog. */
export type MysqlMessage =
  /** `COM_BINLOG_DUMP_GTID`: send all but these. */
  | {
      readonly type: 'dump'
      readonly host: string
      readonly known: GtidSet
      readonly semisync: boolean
      readonly heartbeat: Micros
    }
  /** `ask`: a reply is wanted (Y8). */
  | {
      readonly type: 'binlog-event'
      readonly transaction: Transaction
      readonly write: number
      readonly position: number
      readonly ask: boolean
    }
  | { readonly type: 'heartbeat'; readonly position: number; readonly ask: boolean }
  | { readonly type: 'semisync-ack'; readonly position: number }
