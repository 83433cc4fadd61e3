import { REDIS_DIRECTIVES } from '../kinds/redis/conf'
import { SENTINEL_DIRECTIVES } from '../kinds/sentinel/conf'
import { readConf } from './directives'
import { Field } from './field'
import { type ClientSpec, type Host, PROCESS_KINDS, type ProcessKind, type RedisSpec, type SentinelSpec } from './scenario'

export type Hosts = Readonly<Record<string, Host>>

/** Not a host: `connect: "sentinel"` means to ask the sentinels. */
const ASK = 'sentinel'

/** As long as a label of a host name may be (RFC 1035). */
const HOST_NAME = /^[a-z][a-z0-9-]{0,62}$/

/** Every host with what runs on it, and whether what they say about each other can be. */
export function readHosts(field: Field): Hosts {
  const hosts: Record<string, Host> = {}
  for (const [name, host] of field.entries('an object of hosts by name')) {
    if (!HOST_NAME.test(name)) host.fail('expected a name of a-z, 0-9 and -, beginning with a letter, of at most 63 characters')
    if (name === ASK) host.fail(`expected another name; connect: "${ASK}" asks the sentinels`)
    hosts[name] = readHost(host)
  }
  checkReplication(field, hosts)
  checkMonitoring(hosts)
  checkClients(hosts)
  return hosts
}

/** The host called so, or a refusal that names those there are. */
export function knownHost(field: Field, name: string, hosts: Hosts): Host {
  const host = Object.hasOwn(hosts, name) ? hosts[name] : undefined
  if (host === undefined) field.fail(`no host ${JSON.stringify(name)}; hosts are ${Object.keys(hosts).sort().join(', ')}`)
  return host
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

function readHost(field: Field): Host {
  const { redis, sentinel, client } = field.members(PROCESS_KINDS)
  if (!redis.present && !sentinel.present && !client.present) field.fail('nothing runs on it; expected redis, sentinel or client')
  return {
    ...(redis.present && { redis: readRedis(redis) }),
    ...(sentinel.present && { sentinel: readSentinel(sentinel) }),
    ...(client.present && { client: readClient(client) }),
  }
}

function readRedis(field: Field): RedisSpec {
  const { replicaOf, conf } = field.members(['replicaOf', 'conf'])
  return { ...(replicaOf.present && { replicaOf: replicaOf.text('the name of a host') }), conf: readConf(conf, REDIS_DIRECTIVES) }
}

function readSentinel(field: Field): SentinelSpec {
  const { monitor, quorum, conf } = field.members(['monitor', 'quorum', 'conf'])
  return {
    monitor: monitor.text('the name of a host'),
    quorum: quorum.whole({ min: 1, max: 1000, unit: 'sentinels' }),
    conf: readConf(conf, SENTINEL_DIRECTIVES),
  }
}

function readClient(field: Field): ClientSpec {
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

/** Each replica follows a server, and at the end of each chain stands a primary. */
function checkReplication(field: Field, hosts: Hosts): void {
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
  if (servers.length === 0) field.fail('no primary; expected a host with redis and without replicaOf')
}

/** All sentinels watch the same server, which begins as a primary: it is called `m`. */
function checkMonitoring(hosts: Hosts): void {
  let first: { readonly sentinel: string; readonly monitor: string } | null = null
  for (const [name, { sentinel }] of Object.entries(hosts)) {
    if (sentinel === undefined) continue
    const monitor = new Field(sentinel.monitor, `hosts.${name}.sentinel.monitor`)
    readHostName(monitor, hosts, 'redis')
    const followed = hosts[sentinel.monitor]?.redis?.replicaOf
    if (followed !== undefined) monitor.fail(`${sentinel.monitor} is a replica of ${followed}; expected a primary`)
    first ??= { sentinel: name, monitor: sentinel.monitor }
    if (sentinel.monitor !== first.monitor) {
      monitor.fail(`${first.sentinel} monitors ${first.monitor}; expected the same primary for all sentinels`)
    }
  }
}

function checkClients(hosts: Hosts): void {
  for (const [name, { client }] of Object.entries(hosts)) {
    if (client === undefined) continue
    const path = `hosts.${name}.client`
    if (client.sentinels === undefined) {
      readHostName(new Field(client.connect, `${path}.connect`), hosts, 'redis')
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
