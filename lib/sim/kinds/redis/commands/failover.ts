import { failoverOptions } from '../../../failover-options'
import type { Field } from '../../../scenario/field'
import { checkServer } from '../../../scenario/host-names'
import type { CommandForm } from '../../command-form'
import { failoverCommand } from '../failover'
import type { Command } from './command'

export const FAILOVER: Command = failoverCommand

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
