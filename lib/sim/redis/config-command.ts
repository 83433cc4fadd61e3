import type { Reply } from '../journal'
import type { RedisConf } from '../scenario/scenario'
import { refreshGoodReplicas } from './gate'
import type { ClusterWorld } from './messages'
import type { Server } from './server'

/** `CONFIG GET directive`: name and value. The scenario's reader lets only directives pass that the kernel knows. */
export function configGet(server: Server, directive: keyof RedisConf): Reply {
  return [directive, String(server.conf[directive])]
}

/** `CONFIG SET directive value`, checked by the scenario's reader. A change of the gate is counted at once (R50). */
export function configSet(world: ClusterWorld, server: Server, directive: keyof RedisConf, value: string): Reply {
  Object.assign(server.conf, { [directive]: typeof server.conf[directive] === 'number' ? Number(value) : value })
  world.emit({ at: world.now, type: 'config', server: server.host, directive, value })
  if (directive.startsWith('min-replicas')) refreshGoodReplicas(world, server)
  return 'OK'
}
