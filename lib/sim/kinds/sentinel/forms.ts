import type { Field } from '../../scenario/field'
import type { CommandForms } from '../command-form'

const SUBCOMMANDS = ['FAILOVER', 'GET-MASTER-ADDR-BY-NAME', 'CKQUORUM']

/** Every command that a sentinel knows, one a row. */
export const SENTINEL_COMMANDS = {
  PING: { usage: 'PING', min: 0, max: 1, examples: ['PING'] },
  SENTINEL: {
    usage: `SENTINEL ${SUBCOMMANDS.join('|')} m`,
    min: 2,
    max: 2,
    admin: true,
    examples: ['SENTINEL FAILOVER m', 'SENTINEL GET-MASTER-ADDR-BY-NAME m', 'SENTINEL CKQUORUM m'],
    check: checkSentinel,
  },
} as const satisfies CommandForms

function checkSentinel(field: Field, [subcommand = '', name]: readonly string[]): void {
  if (!SUBCOMMANDS.includes(subcommand.toUpperCase())) field.expect(`SENTINEL with one of ${SUBCOMMANDS.join(', ')}`)
  if (name !== 'm') field.fail(`no master ${JSON.stringify(name)}; the one that is monitored is called m`)
}
