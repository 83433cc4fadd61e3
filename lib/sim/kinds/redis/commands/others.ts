import type { CommandForm } from '../../command-form'
import { CLIENT, CLIENT_FORM } from './client'
import type { Command } from './command'
import { CONFIG, CONFIG_FORM } from './config'
import { FAILOVER, FAILOVER_FORM } from './failover'
import { REPLICAOF, REPLICAOF_FORM, SLAVEOF_FORM } from './replicaof'
import { INFO, INFO_FORM, PING, PING_FORM, ROLE, ROLE_FORM } from './server'
import { WAIT, WAIT_FORM } from './wait'

/** Commands that neither write nor only read the data set: what each does. */
export const OTHERS = {
  PING,
  WAIT,
  ROLE,
  INFO,
  CONFIG,
  REPLICAOF,
  SLAVEOF: REPLICAOF,
  FAILOVER,
  CLIENT,
} as const satisfies Readonly<Record<string, Command>>

/** What is known of them before. */
export const OTHER_FORMS: Readonly<Record<keyof typeof OTHERS, CommandForm>> = {
  PING: PING_FORM,
  WAIT: WAIT_FORM,
  ROLE: ROLE_FORM,
  INFO: INFO_FORM,
  CONFIG: CONFIG_FORM,
  REPLICAOF: REPLICAOF_FORM,
  SLAVEOF: SLAVEOF_FORM,
  FAILOVER: FAILOVER_FORM,
  CLIENT: CLIENT_FORM,
}
