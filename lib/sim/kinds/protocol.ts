import type { World } from '../core/model'
import type { JournalEvent } from '../journal'
import type { Message } from './messages'

/** What the processes here say, to each other and to the journal. */
export interface ClusterProtocol {
  readonly message: Message
  readonly event: JournalEvent
}

export type ClusterWorld = World<ClusterProtocol>
