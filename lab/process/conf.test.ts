import { expect, it } from 'vitest'
import type { Network } from '../network/network'
import { redisConf, sentinelConf } from './conf'

const at = (host: string, kind: 'redis' | 'sentinel') => ({
  address: `10.99.${host.slice(1)}.2`,
  port: kind === 'redis' ? 6379 : 26379,
})
const network: Pick<Network, 'endpoint' | 'direct' | 'localAddress'> = {
  endpoint: at,
  direct: at,
  localAddress: (host) => at(host, 'redis').address,
}

it('redis.conf has what the scenario says and what the network needs', () => {
  const conf = redisConf('r2', { replicaOf: 'r1', conf: { 'min-replicas-to-write': 1, save: '' } }, network)
  expect(conf.split('\n')).toEqual(
    expect.arrayContaining([
      'port 6379',
      'bind 10.99.2.2',
      'replica-announce-ip 10.99.2.2',
      'min-replicas-to-write 1',
      'save ""',
      'replicaof 10.99.1.2 6379',
    ]),
  )
  expect(redisConf('r1', { conf: {} }, network)).not.toContain('replicaof')
})

it('sentinel.conf names the monitored primary m', () => {
  const spec = { monitor: 'r1', quorum: 2, conf: { 'down-after-milliseconds': 2000, 'parallel-syncs': 1 } }
  expect(sentinelConf('s4', spec, network).split('\n')).toEqual(
    expect.arrayContaining([
      'port 26379',
      'sentinel announce-ip 10.99.4.2',
      'sentinel monitor m 10.99.1.2 6379 2',
      'sentinel down-after-milliseconds m 2000',
      'sentinel parallel-syncs m 1',
    ]),
  )
})
