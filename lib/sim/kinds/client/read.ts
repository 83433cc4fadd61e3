import { Field } from '../../scenario/field'
import { readHostName } from '../../scenario/host-names'
import type { Hosts } from '../host'
import { ASK, type ClientSpec } from './spec'

export function readClient(field: Field): ClientSpec {
  const { connect, sentinels, timeoutMs } = field.members(['connect', 'sentinels', 'timeoutMs'])
  const patience = timeoutMs.present ? { timeoutMs: timeoutMs.number({ min: 1, max: 3_600_000, unit: 'milliseconds' }) } : {}
  const target = connect.text(`the name of a host, or "${ASK}"`)
  if (target !== ASK) {
    if (sentinels.present) sentinels.fail(`only a client with connect: "${ASK}" has them`)
    return { connect: target, ...patience }
  }
  const names = sentinels.items('a list of hosts with a sentinel').map((item) => item.text('the name of a host'))
  if (names.length === 0) sentinels.expect('at least one host with a sentinel')
  return { connect: ASK, sentinels: names, ...patience }
}

/** A client connects to a server, of Redis or of MySQL, or asks sentinels, each named once. */
export function checkClients(hosts: Hosts): void {
  for (const [name, { client }] of Object.entries(hosts)) {
    if (client === undefined) continue
    const path = `hosts.${name}.client`
    if (client.sentinels === undefined) {
      if (hosts[client.connect]?.mysql === undefined) readHostName(new Field(client.connect, `${path}.connect`), hosts, 'redis')
      continue
    }
    const seen = new Set<string>()
    client.sentinels.forEach((sentinel, index) => {
      const item = new Field(sentinel, `${path}.sentinels[${index}]`)
      readHostName(item, hosts, 'sentinel')
      if (seen.has(sentinel)) item.fail(`${sentinel} is named twice`)
      seen.add(sentinel)
    })
  }
}
