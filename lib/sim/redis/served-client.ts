import type { Fifo } from '../engine/fifo'
import type { ClusterConnection, Message } from './messages'

/** A connection of a client or a sentinel, as the server sees it. */
export interface ServedClient {
  readonly connection: ClusterConnection
  /** Subscribed to `__sentinel__:hello`. */
  subscribed: boolean
  /** The offset after its last command (R61). */
  offset: number
  /** `wait`: blocked in WAIT; `pause`: parked while writes are paused. What it sends meanwhile waits in `queue`. */
  blocked:
    | { readonly by: 'wait'; readonly replicas: number; readonly offset: number; readonly deadline: number }
    | { readonly by: 'pause' }
    | null
  readonly queue: Fifo<Message>
}
