import { directiveOf, primaryOf, replicasOf, withDirective } from '@/lib/sim/scenario/edit'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import { setting } from './setting'

/** Of the last replica, so that a demo can prefer it or rule it out. */
export const replicaPriority = setting({
  min: 0,
  max: 200,
  step: 10,
  unit: 'count',
  whole: true,
  file: 'redis.conf',
  applies: (scenario) => lastReplica(scenario) !== null,
  read: (scenario) => directiveOf(scenario, lastReplica(scenario) ?? '', 'replica-priority'),
  write: (scenario, value) => withDirective(scenario, [lastReplica(scenario) ?? ''], 'replica-priority', value),
})

function lastReplica(scenario: Scenario): string | null {
  return replicasOf(scenario, primaryOf(scenario)).at(-1) ?? null
}
