import { PORT } from '../../../defaults'
import { integer } from '../../../integer'
import type { Field } from '../../../scenario/field'
import { checkServer } from '../../../scenario/host-names'
import type { CommandForm } from '../../command-form'
import type { Hosts } from '../../host'
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

export const REPLICAOF_FORM: CommandForm = {
  usage: 'REPLICAOF host [port] | NO ONE',
  min: 1,
  max: 2,
  admin: true,
  examples: ['REPLICAOF {server}', 'REPLICAOF NO ONE', 'REPLICAOF {server} 1'],
  check,
}

export const SLAVEOF_FORM: CommandForm = {
  usage: 'SLAVEOF host [port] | NO ONE',
  min: 1,
  max: 2,
  admin: true,
  examples: ['SLAVEOF {server}'],
  check,
}

function check(field: Field, [host = '', port]: readonly string[], hosts: Hosts): void {
  if (host.toUpperCase() === 'NO' && port?.toUpperCase() === 'ONE') return
  checkServer(field, host, hosts)
  if (port === undefined) return
  const number = integer(port)
  if (number === null || number < 0 || number > 65_535) field.expect('REPLICAOF host [port from 0 to 65535] or REPLICAOF NO ONE')
}
