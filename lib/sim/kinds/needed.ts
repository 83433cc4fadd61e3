import type { ProcessKind } from '../scenario/process'
import type { Scenario } from '../scenario/scenario'
import { processesNamed, processesOf } from '../scenario/target'
import type { Host } from './host'
import type { KindName } from './kinds'
import type { LockSpec } from './lock/spec'

/** The kinds of process that a scenario names, with the operator where somebody types to a server or a sentinel. */
export function kindsOf(scenario: Scenario): ReadonlySet<KindName> {
  const kinds = new Set<KindName>(
    Object.values(scenario.hosts).flatMap((host) => processesOf(host).map((process) => kindOf(host, process))),
  )
  return hostsTypedAt(scenario).size === 0 ? kinds : kinds.add('operator')
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
