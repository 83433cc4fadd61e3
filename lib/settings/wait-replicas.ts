import { primaryOf, replicasOf, withWorkload } from '@/lib/sim/scenario/edit'
import { setting } from './setting'

/** For how many replicas each client waits after a write; 0: the clients do not wait. */
export const waitReplicas = setting({
  min: 0,
  max: 10,
  step: 1,
  unit: 'count',
  whole: true,
  file: null,
  applies: (scenario) => scenario.workload.length > 0,
  room: (scenario) => replicasOf(scenario, primaryOf(scenario)).length,
  read: (scenario) => scenario.workload[0]?.wait?.replicas ?? 0,
  write: (scenario, value) =>
    withWorkload(scenario, ({ wait, ...workload }) =>
      value === 0 && wait?.local === undefined ? workload : { ...workload, wait: { timeoutMs: 1000, ...wait, replicas: value } },
    ),
})
