import { emit } from '../../core/world'
import { SMALLEST_BACKLOG } from '../../defaults'
import type { Reply } from '../../reply'
import type { ClusterWorld } from '../protocol'
import type { RedisConf } from './conf'
import { refreshGoodReplicas } from './gate'
import { startAof, stopAof } from './persistence/aof'
import { resize } from './replication/backlog'
import type { ServerState } from './state'

/** `CONFIG GET directive`: name and value. The scenario's reader lets only directives pass that the kernel knows. */
export function configGet(server: ServerState, directive: keyof RedisConf): Reply {
  return [directive, String(server.conf[directive])]
}

/** `CONFIG SET directive value`, checked by the scenario's reader. A change of the gate is counted at once (R50). */
export function configSet(world: ClusterWorld, server: ServerState, directive: keyof RedisConf, text: string): Reply {
  const value = directive === 'repl-backlog-size' ? String(Math.max(Number(text), SMALLEST_BACKLOG)) : text
  const before = server.conf[directive]
  Object.assign(server.conf, { [directive]: typeof before === 'number' ? Number(value) : value })
  emit(world, { at: world.now, host: server.host, type: 'config', by: world.cause, directive, value })
  if (directive === 'appendonly' && value !== before) (value === 'yes' ? startAof : stopAof)(world, server)
  if (directive === 'repl-backlog-size' && server.backlog !== null) resize(server.backlog, Number(value))
  if (directive.startsWith('min-replicas')) refreshGoodReplicas(world, server)
  return 'OK'
}

/** `CONFIG REWRITE`: the role and the settings of this moment survive a restart (R77). */
export function rewriteConfig(world: ClusterWorld, server: ServerState): void {
  const { disk } = server
  disk.replicaOf = server.primary
  disk.port = server.primaryPort
  const changed = Object.entries(server.conf).some(([name, value]) => disk.conf[name as keyof RedisConf] !== value)
  disk.conf = { ...server.conf }
  if (changed) emit(world, { at: world.now, host: server.host, type: 'config-saved', by: world.cause })
}
