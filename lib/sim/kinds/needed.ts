import type { Scenario } from '../scenario/scenario'
import { processesNamed, processesOf } from '../scenario/target'
import type { KindName } from './kinds'

/** The kinds of process that a scenario names, with the operator where somebody types to a server or a sentinel. */
export function kindsOf(scenario: Scenario): ReadonlySet<KindName> {
  const kinds = new Set<KindName>(Object.values(scenario.hosts).flatMap(processesOf))
  return hostsTypedAt(scenario).size === 0 ? kinds : kinds.add('operator')
}

/** The hosts on which somebody types to a server or a sentinel. A client is typed to on its own connection. */
export function hostsTypedAt({ hosts, actions }: Scenario): ReadonlySet<string> {
  const targets = actions.flatMap((action) => ('run' in action ? processesNamed(action.run.on, hosts) : []))
  return new Set(targets.filter(({ kinds }) => kinds.some((kind) => kind !== 'client')).map(({ host }) => host))
}
