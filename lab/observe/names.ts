import { splitLine } from '@/lib/sim/command-line'
import type { Reply } from '@/lib/sim/journal'
import type { Network } from '../network/network'
import { ACCOUNTS } from '../process/mysql-data'

/** The words of a command with the addresses and ports of the hosts it names, as a real server wants them. */
export function withAddresses(
  command: string,
  network: Pick<Network, 'endpoint'>,
  servers: readonly string[],
): readonly string[] {
  const words = splitLine(command) ?? []
  return words.flatMap((word, index) => {
    const before = words[index - 1]?.toUpperCase()
    if (!servers.includes(word) || (before !== 'TO' && before !== 'REPLICAOF' && before !== 'SLAVEOF')) return [word]
    const { address, port } = network.endpoint(word, 'redis')
    const hasPort = /^\d+$/.test(words[index + 1] ?? '')
    return hasPort ? [address] : [address, String(port)]
  })
}

/** A statement with the address of the host that it names as a source, and with what a server needs to follow there. */
export function statementWithAddresses(
  statement: string,
  network: Pick<Network, 'endpoint'>,
  servers: readonly string[],
): string {
  return statement.replace(/\bSOURCE_HOST *= *'([^']*)'/i, (named, host) => {
    if (!servers.includes(host)) return named
    const { address, port } = network.endpoint(host, 'mysql')
    const position = /\bSOURCE_AUTO_POSITION\b/i.test(statement) ? '' : ', SOURCE_AUTO_POSITION=1'
    return `SOURCE_HOST='${address}', SOURCE_PORT=${port}, ${FOLLOWING}${position}`
  })
}

/** Options of CHANGE REPLICATION SOURCE TO that are the same for all. */
export const FOLLOWING = `SOURCE_USER='${ACCOUNTS.operator}', SOURCE_SSL=0, GET_SOURCE_PUBLIC_KEY=1`

/** The reply with hosts in place of their addresses. */
export function namedHosts(reply: Reply, network: Pick<Network, 'endpoint'>, hosts: readonly string[]): Reply {
  if (typeof reply === 'string') return nameHosts(reply, network, hosts)
  if (Array.isArray(reply)) return reply.map((item: Reply) => namedHosts(item, network, hosts))
  return reply
}

function nameHosts(text: string, network: Pick<Network, 'endpoint'>, hosts: readonly string[]): string {
  const byAddress = new Map(hosts.flatMap((host) => [[network.endpoint(host, 'redis').address, host] as const]))
  return text.replace(/\d+\.\d+\.\d+\.\d+/g, (address) => byAddress.get(address) ?? address)
}
