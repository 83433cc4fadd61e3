import type { Field } from '../scenario/field'
import type { ProcessKind } from '../scenario/process'
import { checkClients, readClient } from './client/read'
import type { Host, Hosts } from './host'
import { checkSources, readMysql } from './mysql/read'
import { checkReplication, readRedis } from './redis/read'
import { checkResources, readResource } from './resource/read'
import { checkMonitoring, readSentinel } from './sentinel/read'

/** What is known of what a host may say of one kind of process: how it is read, and what must hold between all hosts. */
interface Spec<Value> {
  read(field: Field): Value
  check(hosts: Hosts, field: Field): void
}

export const SPECS: { readonly [Kind in ProcessKind]: Spec<NonNullable<Host[Kind]>> } = {
  redis: { read: readRedis, check: checkReplication },
  sentinel: { read: readSentinel, check: checkMonitoring },
  mysql: { read: readMysql, check: checkSources },
  client: { read: readClient, check: checkClients },
  resource: { read: readResource, check: checkResources },
}
