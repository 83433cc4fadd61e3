import type { Micros } from '../engine/time'
import type { ClusterConnection } from './messages'

/** The link of a replica to its primary. `idle`: waits for the next replicationCron. */
export interface PrimaryLink {
  readonly primary: string
  connection: ClusterConnection | null
  state: 'idle' | 'connecting' | 'handshake' | 'sync' | 'up'
  lastIo: Micros
}
