import { expect, it } from 'vitest'
import type { Network } from '../network/network'
import { namedHosts, statementWithAddresses, withAddresses } from './names'

const network: Pick<Network, 'endpoint'> = { endpoint: (host) => ({ address: `10.99.${host.slice(1)}.2`, port: 6379 }) }

it.each([
  ['FAILOVER TO r3 TIMEOUT 500', 'FAILOVER TO 10.99.3.2 6379 TIMEOUT 500'],
  ['REPLICAOF r2', 'REPLICAOF 10.99.2.2 6379'],
  ['SLAVEOF r2 6379', 'SLAVEOF 10.99.2.2 6379'],
  ['REPLICAOF NO ONE', 'REPLICAOF NO ONE'],
  ['SET r2 r3', 'SET r2 r3'],
])('%s', (command, typed) => {
  expect(withAddresses(command, network, ['r1', 'r2', 'r3']).join(' ')).toBe(typed)
})

it('replies name hosts, however deep', () => {
  expect(namedHosts(['10.99.2.2', 1, ['at 10.99.1.2:6379'], '10.1.1.1'], network, ['r1', 'r2'])).toEqual([
    'r2',
    1,
    ['at r1:6379'],
    '10.1.1.1',
  ])
})

it('a statement names the address of a source, and how to connect to it', () => {
  const typed = (statement: string) => statementWithAddresses(statement, network, ['m1', 'm2'])
  expect(typed("CHANGE REPLICATION SOURCE TO SOURCE_HOST='m2', SOURCE_AUTO_POSITION=1")).toMatch(
    /^CHANGE REPLICATION SOURCE TO SOURCE_HOST='10\.99\.2\.2', SOURCE_PORT=6379, SOURCE_USER='\w+', .*, SOURCE_AUTO_POSITION=1$/,
  )
  expect(typed("CHANGE REPLICATION SOURCE TO SOURCE_HOST='m9'")).toContain("SOURCE_HOST='m9'")
  expect(typed('SELECT COUNT(*) FROM t')).toBe('SELECT COUNT(*) FROM t')
})
