import type { ConnectionId, Packet, Side } from './connection'
import type { Scheduled } from './queue'

/** A timer of a process. */
export interface Timer {
  /** Index of the place whose timer it is. */
  readonly place: number
  readonly name: string
  readonly argument: number
  readonly cause: number | null
}

/** All that had waited for a path, which a retransmission brings at once. */
export interface Burst<M> {
  readonly connection: ConnectionId
  readonly side: Side
  readonly packets: readonly Packet<M>[]
}

/** A step of TCP by itself. */
export interface Step {
  readonly connection: ConnectionId
  readonly side: Side
  readonly cause: number | null
}

export type StepType = 'attempt' | 'arrival' | 'established' | 'refused' | 'reset' | 'retransmission'

interface Tagged<Type extends string, Item> extends Scheduled {
  readonly type: Type
  /** Of the process or of the direction of a connection that it concerns: it is void when that has changed since. */
  readonly generation: number
  readonly item: Item
}

export type TimerEntry = Tagged<'timer', Timer>
export type DeliveryEntry<M> = Tagged<'delivery', Packet<M>>
export type BurstEntry<M> = Tagged<'burst', Burst<M>>
export type StepEntry = Tagged<StepType, Step>

/**
 * One entry of the event queue; never changed once it is there. All have one shape, whatever their item is: the queue compares them all
 * the time. The item of an action is its number in the scenario.
 */
export type Entry<M> = TimerEntry | DeliveryEntry<M> | BurstEntry<M> | StepEntry | Tagged<'action', number>
