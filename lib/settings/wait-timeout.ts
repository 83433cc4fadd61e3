import { withWorkload } from '@/lib/sim/scenario/edit'
import { setting } from './setting'

/** Of each client that waits; 0: for ever (R66). */
export const waitTimeout = setting({
  min: 0,
  max: 5000,
  step: 100,
  unit: 'ms',
  whole: true,
  file: null,
  applies: (scenario) => scenario.workload.some(({ wait }) => wait !== undefined),
  read: (scenario) => scenario.workload.find(({ wait }) => wait !== undefined)?.wait?.timeoutMs ?? 0,
  write: (scenario, value) =>
    withWorkload(scenario, (workload) =>
      workload.wait === undefined ? workload : { ...workload, wait: { ...workload.wait, timeoutMs: value } },
    ),
})
