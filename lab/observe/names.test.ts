import { expect, it } from 'vitest'
import type { Network } from '../network/network'
import { namedHosts, withAddresses } from './names'

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
