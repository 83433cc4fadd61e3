import { SMALLEST_BACKLOG } from '../defaults'
import type { Reply } from '../journal'
import type { RedisConf } from '../kinds/redis/conf'
import { startAof, stopAof } from './aof'
import { refreshGoodReplicas } from './gate'
import type { ClusterWorld } from './messages'
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
  world.emit({ at: world.now, host: server.host, type: 'config', by: world.cause, directive, value })
  if (directive === 'appendonly' && value !== before) (value === 'yes' ? startAof : stopAof)(world, server)
  if (directive === 'repl-backlog-size') server.backlog?.resize(Number(value))
  if (directive.startsWith('min-replicas')) refreshGoodReplicas(world, server)
  return 'OK'
}

/** `CONFIG REWRITE`: the role and the settings of this moment survive a restart (R77). */
export function rewriteConfig(world: ClusterWorld, server: ServerState): void {
  const disk = server.deployment.disk(server.host)
  disk.replicaOf = server.primary
  disk.port = server.primaryPort
  const changed = Object.entries(server.conf).some(([name, value]) => disk.conf[name as keyof RedisConf] !== value)
  disk.conf = { ...server.conf }
  if (changed) world.emit({ at: world.now, host: server.host, type: 'config-saved', by: world.cause })
}
