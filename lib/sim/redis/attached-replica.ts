import type { ClusterConnection, Snapshot, StreamItem } from './messages'

/** A replica as its primary sees it. `waiting`: for a snapshot; `transfer`: its snapshot is on the way (R38). */
export class AttachedReplica {
  state: 'waiting' | 'transfer' | 'online' = 'waiting'
  ackOffset = 0
  /** Whole seconds. */
  ackTime: number
  /** What it gets after its snapshot; null once the stream flows. */
  pending: StreamItem[] | null = []
  snapshot: Snapshot | null = null

  constructor(
    readonly connection: ClusterConnection,
    readonly host: string,
    readonly psyncTime: number,
  ) {
    this.ackTime = psyncTime
  }

  refresh(unixtime: number): void {
    this.ackTime = unixtime
  }
}
