import { splitLine } from '../command-line'
import type { Action } from '../faults/faults'
import type { ProcessKind } from '../scenario/process'
import type { Scenario } from '../scenario/scenario'
import { processesNamed, processesOf } from '../scenario/target'
import type { Host } from './host'
import type { KindName } from './kinds'
import type { LockSpec } from './lock/spec'
import { TYPED_NAMES } from './redis/commands/typed-names'

/** The kinds of process that a scenario names, with whoever types to a server or a sentinel, or what only people type. */
export function kindsOf(scenario: Scenario): ReadonlySet<KindName> {
  const kinds = new Set<KindName>(
    Object.values(scenario.hosts).flatMap((host) => processesOf(host).map((process) => kindOf(host, process))),
  )
  // It is the other one and more.
  if (kinds.has('redis') && serverKindOf(scenario) === 'durable') kinds.add('durable')
  for (const host of hostsTypedAt(scenario)) kinds.add(typistOn(scenario.hosts[host]))
  if (scenario.actions.some(isTypedOnly)) kinds.add('operator')
  // Nobody but people says anything but INSERT.
  return kinds.has('mysql') && scenario.actions.some((action) => 'run' in action) ? kinds.add('dba') : kinds
}

/** Who types on a host. */
export function typistOn(host: Host | undefined): 'operator' | 'dba' {
  return host?.mysql === undefined ? 'operator' : 'dba'
}

/** What a Redis server is to the kernel: where the power fails, or the version knows `WAITAOF`, it is followed what its disk has. */
export function serverKindOf({ server, actions }: Scenario): 'redis' | 'durable' {
  return server !== undefined || actions.some((action) => 'powerOff' in action) ? 'durable' : 'redis'
}

function isTypedOnly(action: Action): boolean {
  const [name = ''] = 'run' in action ? (splitLine(action.run.command) ?? []) : []
  return TYPED_NAMES.some((one) => one === name.toUpperCase())
}

/** What a process of a host is to the kernel: a client that takes a lock is of a kind of its own. */
function kindOf({ client }: Host, process: ProcessKind): KindName {
  return process === 'client' && client?.lock !== undefined ? lockKindOf(client.lock) : process
}

/** Which of the kinds of lock clients knows an algorithm. */
export function lockKindOf({ algorithm }: LockSpec): 'lock' | 'redisson' | 'redlock' {
  if (algorithm === 'set-nx') return 'lock'
  return algorithm === 'redlock' ? 'redlock' : 'redisson'
}

/** The hosts on which somebody types to a server or a sentinel. A client is typed to on its own connection. */
export function hostsTypedAt({ hosts, actions }: Scenario): ReadonlySet<string> {
  const targets = actions.flatMap((action) => ('run' in action ? processesNamed(action.run.on, hosts) : []))
  return new Set(targets.filter(({ kinds }) => kinds.some((kind) => kind !== 'client')).map(({ host }) => host))
}
