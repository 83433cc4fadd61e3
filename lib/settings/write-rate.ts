import { withWorkload } from '@/lib/sim/scenario/edit'
import { thousandths } from '@/lib/sim/scenario/thousandths'
import { setting } from './setting'

/** Of each client that writes. */
export const writeRate = setting({
  min: 1,
  max: 500,
  step: 1,
  unit: 'perSecond',
  whole: false,
  file: null,
  applies: (scenario) => scenario.workload.length > 0,
  read: (scenario) => thousandths(1000 / (scenario.workload[0]?.everyMs ?? 1000)),
  // No finer than it is read: a link holds what is read.
  write: (scenario, value) => withWorkload(scenario, (workload) => ({ ...workload, everyMs: 1000 / thousandths(value) })),
})
