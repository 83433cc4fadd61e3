import { readConf } from '../../scenario/directives'
import { Field } from '../../scenario/field'
import { readHostName } from '../../scenario/host-names'
import type { Hosts } from '../host'
import { REDIS_DIRECTIVES } from './conf'
import type { ClockStep, RedisSpec } from './spec'

export function readRedis(field: Field): RedisSpec {
  const { replicaOf, conf, clockSteps } = field.members(['replicaOf', 'conf', 'clockSteps'])
  return {
    ...(replicaOf.present && { replicaOf: replicaOf.text('the name of a host') }),
    conf: readConf(conf, REDIS_DIRECTIVES),
    ...(clockSteps.present && { clockSteps: clockSteps.items('a list of steps').map(readClockStep) }),
  }
}

const HOUR_MS = 3_600_000

function readClockStep(field: Field): ClockStep {
  const { atMs, byMs } = field.members(['atMs', 'byMs'])
  return {
    atMs: atMs.number({ min: 0, max: HOUR_MS, unit: 'milliseconds' }),
    byMs: byMs.number({ min: -HOUR_MS, max: HOUR_MS, unit: 'milliseconds' }),
  }
}

/** What replicas and sentinels make of a clock that steps is not modelled. */
function checkClocks(hosts: Hosts): void {
  const all = Object.values(hosts)
  for (const [name, { redis }] of Object.entries(hosts)) {
    const steps = new Field(redis?.clockSteps, `hosts.${name}.redis.clockSteps`)
    const alone =
      redis?.replicaOf === undefined && all.every((other) => other.redis?.replicaOf !== name && other.sentinel?.monitor !== name)
    if (steps.present && !alone) steps.fail(`${name} is replicated or monitored; expected a primary that stands alone`)
  }
}

/** Each replica follows a server, and at the end of each chain stands a primary. */
export function checkReplication(hosts: Hosts, field: Field): void {
  checkClocks(hosts)
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
