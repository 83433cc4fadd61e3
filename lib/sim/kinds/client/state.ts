import type { ConnectionId } from '../../core/end'
import { type Fifo, newFifo } from '../../core/fifo'
import type { Place } from '../../core/place'
import type { Micros } from '../../core/time'
import type { Workload } from '../../scenario/scenario'
import type { Message } from '../messages'
import type { WritingClient } from './spec'
import type { Typed } from './typed'
import { newWriter, type Writer } from './writer'

/** What the scenario says of a client: how it finds its server, and what it sends, each workload with its index. */
export interface ClientPlan {
  readonly client: WritingClient
  /** To which it is connected at time zero. */
  readonly server: string
  readonly workloads: readonly (readonly [index: number, workload: Workload])[]
}

/** Where a client stands with its connection. `asking`: a sentinel; `verifying`: has asked the server for its ROLE (R126). */
export type Session =
  | { readonly type: 'idle' }
  | { readonly type: 'asking'; readonly connection: ConnectionId; readonly sentinel: string }
  | { readonly type: 'connecting' | 'verifying' | 'ready'; readonly connection: ConnectionId; readonly server: string }

/** An answer that the client waits for. */
export type Pending = { readonly since: Micros } & (
  | { readonly type: 'write'; readonly write: number }
  | { readonly type: 'wait'; readonly write: number; readonly local: number; readonly asked: number }
  | { readonly type: 'run'; readonly typed: Typed }
  | { readonly type: 'role' }
)

/** How a client that asks the sentinels goes from one to the next. */
export interface Discovery {
  readonly sentinels: readonly string[]
  /** Index of the one that was asked last. */
  position: number
  /** How many have been asked in this round. */
  asked: number
}

/** A client, as plain data: it sends on schedule, whether or not answers come, over one connection that it finds and keeps. */
export interface ClientState {
  readonly host: string
  /** Index of its place. */
  readonly place: number
  readonly spec: WritingClient
  readonly writers: readonly Writer[]
  /** Null on a client that is pinned to one server. */
  readonly discovery: Discovery | null
  session: Session
  /** Raised with each attempt, so that the timers of an earlier one are void. */
  attempt: number
  /** Sent and not answered; answers come in the order of sending. */
  pending: Fifo<Pending>
  /** A timer waits for the oldest answer to be overdue. */
  watching: boolean
}

/** A client that has just started: it has no connection yet. */
export function newClient({ host, index }: Place<Message>, { client: spec, workloads }: ClientPlan): ClientState {
  const { sentinels } = spec
  return {
    host,
    place: index,
    spec,
    writers: workloads.map(([workload, one]) => newWriter(one, workload)),
    discovery: sentinels === undefined ? null : { sentinels, position: -1, asked: 0 },
    session: { type: 'idle' },
    attempt: 0,
    pending: newFifo(),
    watching: false,
  }
}

/** Gives the connection up: what was not answered stays unanswered. */
export function abandon(client: ClientState): void {
  client.pending = newFifo()
  client.session = { type: 'idle' }
}
