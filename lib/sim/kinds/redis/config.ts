import { emit } from '../../core/world'
import type { ClusterWorld } from '../protocol'
import type { RedisConf } from './conf'
import type { ServerState } from './state'

/** `CONFIG REWRITE`: the role and the settings of this moment survive a restart (R77). */
export function rewriteConfig(world: ClusterWorld, server: ServerState): void {
  const { disk } = server
  disk.replicaOf = server.primary
  disk.port = server.primaryPort
  const changed = Object.entries(server.conf).some(([name, value]) => disk.conf[name as keyof RedisConf] !== value)
  disk.conf = { ...server.conf }
  if (changed) emit(world, { at: world.now, host: server.host, type: 'config-saved', by: world.cause })
}
