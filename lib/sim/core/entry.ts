import type { ConnectionId, Side } from './end'
import type { Scheduled } from './queue'

/** All entries have one shape, whatever they are: the queue compares them all the time, and there is one record for each and no more. */
interface Tagged<Type extends string, Item> extends Scheduled {
  readonly type: Type
  /** Of the process or of the direction of a connection that it concerns: it is void when that has changed since. */
  readonly generation: number
  /** The connection that it concerns; of a timer, the index of the place. */
  readonly of: ConnectionId
  /** The side of that connection that has sent it, or that takes the step. */
  readonly side: Side
  /** Of a message; of an action in the scenario; of a timer, its argument. */
  readonly number: number
  /** The event that caused it. */
  readonly cause: number | null
  /** What is there, or the name of the timer. */
  readonly item: Item
}

/** A timer of a process. */
export type TimerEntry = Tagged<'timer', string>

/**
 * A message on its way; null: the end of the stream, which a process reads when the other side has closed. Messages are numbered in the
 * order of sending. One that waits for a path is in no queue: its time and its place in an order are yet to come.
 */
export type Packet<M> = Tagged<'packet', M | null>

/** All that had waited for a path, which a retransmission brings at once. */
export type Burst<M> = Tagged<'burst', readonly Packet<M>[]>

export type StepType = 'attempt' | 'arrival' | 'established' | 'refused' | 'reset' | 'retransmission'

/** A step of TCP by itself. */
export type StepEntry = Tagged<StepType, null>

/** One entry of the event queue; never changed once it is there. */
export type Entry<M> = TimerEntry | Packet<M> | Burst<M> | StepEntry | Tagged<'action', null>
