import { readConf } from '../../scenario/directives'
import { Field } from '../../scenario/field'
import { readHostName } from '../../scenario/host-names'
import type { Hosts } from '../host'
import { REDIS_DIRECTIVES } from './conf'
import type { RedisSpec } from './spec'

export function readRedis(field: Field): RedisSpec {
  const { replicaOf, conf } = field.members(['replicaOf', 'conf'])
  return { ...(replicaOf.present && { replicaOf: replicaOf.text('the name of a host') }), conf: readConf(conf, REDIS_DIRECTIVES) }
}

/** Each replica follows a server, and at the end of each chain stands a primary. */
export function checkReplication(hosts: Hosts, field: Field): void {
  const servers = Object.entries(hosts).filter(([, host]) => host.redis !== undefined)
  for (const [name, { redis }] of servers) {
    const followed = new Field(redis?.replicaOf, `hosts.${name}.redis.replicaOf`)
    if (followed.present) readHostName(followed, hosts, 'redis')
  }
  for (const [name] of servers) {
    const chain = [name]
    for (let of = hosts[name]?.redis?.replicaOf; of !== undefined; of = hosts[of]?.redis?.replicaOf) {
      const path = new Field(of, `hosts.${name}.redis.replicaOf`)
      if (chain.includes(of)) path.fail(`a circle, ${[...chain, of].join(' → ')}; expected a chain that ends at a primary`)
      chain.push(of)
    }
  }
  if (servers.length === 0 && Object.values(hosts).every(({ mysql }) => mysql === undefined))
    field.fail('no primary; expected a host with redis and without replicaOf')
}
