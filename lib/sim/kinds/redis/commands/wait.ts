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

/** What it does comes with the servers that know it (R72). */
export const WAITAOF_FORM: CommandForm = {
  usage: 'WAITAOF local replicas milliseconds',
  min: 3,
  max: 3,
  examples: ['WAITAOF 1 0 500', 'WAITAOF 0 1 0', 'WAITAOF 1 1 1500'],
  check(field, [local, replicas, timeout]) {
    const [own, others, limit] = [integer(local), integer(replicas), integer(timeout)]
    const isRight = (own === 0n || own === 1n) && others !== null && others >= 0 && limit !== null && limit >= 0
    if (!isRight) field.expect('WAITAOF with 0 or 1 and two whole numbers, such as WAITAOF 1 1 100')
  },
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
