import type { Reply } from '../journal'
import type { RedisConf } from '../scenario/scenario'
import type { ServedClient } from './clients'
import { rewriteConfig } from './clients'
import { configGet, configSet } from './config-command'
import { READ_COMMANDS, type ReadCommand, type WriteCommand } from './data'
import { failoverCommand } from './failover'
import { writesPass } from './gate'
import { infoText, roleReply } from './info'
import type { ClusterWorld, Command } from './messages'
import { feed } from './primary'
import { follow, promote } from './role'
import type { Server } from './server'
import { commandBytes } from './sizes'
import { wait } from './wait'

/** An answer; `blocked` answers later; `parked` is looked at again when the pause ends. */
export type Outcome = Reply | 'blocked' | 'parked'

export const NOREPLICAS = { error: 'NOREPLICAS Not enough good replicas to write.' } as const
export const READONLY = { error: "READONLY You can't write against a read only replica." } as const
const WAIT_ON_REPLICA = {
  error:
    'ERR WAIT cannot be used with replica instances. Please also note that since Redis 4.0 if a replica is configured to be writable (which is not the default) writes to replicas are just local and are not propagated.',
} as const

const readNames: ReadonlySet<string> = new Set(READ_COMMANDS)

/** Executes one command in the order of admission of R6. */
export function execute(world: ClusterWorld, server: Server, client: ServedClient, command: Command): Outcome {
  if (command.write >= 0) return executeWrite(world, server, command)
  if (readNames.has(command.name)) return server.data.read(command.name as ReadCommand, command.args)
  return executeOther(world, server, client, command)
}

function executeWrite(world: ClusterWorld, server: Server, command: Command): Outcome {
  if (!writesPass(server)) return NOREPLICAS
  if (server.role === 'replica') return READONLY
  if (server.failover !== null) return 'parked'
  const answer = server.data.replyTo(command.name as WriteCommand, command.args)
  if (typeof answer === 'object' && answer !== null) return answer
  server.data.add(command.write)
  server.changesSinceSave += 1
  feed(world, server, 'write', commandBytes(command.name, command.args), command.write)
  world.emit({ at: world.now, type: 'execute', server: server.host, write: command.write, offset: server.offset })
  return answer
}

function executeOther(world: ClusterWorld, server: Server, client: ServedClient, command: Command): Outcome {
  const { name, args } = command
  switch (name) {
    case 'PING':
      return 'PONG'
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

function executeWait(world: ClusterWorld, server: Server, client: ServedClient, { args }: Command): Outcome {
  if (server.role === 'replica') return WAIT_ON_REPLICA
  const [replicas = Number.NaN, timeout = Number.NaN] = args.map(Number)
  if (!Number.isInteger(replicas)) return { error: 'ERR value is not an integer or out of range' }
  if (!Number.isInteger(timeout)) return { error: 'ERR timeout is not an integer or out of range' }
  return timeout < 0 ? { error: 'ERR timeout is negative' } : wait(world, server, client, replicas, timeout)
}

function executeConfig(world: ClusterWorld, server: Server, [verb = '', directive, value = '']: readonly string[]): Outcome {
  switch (verb.toUpperCase()) {
    case 'GET':
      return configGet(server, directive as keyof RedisConf)
    case 'SET':
      return configSet(world, server, directive as keyof RedisConf, value)
    default:
      rewriteConfig(server)
      return 'OK'
  }
}

function executeReplicaof(world: ClusterWorld, server: Server, args: readonly string[]): Outcome {
  if (server.failover !== null) return { error: 'ERR REPLICAOF not allowed while failing over.' }
  const [host = '', port = ''] = args
  if (host.toUpperCase() === 'NO' && port.toUpperCase() === 'ONE') promote(world, server, 'operator', null)
  else follow(world, server, host, 'operator', null)
  return 'OK'
}
