import { Field } from '../../scenario/field'
import { readHostName } from '../../scenario/host-names'
import type { Hosts } from '../host'
import { checkLock, readLock, readServers } from '../lock/read'
import { ASK, type ClientSpec } from './spec'

export function readClient(field: Field): ClientSpec {
  const { connect, sentinels, timeoutMs, lock } = field.members(['connect', 'sentinels', 'timeoutMs', 'lock'])
  if (lock.present) return readLockClient(connect, sentinels, timeoutMs, lock)
  const patience = timeoutMs.present ? { timeoutMs: timeoutMs.number({ min: 1, max: 3_600_000, unit: 'milliseconds' }) } : {}
  const target = connect.text(`the name of a host, or "${ASK}"`)
  if (target !== ASK) return { connect: withoutSentinels(target, sentinels), ...patience }
  return { connect: ASK, sentinels: readSentinels(sentinels), ...patience }
}

function readLockClient(connect: Field, sentinels: Field, timeoutMs: Field, field: Field): ClientSpec {
  if (timeoutMs.present) timeoutMs.fail('the client of a lock has a timeout of its own; expected lock.conf.timeout')
  const lock = readLock(field)
  const target = readServers(connect, lock)
  if (target === ASK) return { connect: ASK, sentinels: readSentinels(sentinels), lock }
  withoutSentinels(target, sentinels)
  return typeof target === 'string' ? { connect: target, lock } : { connect: target, lock }
}

function withoutSentinels<T>(target: T, sentinels: Field): T {
  if (sentinels.present) sentinels.fail(`only a client with connect: "${ASK}" has them`)
  return target
}

function readSentinels(sentinels: Field): readonly string[] {
  const names = sentinels.items('a list of hosts with a sentinel').map((item) => item.text('the name of a host'))
  if (names.length === 0) sentinels.expect('at least one host with a sentinel')
  return names
}

/** A client connects to a server, of Redis or of MySQL, or asks sentinels, each named once. */
export function checkClients(hosts: Hosts): void {
  for (const [name, { client }] of Object.entries(hosts)) {
    if (client === undefined) continue
    const path = `hosts.${name}.client`
    checkLock(name, hosts)
    if (client.sentinels === undefined) {
      const { connect } = client
      if (typeof connect === 'string' && (client.lock !== undefined || hosts[connect]?.mysql === undefined))
        readHostName(new Field(connect, `${path}.connect`), hosts, 'redis')
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
