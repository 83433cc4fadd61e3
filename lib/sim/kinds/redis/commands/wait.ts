import { NOT_AN_INTEGER } from '../../../errors'
import { integer } from '../../../integer'
import type { CommandForm } from '../../command-form'
import { wait } from '../wait'
import type { Command } from './command'

const ON_A_REPLICA = {
  error:
    'ERR WAIT cannot be used with replica instances. Please also note that since Redis 4.0 if a replica is configured to be writable (which is not the default) writes to replicas are just local and are not propagated.',
} as const

/** `WAIT numreplicas timeout` (`replication.c:waitCommand`). */
export const WAIT: Command = (world, server, args, client) => {
  if (server.role === 'replica') return ON_A_REPLICA
  const replicas = integer(args[0])
  const timeout = integer(args[1])
  if (replicas === null) return { error: NOT_AN_INTEGER }
  if (timeout === null) return { error: 'ERR timeout is not an integer or out of range' }
  if (timeout < 0) return { error: 'ERR timeout is negative' }
  return wait(world, server, client, Number(replicas), Number(timeout))
}

export const WAIT_FORM: CommandForm = {
  usage: 'WAIT replicas milliseconds',
  min: 2,
  max: 2,
  examples: ['WAIT 1 500', 'WAIT 1 0', 'WAIT 3 700'],
  check(field, [replicas, timeout]) {
    const limit = integer(timeout)
    if (integer(replicas) === null || limit === null || limit < 0) field.expect('WAIT with two whole numbers, such as WAIT 1 100')
  },
}
