import { MILLISECOND, SECOND } from '../../core/time'

/** Periods of `sentinel.c` (R83). All "every N" tests are strict. */
export const PING_PERIOD = SECOND
export const INFO_PERIOD = 10 * SECOND
/** For replicas while their primary is down or failed over, or while they report a broken link. */
export const HASTY_INFO_PERIOD = SECOND
export const ASK_PERIOD = SECOND
export const HELLO_PERIOD = 2 * SECOND
export const TILT_TRIGGER = 2 * SECOND
export const TILT_PERIOD = 30 * SECOND
export const ELECTION_TIMEOUT = 10 * SECOND
export const RECONFIGURATION_TIMEOUT = 10 * SECOND
export const MIN_LINK_RECONNECT_PERIOD = 15 * SECOND
export const MAX_DESYNC_MS = 999
export const MAX_PENDING_COMMANDS = 100

/** Writing the configuration file with fsync, before a vote is asked for or told (R100, R105). */
export const SHORTEST_FLUSH = MILLISECOND
export const LONGEST_FLUSH = 3 * MILLISECOND

/** The timer runs at a frequency drawn anew from 10 … 19 Hz after each run (R81). */
export const TICK_PERIODS = [100, 90, 83, 76, 71, 66, 62, 58, 55, 52].map((ms) => ms * MILLISECOND)
