import type { ConnectionId, Packet, Side } from './connection'
import type { Scheduled } from './queue'

/** A timer of a process. */
export interface TimerEntry extends Scheduled {
  readonly type: 'timer'
  /** Whose timer it is: void when that process has died since. */
  readonly place: number
  readonly incarnation: number
  readonly name: string
  readonly argument: number
  readonly cause: number | null
}

/** Part of a direction of a connection, that of the side that sends; void when the direction's generation has changed. */
interface OfDirection extends Scheduled {
  readonly connection: ConnectionId
  readonly side: Side
  readonly generation: number
}

export interface DeliveryEntry<M> extends OfDirection {
  readonly type: 'delivery'
  readonly packet: Packet<M>
}

/** All that had waited for a path, which a retransmission brings at once. */
export interface BurstEntry<M> extends OfDirection {
  readonly type: 'burst'
  readonly packets: readonly Packet<M>[]
}

/** A step of TCP by itself. */
export interface StepEntry extends OfDirection {
  readonly type: 'attempt' | 'arrival' | 'established' | 'refused' | 'reset' | 'retransmission'
  readonly cause: number | null
}

/** An action of the scenario, by its number. */
export interface ActionEntry extends Scheduled {
  readonly type: 'action'
  readonly action: number
}

/** One entry of the event queue; never changed once it is there. */
export type Entry<M> = TimerEntry | DeliveryEntry<M> | BurstEntry<M> | StepEntry | ActionEntry
