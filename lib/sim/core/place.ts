import type { ConnectionId, Side } from './end'
import type { Packet, TimerEntry } from './entry'
import { type Micros, NEVER } from './time'

/** What reaches a process: a message or the end of a stream, or word of what has become of an attempt to connect. */
export type Arrival<M> = Packet<M> | { readonly type: 'opened' | 'refused'; readonly cause: number | null }

/** What arrived while a process was frozen. */
export interface Wake<M> {
  readonly type: 'wake'
  readonly connection: ConnectionId
  readonly side: Side
  readonly arrival: Arrival<M>
}

/** The place of a process on its host: it outlives the process. */
export interface Place<M> {
  readonly index: number
  readonly host: string
  readonly hostIndex: number
  /** The name of the kind of process that runs here. */
  readonly kind: string
  status: 'running' | 'paused' | 'dead'
  /** Raised at each death. */
  incarnation: number
  /** The latest SIGSTOP and SIGCONT. */
  pausedAt: Micros
  resumedAt: Micros
  /** In the order in which they were made or accepted. */
  connections: ConnectionId[]
  /** What arrived while the process was frozen. */
  inbox: Wake<M>[]
  overdue: TimerEntry[]
  /** A process that has begun refuses connections until then. */
  listensFrom: Micros
  /** What the process knows; null while it is dead. */
  state: object | null
  /** What its latest death left on the disk. */
  files: object | null
}

export function newPlace<M>(index: number, host: string, hostIndex: number, kind: string): Place<M> {
  return {
    index,
    host,
    hostIndex,
    kind,
    status: 'running',
    incarnation: 0,
    pausedAt: NEVER,
    resumedAt: NEVER,
    listensFrom: NEVER,
    connections: [],
    inbox: [],
    overdue: [],
    state: null,
    files: null,
  }
}
