import type { ConnectionId, Side } from './connection'
import type { Place } from './place'
import type { Protocol, World } from './world'

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
  readonly on: Readonly<Record<string, Handler<P, State> | undefined>>
  readonly timers: Readonly<Record<string, Ring<P, State> | undefined>>
  /** Somebody types a command at the process of this place; absent where that takes an operator, who is a process of his own. */
  typed?(world: World<P>, place: Place<P['message']>, order: Order): void
  /** A connection that this process asked for is established. */
  opened(world: World<P>, state: State, connection: ConnectionId): void
  closed(world: World<P>, state: State, connection: ConnectionId, side: Side, reason: 'closed' | 'refused'): void
  /** The end of a turn of its event loop, in which it has read this message, or in which a timer rang. */
  turned(world: World<P>, state: State, message: P['message'] | null): void
}
