import { sentinelDirectiveOf, sentinelsOf, withSentinelDirective } from '@/lib/sim/scenario/edit'
import { setting } from './setting'

/** Of every sentinel. */
export const downAfterMilliseconds = setting({
  min: 500,
  max: 30_000,
  step: 500,
  unit: 'ms',
  whole: true,
  file: 'sentinel.conf',
  applies: (scenario) => sentinelsOf(scenario).length > 0,
  read: (scenario) => sentinelDirectiveOf(scenario, sentinelsOf(scenario)[0] ?? '', 'down-after-milliseconds'),
  write: (scenario, value) => withSentinelDirective(scenario, 'down-after-milliseconds', value),
})
