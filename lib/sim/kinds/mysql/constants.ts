import { MILLISECOND, type Micros, SECOND } from '../../core/time'

/** InnoDB prepares; then a group is written to the binlog (Y3 ①, ②). With the two below a commit takes 2 ms (Y10). */
export const PREPARE: Micros = 300
/** `sync_binlog=1`: fsync of a group (Y3 ③). */
export const FSYNC: Micros = 1200
/** Commit in the engine, Y3 ⑤. */
export const ENGINE_COMMIT: Micros = 200
/** A replica has written an event to its relay log (Y9); with the network's share an ACK comes 0.6 ms behind the fsync (Y10). */
export const RELAY_WRITE: Micros = 400
/** The condition variable wakes so much behind T (Y13). */
export const TIMEOUT_LATENESS: Micros = 400
/** `replica_parallel_workers`, by default: so many transactions of a backlog are applied at once. */
export const APPLIER_WORKERS = 4
/** Of the memory of a killed process; only then its clients hear of it (Y30). What its system has of it is still sent (Y34). */
export const TEARDOWN: Micros = 70 * MILLISECOND
/** From the start of the process to the first connection: recovery and all (Y31). */
export const RESTART: Micros = 1050 * MILLISECOND
/** What a replica says and hears before its dump begins (Y20). */
export const REGISTRATION: Micros = 40 * MILLISECOND
/** The thread that reads ACKs looks at its list at least so often (Y20). */
export const BEAT: Micros = SECOND
/** `SOURCE_CONNECT_RETRY` and `SOURCE_RETRY_COUNT` (Y26). */
export const CONNECT_RETRY = 60
export const RETRY_COUNT = 10
/** A binlog with nothing in it, and what each transaction adds to it: bytes, as its positions count them. */
export const BINLOG_HEAD = 158
export const TRANSACTION_BYTES = 281
