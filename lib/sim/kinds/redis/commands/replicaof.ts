import { PORT } from '../../../defaults'
import { integer } from '../../../integer'
import { follow, promote } from '../role'
import type { Command } from './command'

/** `REPLICAOF host [port]`, `REPLICAOF NO ONE` (`replication.c:replicaofCommand`). */
export const REPLICAOF: Command = (world, server, [host = '', word = String(PORT)]) => {
  if (server.failover !== null) return { error: 'ERR REPLICAOF not allowed while failing over.' }
  if (host.toUpperCase() === 'NO' && word.toUpperCase() === 'ONE') {
    promote(world, server, 'operator', null)
    return 'OK'
  }
  const port = integer(word)
  if (port === null || port < 0 || port > 65_535) return { error: 'ERR Invalid master port' }
  follow(world, server, host, 'operator', null, Number(port))
  return 'OK'
}
