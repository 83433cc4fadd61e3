import type { Host, Hosts } from '../kinds/host'
import type { Field } from './field'
import type { ProcessKind } from './process'

/** The host called so, or a refusal that names those there are. */
export function knownHost(field: Field, name: string, hosts: Hosts): Host {
  const host = Object.hasOwn(hosts, name) ? hosts[name] : undefined
  if (host === undefined) field.fail(`no host ${JSON.stringify(name)}; hosts are ${Object.keys(hosts).sort().join(', ')}`)
  return host
}

/** Refuses a name that is not that of a host with a server. */
export function checkServer(field: Field, name: string, hosts: Hosts): void {
  if (knownHost(field, name, hosts).redis === undefined) field.fail(`no redis on ${name}`)
}

/** The same for MySQL. */
export function checkMysql(field: Field, name: string, hosts: Hosts): void {
  if (knownHost(field, name, hosts).mysql === undefined) field.fail(`no mysql on ${name}`)
}

/** The names of two different hosts. */
export function readTwoHosts(field: Field, hosts: Hosts): readonly [string, string] {
  const [one, other, ...more] = field.items('the names of two hosts').map((end) => readHostName(end, hosts))
  if (one === undefined || other === undefined || more.length > 0) return field.expect('the names of two hosts')
  if (one === other) field.fail(`both ends are ${one}; expected two hosts`)
  return [one, other]
}

/** A host name; with `kind`, one where such a process runs. */
export function readHostName(field: Field, hosts: Hosts, kind?: ProcessKind): string {
  const name = field.text('the name of a host')
  const host = knownHost(field, name, hosts)
  if (kind !== undefined && host[kind] === undefined) {
    const others = Object.keys(hosts).filter((other) => hosts[other]?.[kind] !== undefined)
    const expected = others.length === 0 ? 'and none runs anywhere' : `expected one of ${others.sort().join(', ')}`
    field.fail(`no ${kind} on ${name}; ${expected}`)
  }
  return name
}
