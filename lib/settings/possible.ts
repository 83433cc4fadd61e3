import { eventsOf, MOST_EVENTS } from '@/lib/sim/scenario/limits'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import { firstOutOfOrder } from '@/lib/sim/scenario/timeline'

/**
 * Whether a scenario can still be run after a setting was moved: what `parseScenario` would say, from the few of its checks that a
 * value within its range can violate.
 */
export function isPossible({ durationMs, hosts, workload, actions }: Scenario): boolean {
  return (
    actions.every(({ atMs }) => atMs <= durationMs) &&
    eventsOf(workload, hosts) <= MOST_EVENTS &&
    firstOutOfOrder(actions, hosts) === null
  )
}
