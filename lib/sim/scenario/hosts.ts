import { ASK } from '../kinds/client/spec'
import type { Host, Hosts } from '../kinds/host'
import { SPECS } from '../kinds/specs'
import type { Field } from './field'
import { PROCESS_KINDS, type ProcessKind } from './process'

/** As long as a label of a host name may be (RFC 1035). */
const HOST_NAME = /^[a-z][a-z0-9-]{0,62}$/

type Building = { -readonly [Kind in keyof Host]: Host[Kind] }

/** Every host with what runs on it, and whether what they say about each other can be. */
export function readHosts(field: Field): Hosts {
  const hosts: Record<string, Host> = {}
  for (const [name, host] of field.entries('an object of hosts by name')) {
    if (!HOST_NAME.test(name)) host.fail('expected a name of a-z, 0-9 and -, beginning with a letter, of at most 63 characters')
    if (name === ASK) host.fail(`expected another name; connect: "${ASK}" asks the sentinels`)
    hosts[name] = readHost(host)
  }
  for (const kind of PROCESS_KINDS) SPECS[kind].check(hosts, field)
  return hosts
}

function readHost(field: Field): Host {
  const members = field.members(PROCESS_KINDS)
  const host: Building = {}
  for (const kind of PROCESS_KINDS) if (members[kind].present) readProcess(host, kind, members[kind])
  if (Object.keys(host).length === 0) {
    const [last = '', ...others] = [...PROCESS_KINDS].reverse()
    field.fail(`nothing runs on it; expected ${others.reverse().join(', ')} or ${last}`)
  }
  return host
}

function readProcess<Kind extends ProcessKind>(host: Building, kind: Kind, field: Field): void {
  host[kind] = SPECS[kind].read(field)
}
