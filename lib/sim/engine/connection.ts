import { MILLISECOND, type Micros, SECOND } from './time'

/** Linux: the first retransmission after this much silence; each further one after twice as long (R24). */
export const FIRST_RETRANSMISSION: Micros = 200 * MILLISECOND
export const LONGEST_RETRANSMISSION: Micros = 120 * SECOND
/** Linux: a connect is tried again 1, 3, 7, 15, … seconds after the first attempt (R24). */
export const FIRST_SYN_RETRY: Micros = SECOND

/** What a process reads when the other side has closed. */
export const END_OF_STREAM = Symbol('end of stream')

/** 0: the side that connected; 1: the side that accepted. */
export type Side = 0 | 1

/** One direction of a connection: bytes arrive in order or wait for a retransmission. */
export interface Direction<M> {
  /** On their way; the first arrives first. `head` is the index of the first one. */
  flight: (M | typeof END_OF_STREAM)[]
  head: number
  lastArrival: Micros
  /** Not on their way: waiting for the path, the handshake or the retransmission timer. */
  waiting: (M | typeof END_OF_STREAM)[] | null
  backoff: Micros
  /** First send whose acknowledgement cannot come back; −1 when all is well. */
  unacknowledgedSince: Micros
  /** Raised when deliveries already scheduled have become void. */
  generation: number
}

export type ConnectionState = 'connecting' | 'open' | 'closed'

/** A TCP connection between two processes, as plain data; `World` moves it. */
export interface Connection<M> {
  readonly id: number
  /** Process numbers of both sides. */
  readonly ends: readonly [number, number]
  /** Host indexes of both sides. */
  readonly hosts: readonly [number, number]
  /** Incarnation of each process when the connection was made: a restarted process does not own it any more. */
  readonly incarnations: [number, number]
  state: ConnectionState
  /** Sides that have closed it and want to hear nothing more. */
  readonly closed: [boolean, boolean]
  readonly directions: readonly [Direction<M>, Direction<M>]
}

export function newDirection<M>(): Direction<M> {
  return {
    flight: [],
    head: 0,
    lastArrival: 0,
    waiting: null,
    backoff: FIRST_RETRANSMISSION,
    unacknowledgedSince: -1,
    generation: 0,
  }
}
