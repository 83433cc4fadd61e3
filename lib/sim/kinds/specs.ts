import { checkClients, readClient } from './client/spec'
import { checkReplication, readRedis } from './redis/spec'
import { checkMonitoring, readSentinel } from './sentinel/spec'

/** By kind of process: how what a host says of it is read, and what must hold between all hosts. */
export const SPECS = {
  redis: { read: readRedis, check: checkReplication },
  sentinel: { read: readSentinel, check: checkMonitoring },
  client: { read: readClient, check: checkClients },
}
