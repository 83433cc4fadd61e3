import { emit, serial, unixtime } from '../../../core/world'
import type { EventOf } from '../../../journal'
import type { ClusterWorld } from '../../protocol'
import type { Snapshot } from '../messages'
import type { ServerState } from '../state'

/** Freezes the data set; one that is not for a resync alone becomes the file on its disk, and the save points count anew (R75). */
export function takeSnapshot(world: ClusterWorld, server: ServerState, purpose: EventOf<'snapshot'>['for']): Snapshot {
  const { host, replid, offset, data } = server
  const snapshot: Snapshot = { type: 'snapshot', id: serial(world, 'snapshot'), writes: [...data.writes], replid, offset }
  emit(world, {
    at: world.now,
    host,
    type: 'snapshot',
    by: world.cause,
    snapshot: snapshot.id,
    replid,
    offset,
    for: purpose,
  })
  if (purpose !== 'resync') {
    server.disk.rdb = snapshot
    server.lastSave = unixtime(world)
    server.changesSinceSave = 0
  }
  return snapshot
}
