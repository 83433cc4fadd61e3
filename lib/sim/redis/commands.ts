import { PORT } from '../defaults'
import { NOREPLICAS, NOT_AN_INTEGER, READONLY } from '../errors'
import { integer } from '../integer'
import type { Reply } from '../journal'
import type { RedisConf } from '../kinds/redis/conf'
import type { ReadName, WriteName } from '../kinds/redis/forms'
import { configGet, configSet, rewriteConfig } from './config-command'
import { READ_COMMANDS } from './data'
import { failoverCommand } from './failover'
import { writesPass } from './gate'
import { infoText, roleReply } from './info'
import type { ClusterWorld, Command } from './messages'
import { feed } from './primary'
import { follow, promote } from './role'
import type { ServedClient } from './served-client'
import { commandBytes } from './sizes'
import type { ServerState } from './state'
import { wait } from './wait'

/** An answer; `blocked` answers later; `parked` is looked at again when the pause ends. */
export type Outcome = Reply | 'blocked' | 'parked'

const WAIT_ON_REPLICA = {
  error:
    'ERR WAIT cannot be used with replica instances. Please also note that since Redis 4.0 if a replica is configured to be writable (which is not the default) writes to replicas are just local and are not propagated.',
} as const

const readNames: ReadonlySet<string> = new Set(READ_COMMANDS)

/** Executes one command in the order of admission of R6. */
export function execute(world: ClusterWorld, server: ServerState, client: ServedClient, command: Command): Outcome {
  if (command.write >= 0) return executeWrite(world, server, command)
  if (readNames.has(command.name)) return server.data.read(command.name as ReadName, command.args)
  return executeOther(world, server, client, command)
}

function executeWrite(world: ClusterWorld, server: ServerState, command: Command): Outcome {
  if (!writesPass(server)) return { error: NOREPLICAS }
  if (server.role === 'replica') return { error: READONLY }
  if (server.failover !== null) return 'parked'
  const { name, args, write } = command
  const { reply, changes, by } = server.data.effect(name as WriteName, args)
  if (changes > 0) {
    server.deployment.changes[write] = changes
    server.hold(write)
    feed(world, server, 'write', commandBytes(name, args), write)
    world.emit({ at: world.now, host: server.host, type: 'execute', by: world.cause, write, offset: server.offset })
  } else if (by >= 0) world.emit({ at: world.now, host: server.host, type: 'unchanged', by: world.cause, write, madeBy: by })
  return reply
}

function executeOther(world: ClusterWorld, server: ServerState, client: ServedClient, command: Command): Outcome {
  const { name, args } = command
  switch (name) {
    case 'PING':
      return args[0] ?? 'PONG'
    case 'WAIT':
      return executeWait(world, server, client, command)
    case 'ROLE':
      return roleReply(server)
    case 'INFO':
      return infoText(world, server)
    case 'CONFIG':
      return executeConfig(world, server, args)
    case 'REPLICAOF':
    case 'SLAVEOF':
      return executeReplicaof(world, server, args)
    case 'FAILOVER':
      return failoverCommand(world, server, args)
    default:
      return { error: `ERR unknown command '${name}'` }
  }
}

function executeWait(world: ClusterWorld, server: ServerState, client: ServedClient, { args }: Command): Outcome {
  if (server.role === 'replica') return WAIT_ON_REPLICA
  const replicas = integer(args[0])
  const timeout = integer(args[1])
  if (replicas === null) return { error: NOT_AN_INTEGER }
  if (timeout === null) return { error: 'ERR timeout is not an integer or out of range' }
  return timeout < 0 ? { error: 'ERR timeout is negative' } : wait(world, server, client, Number(replicas), Number(timeout))
}

function executeConfig(world: ClusterWorld, server: ServerState, [verb = '', directive, value = '']: readonly string[]): Outcome {
  switch (verb.toUpperCase()) {
    case 'GET':
      return configGet(server, directive as keyof RedisConf)
    case 'SET':
      return configSet(world, server, directive as keyof RedisConf, value)
    default:
      rewriteConfig(world, server)
      return 'OK'
  }
}

function executeReplicaof(world: ClusterWorld, server: ServerState, args: readonly string[]): Outcome {
  if (server.failover !== null) return { error: 'ERR REPLICAOF not allowed while failing over.' }
  const [host = '', word = String(PORT)] = args
  if (host.toUpperCase() === 'NO' && word.toUpperCase() === 'ONE') promote(world, server, 'operator', null)
  else {
    const port = integer(word)
    if (port === null || port < 0 || port > 65_535) return { error: 'ERR Invalid master port' }
    follow(world, server, host, 'operator', null, Number(port))
  }
  return 'OK'
}
