import { emit } from '../../../core/world'
import { NOREPLICAS, READONLY } from '../../../errors'
import { isError } from '../../../reply'
import type { ClusterWorld } from '../../protocol'
import { effectOf, valuesOf } from '../data'
import { writesPass } from '../gate'
import type { Command as CommandMessage } from '../messages'
import { feedWrite } from '../replication/stream'
import { type ServedClient, type ServerState, take } from '../state'
import type { Outcome } from './command'
import { OTHERS } from './others'
import { READS } from './reads'
import { isWrite } from './writes'

/** Executes one command in the order of admission of R6. */
export function execute(world: ClusterWorld, server: ServerState, client: ServedClient, command: CommandMessage): Outcome {
  const { name, args } = command
  if (command.write >= 0) return executeWrite(world, server, command)
  if (isKeyOf(READS, name)) return READS[name](valuesOf(server.data, world.writes), args)
  // A script may write, so a pause parks it; what it does the kind knows that has sent it (L6).
  if (name === 'EVAL')
    return server.failover === null ? (world.wiring.kinds[args[0] ?? '']?.script?.(world, server, args) ?? null) : 'parked'
  if (isKeyOf(OTHERS, name)) return OTHERS[name](world, server, args, client)
  for (const { commands } of Object.values(world.wiring.kinds)) {
    const command = commands?.[name]
    if (command !== undefined) return command(world, server, args, client)
  }
  return { error: `ERR unknown command '${name}'` }
}

function isKeyOf<T extends object>(table: T, name: string): name is Extract<keyof T, string> {
  return Object.hasOwn(table, name)
}

function executeWrite(world: ClusterWorld, server: ServerState, { name, args, write, bytes }: CommandMessage): Outcome {
  if (!writesPass(server)) return { error: NOREPLICAS }
  if (server.role === 'replica') return { error: READONLY }
  if (server.failover !== null) return 'parked'
  if (!isWrite(name)) throw new Error(`${name} carries a write`)
  const { reply, changes, madeBy } = effectOf(server.data, world.writes, name, args)
  if (changes > 0) {
    world.changes[write] = changes
    take(world, server, write)
    feedWrite(world, server, bytes, write)
  } else if (!isError(reply)) emit(world, { at: world.now, host: server.host, type: 'unchanged', by: world.cause, write, madeBy })
  return reply
}
