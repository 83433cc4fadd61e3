import type { ConnectionId } from './end'
import type { Packet } from './entry'
import { MILLISECOND, type Micros, SECOND } from './time'

/** Linux: the first retransmission after this much silence, each further one after twice as much in all (R24; 208 ms, 416 ms, 832 ms … on 6.18). */
export const FIRST_RETRANSMISSION: Micros = 208 * MILLISECOND
export const LONGEST_RETRANSMISSION: Micros = 120 * SECOND
/** Linux: a connect is tried again every second at first (`tcp_syn_linear_timeouts`, 4 since 6.5), then after twice as long each time (R24). */
export const FIRST_SYN_RETRY: Micros = SECOND
export const LINEAR_SYN_RETRIES = 5

/** Messages are numbered; the end of a stream is none. */
export const END_OF_STREAM = -1

/** One direction of a connection: bytes arrive in order or wait for a retransmission. */
export interface Direction<M> {
  lastArrival: Micros
  /** Not on their way: waiting for the path, the handshake or the retransmission timer. */
  waiting: Packet<M>[] | null
  /** When it began to wait. */
  stalledAt: Micros
  /** First send whose acknowledgement cannot come back; −1 when all is well. */
  unacknowledgedSince: Micros
  /** Raised when deliveries already scheduled have become void. */
  generation: number
}

/** A TCP connection between two processes, as plain data; `transport.ts` and those beside it move it. */
export interface Connection<M> {
  readonly id: ConnectionId
  /** Indexes of the places of the processes on both sides. */
  readonly ends: readonly [number, number]
  /** Indexes of the paths on which each side sends. */
  readonly paths: readonly [number, number]
  /** Incarnation of each process when the connection was made: a restarted process does not own it any more. */
  readonly incarnations: [number, number]
  state: 'connecting' | 'open' | 'closed'
  /** Sides that have closed it and want to hear nothing more. */
  readonly closed: [boolean, boolean]
  /** One side has told the other that it is gone. */
  reset: boolean
  /** Attempts to connect that found no path. */
  attempts: number
  readonly directions: readonly [Direction<M>, Direction<M>]
}

export function newConnection<M>({
  id,
  ends,
  paths,
  incarnations,
}: Pick<Connection<M>, 'id' | 'ends' | 'paths' | 'incarnations'>): Connection<M> {
  return {
    id,
    ends,
    paths,
    incarnations,
    state: 'connecting',
    closed: [false, false],
    reset: false,
    attempts: 0,
    directions: [newDirection([]), newDirection(null)],
  }
}

function newDirection<M>(waiting: Packet<M>[] | null): Direction<M> {
  return { lastArrival: 0, waiting, stalledAt: 0, unacknowledgedSince: -1, generation: 0 }
}
