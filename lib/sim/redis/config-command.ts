import type { Reply } from '../journal'
import type { RedisConf } from '../scenario/scenario'
import { refreshGoodReplicas } from './gate'
import type { ClusterWorld } from './messages'
import type { Server } from './server'

/** `CONFIG GET directive` for one directive that the kernel knows. */
export function configGet(server: Server, directive: string): Reply {
  const key = known(server, directive)
  return key === null ? [] : [directive, String(server.conf[key])]
}

/** `CONFIG SET directive value`. A change of the gate is counted at once (R50). */
export function configSet(world: ClusterWorld, server: Server, directive: string, value: string): Reply {
  const key = known(server, directive)
  if (key === null) return { error: `ERR Unknown option or number of arguments for CONFIG SET - '${directive}'` }
  if (!assign(server.conf, key, value))
    return {
      error: `ERR CONFIG SET failed (possibly related to argument '${directive}') - argument couldn't be parsed into an integer`,
    }
  world.emit({ at: world.now, type: 'config', server: server.host, directive: key, value })
  if (key === 'min-replicas-to-write' || key === 'min-replicas-max-lag') refreshGoodReplicas(world, server)
  return 'OK'
}

const ALIASES: Readonly<Record<string, keyof RedisConf>> = {
  'min-slaves-to-write': 'min-replicas-to-write',
  'min-slaves-max-lag': 'min-replicas-max-lag',
  'slave-priority': 'replica-priority',
  'repl-ping-slave-period': 'repl-ping-replica-period',
}

function known(server: Server, directive: string): keyof RedisConf | null {
  const name = directive.toLowerCase()
  const key = ALIASES[name] ?? name
  return Object.hasOwn(server.conf, key) ? (key as keyof RedisConf) : null
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }

function assign(conf: Mutable<RedisConf>, key: keyof RedisConf, value: string): boolean {
  if (key === 'save') {
    conf.save = value
    return true
  }
  if (key === 'appendonly' || key === 'repl-diskless-sync') {
    if (value !== 'yes' && value !== 'no') return false
    conf[key] = value
    return true
  }
  if (!/^\d+$/.test(value)) return false
  conf[key] = Number(value)
  return true
}
