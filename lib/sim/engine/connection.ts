import type { Slot } from './process'
import { MILLISECOND, type Micros, SECOND } from './time'

/** Linux: the first retransmission after this much silence, each further one after twice as much in all (R24; 208 ms, 416 ms, 832 ms … on 6.18). */
export const FIRST_RETRANSMISSION: Micros = 208 * MILLISECOND
export const LONGEST_RETRANSMISSION: Micros = 120 * SECOND
/** Linux: a connect is tried again every second at first (`tcp_syn_linear_timeouts`, 4 since 6.5), then after twice as long each time (R24). */
export const FIRST_SYN_RETRY: Micros = SECOND
export const LINEAR_SYN_RETRIES = 5

/** What a process reads when the other side has closed. */
export const END_OF_STREAM = Symbol('end of stream')

/** What is on its way in one direction, in order. */
export type Waiting<M> = (M | typeof END_OF_STREAM)[]

/** 0: the side that connected; 1: the side that accepted. */
export type Side = 0 | 1

export function opposite(side: Side): Side {
  return side === 0 ? 1 : 0
}

/** One direction of a connection: bytes arrive in order or wait for a retransmission. */
export interface Direction<M> {
  lastArrival: Micros
  /** Not on their way: waiting for the path, the handshake or the retransmission timer. */
  waiting: Waiting<M> | null
  /** When it began to wait. */
  stalledAt: Micros
  /** First send whose acknowledgement cannot come back; −1 when all is well. */
  unacknowledgedSince: Micros
  /** Raised when deliveries already scheduled have become void. */
  generation: number
}

export type ConnectionState = 'connecting' | 'open' | 'closed'

/** A TCP connection between two processes, as plain data; `World` moves it. */
export interface Connection<M> {
  /** The places of the processes on both sides. */
  readonly ends: readonly [Slot<M>, Slot<M>]
  /** Incarnation of each process when the connection was made: a restarted process does not own it any more. */
  readonly incarnations: [number, number]
  state: ConnectionState
  /** Sides that have closed it and want to hear nothing more. */
  readonly closed: [boolean, boolean]
  /** One side has told the other that it is gone. */
  reset: boolean
  /** Attempts to connect that found no path. */
  attempts: number
  readonly directions: readonly [Direction<M>, Direction<M>]
}

export function newDirection<M>(): Direction<M> {
  return {
    lastArrival: 0,
    waiting: null,
    stalledAt: 0,
    unacknowledgedSince: -1,
    generation: 0,
  }
}
