// What a world is and what a kind of process in it: each speaks of the other, so their types stand together.

import type { Reply } from '../reply'
import type { Connection } from './connection'
import type { ConnectionId, Side } from './end'
import type { Entry } from './entry'
import type { Path } from './path'
import type { Place } from './place'
import type { Stream } from './random'
import type { Micros } from './time'

/** What the processes of a world say, to each other and to the journal. */
export interface Protocol {
  /** Tagged, and never changed once it is made. */
  readonly message: { readonly type: string }
  readonly event: { readonly at: Micros; readonly host: string | null; readonly type: string; readonly by: number | null }
}

/** Who listens to the messages of a run. */
export interface Listener<M> {
  sent(mark: Postmark, from: Place<M>, to: Place<M>, message: M): void
  /** Both for messages only: the end of a stream is none. */
  arrived(id: number, at: Micros): void
  lost(id: number, at: Micros): void
}

/** What is stamped on a message when it is sent. */
export interface Postmark {
  readonly id: number
  /** On which connection. */
  readonly connection: ConnectionId
  readonly at: Micros
  readonly cause: number | null
}

/**
 * Everything that a run has come to at one instant, as plain data: it survives a round trip through JSON, and a copy goes on as the
 * original does. Records that are tagged by a `type` are facts: they are never changed, and copies share them.
 */
export interface WorldState<P extends Protocol> {
  readonly seed: number
  readonly hosts: readonly string[]
  /** Where the whole seconds of the wall clock lie. */
  readonly wallPhase: Micros
  now: Micros
  /** Of the next entry of the queue. */
  sequence: number
  /** Entries taken from the queue so far. */
  dispatched: number
  /** Events in the journal so far, and messages sent. */
  emitted: number
  sent: number
  /** What the journal is told as the cause of the next event. */
  cause: number | null
  readonly queue: Entry<P['message']>[]
  readonly paths: Path[]
  readonly places: Place<P['message']>[]
  /** By their numbers; null when both sides are done with one. */
  readonly connections: (Connection<P['message']> | null)[]
  /** The streams of chance that outlive a process, by name. */
  readonly streams: Record<string, Stream>
  /** How many have been numbered, of each series. */
  readonly serials: Record<string, number>
  /** Every message that carries a write, by the number of the write. */
  readonly writes: P['message'][]
  /** What each write came to, in changes of a data set; 0 until it is executed. */
  readonly changes: number[]
}

/** What a world acts through, and whom it tells; no part of its state. */
export interface Wiring<P extends Protocol> {
  readonly kinds: Readonly<Record<string, Kind<P>>>
  /** The kind of the process at each place, and what the scenario says of it; what joins later has neither. */
  readonly crew: readonly Kind<P>[]
  readonly specs: readonly unknown[]
  /** Carries out an action of the scenario. */
  readonly act: (world: World<P>, action: number) => void
  readonly journal: P['event'][] | null
  readonly wire: Listener<P['message']> | null
}

export interface World<P extends Protocol> extends WorldState<P> {
  readonly wiring: Wiring<P>
}

/** A function that is looked up in a table by the tag of what it takes: declared as a method, so that each may name its own part. */
export type Handle<Arguments extends readonly unknown[]> = { handle(...args: Arguments): void }['handle']

/** What a kind of process does with a message, or when a timer rings. */
export type Handler<P extends Protocol, State extends object> = Handle<
  [world: World<P>, state: State, message: P['message'], connection: ConnectionId]
>
export type Ring<P extends Protocol, State extends object> = Handle<[world: World<P>, state: State, argument: number]>

/** The messages that may carry this tag. */
export type Tagged<M extends { readonly type: string }, T> = M extends unknown
  ? [T & M['type']] extends [never]
    ? never
    : M
  : never

/** A table of handlers, each for the messages of its tag. */
export type Handlers<P extends Protocol, State extends object> = {
  readonly [T in P['message']['type']]?: (
    world: World<P>,
    state: State,
    message: Tagged<P['message'], T>,
    connection: ConnectionId,
  ) => void
}

/** A command that somebody types, as the scenario says it. */
export interface Order {
  /** Its number among the actions. */
  readonly action: number
  /** Where. */
  readonly on: string
  readonly line: string
}

/** The place of a process, and what the scenario says of it. */
export interface Placed<P extends Protocol, Spec> {
  readonly place: Place<P['message']>
  readonly spec: Spec
}

/** What a server does with a command of one of its clients: its answer, or a word that there is none yet. */
export type CommandOf<P extends Protocol> = {
  handle(world: World<P>, server: object, args: readonly string[], client: object): Reply
}['handle']

/**
 * A kind of process: plain data at its place, and the functions here over it. Handlers never read a clock or draw a random number by
 * themselves: both come from the world. They are declared as methods, so that a kind of one state stands in a table of kinds.
 */
export interface Kind<
  P extends Protocol,
  Spec = unknown,
  State extends object = object,
  Files extends object | null = object | null,
> {
  readonly name: string
  /** Puts all processes of this kind where they stand at time zero, those it is connected to being there. */
  settle(world: World<P>, placed: readonly Placed<P, Spec>[]): void
  /** What the journal hears of them then. */
  announce(world: World<P>, placed: readonly Placed<P, Spec>[]): void
  /** A process that starts again after a death, from what that left on its disk. */
  started(world: World<P>, place: Place<P['message']>, spec: Spec, files: Files): State
  /** What SIGKILL leaves on its disk. */
  files(state: State): Files
  /** What of that is left when the host loses its power; absent where that takes nothing more. */
  fsynced?(files: Files): Files
  /** After SIGKILL its system takes so long to clear up; what it had sent arrives. Absent: it does so at once, and nothing arrives. */
  readonly lingers?: Micros
  readonly on: Readonly<Record<string, Handler<P, State> | undefined>>
  readonly timers: Readonly<Record<string, Ring<P, State> | undefined>>
  /** Somebody types a command at the process of this place; absent where that takes an operator, who is a process of his own. */
  typed?(world: World<P>, place: Place<P['message']>, order: Order): void
  /** What a script of this kind does where it is executed, at a process of another one: its answer. */
  script?(world: World<P>, server: object, args: readonly string[]): Reply
  /** Commands of servers that come with this kind, and only with it. */
  readonly commands?: Readonly<Record<string, CommandOf<P>>>
  /** A connection that this process asked for is established. */
  opened(world: World<P>, state: State, connection: ConnectionId): void
  closed(world: World<P>, state: State, connection: ConnectionId, side: Side, reason: 'closed' | 'refused'): void
  /** The end of a turn of its event loop, in which it has read this message, or in which a timer rang; absent where nothing is left for it. */
  turned?(world: World<P>, state: State, message: P['message'] | null): void
}
