import { micros } from '../../../core/time'
import { timer } from '../../../core/world'
import { PORT } from '../../../defaults'
import { type FailoverOptions, failoverOptions } from '../../../failover-options'
import type { Field } from '../../../scenario/field'
import { checkServer } from '../../../scenario/host-names'
import type { CommandForm } from '../../command-form'
import { abortFailover, failoverOnAck, setFailover } from '../failover'
import type { ServerState } from '../state'
import type { Command } from './command'

/** `FAILOVER [TO host port [FORCE]] [ABORT] [TIMEOUT ms]`. */
export const FAILOVER: Command = (world, server, args) => {
  const options = failoverOptions(args)
  if ('error' in options) return options
  if (options.abort) {
    if (server.failover === null) return { error: 'ERR No failover in progress.' }
    abortFailover(world, server)
    return 'OK'
  }
  const problem = refusal(server, options)
  if (problem !== null) return { error: problem }
  server.failoverAttempts += 1
  setFailover(world, server, {
    state: 'waiting-for-sync',
    target: options.target?.host ?? null,
    force: options.force,
    timed: options.timeoutMs !== null,
    attempt: server.failoverAttempts,
  })
  if (options.timeoutMs !== null)
    timer(world, server.place, world.now + micros(options.timeoutMs), 'failover timeout', server.failoverAttempts)
  failoverOnAck(world, server)
  return 'OK'
}

function refusal(server: ServerState, options: FailoverOptions): string | null {
  if (server.failover !== null) return 'ERR FAILOVER already in progress.'
  if (server.role === 'replica') return 'ERR FAILOVER is not valid when server is a replica.'
  if (server.replicas.length === 0) return 'ERR FAILOVER requires connected replicas.'
  if (options.force && (options.target === null || options.timeoutMs === null))
    return 'ERR FAILOVER with force option requires both a timeout and target HOST and IP.'
  if (options.target === null) return null
  const { host, port } = options.target
  const target = port === PORT ? server.replicas.find((replica) => replica.host === host) : undefined
  if (target === undefined) return 'ERR FAILOVER target HOST and PORT is not a replica.'
  if (target.state !== 'online') return 'ERR FAILOVER target replica is not online.'
  return null
}

const USAGE = 'FAILOVER [TO host [port] [FORCE]] [TIMEOUT ms] | ABORT'

export const FAILOVER_FORM: CommandForm = {
  usage: USAGE,
  min: 0,
  max: 6,
  admin: true,
  examples: ['FAILOVER', 'FAILOVER TO {server} TIMEOUT 1500', 'FAILOVER TO {server} FORCE TIMEOUT 500', 'FAILOVER ABORT'],
  check(field: Field, args, hosts) {
    const options = failoverOptions(args)
    if ('error' in options) field.fail(`${options.error}; expected ${USAGE}`)
    if (options.target !== null) checkServer(field, options.target.host, hosts)
    if (options.force && (options.target === null || options.timeoutMs === null)) field.fail('FORCE needs both TO and TIMEOUT')
  },
}
