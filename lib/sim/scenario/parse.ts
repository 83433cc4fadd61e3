import type { Hosts } from '../kinds/host'
import { type About, readAbout } from './about'
import { readActions } from './actions'
import { readWorkloadCommand, speaksSql } from './command'
import { Field } from './field'
import { readHostName } from './host-names'
import { readHosts } from './hosts'
import { checkHosts, checkLocks, checkTalk, checkWorkload, MAX_SEED } from './limits'
import { readNetwork } from './network'
import type { Scenario, Workload } from './scenario'
import { checkVersion, readServer } from './server'

const HOUR_MS = 3_600_000
/** The kernel counts microseconds. */
const SHORTEST_MS = 0.001

const LONGEST_NAME = 200

const KEYS = ['version', 'name', 'server', 'seed', 'durationMs', 'hosts', 'network', 'workload', 'actions', 'about'] as const

/**
 * Reads a scenario from whatever came out of JSON. Sizes and switches may be written as in `redis.conf`, settings under the
 * names before Redis 5.0; both come back in the shape of `Scenario`. Reading the result again gives the same. What is said `about` a
 * scenario is checked and stays behind: it is no part of what runs.
 *
 * @throws {ScenarioError} when it is not one or cannot be run; its one line says where, what stands there and what was expected.
 */
export function parseScenario(input: unknown): Scenario {
  const members = new Field(input, 'scenario').members(KEYS)
  const { version, name, server, seed, durationMs, hosts, network, workload, actions, about } = members
  if (version.value !== 1) version.expect('1')
  if (about.present) readAbout(about)
  const duration = durationMs.number({ min: SHORTEST_MS, max: HOUR_MS, unit: 'milliseconds' })
  const known = readHosts(hosts)
  checkHosts(hosts, known)
  checkTalk(durationMs, duration, known)
  checkLocks(hosts, duration, known)
  const scenario: Scenario = {
    version: 1,
    name: name.words('a name', LONGEST_NAME),
    ...readServer(server),
    seed: seed.whole({ min: 0, max: MAX_SEED }),
    durationMs: duration,
    hosts: known,
    network: readNetwork(network, known),
    workload: readWorkloads(workload, duration, known),
    actions: readActions(actions, duration, known),
  }
  checkVersion(scenario)
  return scenario
}

/** What the file of a scenario says about it; null where it says nothing. @throws {ScenarioError} */
export function parseAbout(input: unknown): About | null {
  const { about } = new Field(input, 'scenario').members(KEYS)
  return about.present ? readAbout(about) : null
}

function readWorkloads(field: Field, durationMs: number, hosts: Hosts): readonly Workload[] {
  if (!field.present) return []
  const workloads = field.items('a list of workloads').map((item) => readWorkload(item, durationMs, hosts))
  checkWorkload(field, workloads, hosts)
  return workloads
}

function readWorkload(field: Field, durationMs: number, hosts: Hosts): Workload {
  const { client, command, everyMs, fromMs, untilMs, wait } = field.members([
    'client',
    'command',
    'everyMs',
    'fromMs',
    'untilMs',
    'wait',
  ])
  const from = fromMs.number({ min: 0, max: durationMs, unit: 'milliseconds', because: 'durationMs' })
  const host = readHostName(client, hosts, 'client')
  if (hosts[host]?.client?.lock !== undefined) client.fail(`${host} takes a lock; expected a client without lock`)
  if (wait.present && speaksSql(host, hosts)) wait.fail(`${host} is connected to MySQL, which knows no WAIT; expected nothing`)
  return {
    client: host,
    command: readWorkloadCommand(command, host, hosts),
    everyMs: everyMs.number({ min: SHORTEST_MS, max: HOUR_MS, unit: 'milliseconds' }),
    fromMs: from,
    untilMs: untilMs.number({ min: from, max: durationMs, unit: 'milliseconds', because: 'fromMs to durationMs' }),
    ...(wait.present && { wait: readWait(wait) }),
  }
}

function readWait(field: Field): NonNullable<Workload['wait']> {
  const { local, replicas, timeoutMs } = field.members(['local', 'replicas', 'timeoutMs'])
  return {
    ...(local.present && { local: local.whole({ min: 0, max: 1 }) === 1 ? 1 : 0 }),
    replicas: replicas.whole({ min: 0, max: 1000, unit: 'replicas' }),
    timeoutMs: timeoutMs.whole({ min: 0, max: HOUR_MS, unit: 'milliseconds' }),
  }
}
