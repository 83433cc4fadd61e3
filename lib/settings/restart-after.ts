import type { Scenario } from '@/lib/sim/scenario/scenario'
import { earliest, type Pair, span } from './between-actions'
import { setting } from './setting'

/** Milliseconds from the first kill to the start of the same process. */
export const restartAfter = setting({
  ...span(1, killAndStart),
  min: 100,
  max: 60_000,
  step: 100,
  unit: 'ms',
  whole: false,
  file: null,
})

function killAndStart(actions: Scenario['actions']): Pair {
  for (const [from, action] of actions.entries()) {
    if (!('kill' in action)) continue
    const to = earliest(actions, (other) => 'start' in other && other.start === action.kill && other.atMs >= action.atMs)
    if (to >= 0) return { from, to }
  }
  return null
}
