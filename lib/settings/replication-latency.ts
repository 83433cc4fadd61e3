import { linkBetween, primaryOf, replicasOf, withLatency } from '@/lib/sim/scenario/edit'
import { setting } from './setting'

/** One way, on the links between the primary and its replicas. */
export const replicationLatency = setting({
  min: 0,
  max: 500,
  step: 10,
  unit: 'ms',
  whole: false,
  file: null,
  applies: (scenario) => replicasOf(scenario, primaryOf(scenario)).length > 0,
  read: (scenario) => {
    const primary = primaryOf(scenario)
    const [replica = ''] = replicasOf(scenario, primary)
    return linkBetween(scenario, primary, replica)?.latencyMs ?? scenario.network.latencyMs
  },
  write: (scenario, value) => {
    const primary = primaryOf(scenario)
    return replicasOf(scenario, primary).reduce((edited, replica) => withLatency(edited, primary, replica, value), scenario)
  },
})
