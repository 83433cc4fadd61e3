import type { Scenario } from '@/lib/sim/scenario/scenario'
import { earliest, type Pair, span } from './between-actions'
import { setting } from './setting'

/** Seconds from the first cut to the heal behind it. */
export const healAfter = setting({
  ...span(1000, cutAndHeal),
  min: 0.1,
  max: 60,
  step: 0.1,
  unit: 's',
  whole: false,
  file: null,
})

function cutAndHeal(actions: Scenario['actions']): Pair {
  const from = earliest(actions, (action) => 'partition' in action || 'cut' in action)
  const cut = actions[from]
  const to = cut === undefined ? -1 : earliest(actions, (action) => 'heal' in action && action.atMs >= cut.atMs)
  return to < 0 ? null : { from, to }
}
