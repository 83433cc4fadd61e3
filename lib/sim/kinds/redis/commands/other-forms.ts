import type { CommandForm } from '../../command-form'
import { CLIENT_FORM } from './client'
import { CONFIG_FORM } from './config'
import { FAILOVER_FORM } from './failover'
import { INFO_FORM } from './info'
import type { OTHERS } from './others'
import { REPLICAOF_FORM, SLAVEOF_FORM } from './replicaof'
import { PING_FORM, ROLE_FORM } from './server'
import type { TypedName } from './typed-names'
import { WAIT_FORM, WAITAOF_FORM } from './wait'

/** What is known before of commands that neither write nor only read the data set: no page that runs scenarios ships it. */
export const OTHER_FORMS: Readonly<Record<keyof typeof OTHERS | TypedName | 'WAITAOF', CommandForm>> = {
  PING: PING_FORM,
  WAIT: WAIT_FORM,
  WAITAOF: WAITAOF_FORM,
  ROLE: ROLE_FORM,
  INFO: INFO_FORM,
  CONFIG: CONFIG_FORM,
  REPLICAOF: REPLICAOF_FORM,
  SLAVEOF: SLAVEOF_FORM,
  FAILOVER: FAILOVER_FORM,
  CLIENT: CLIENT_FORM,
}
