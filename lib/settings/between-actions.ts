import { withActionAt } from '@/lib/sim/scenario/edit'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import { thousandths } from '@/lib/sim/scenario/thousandths'
import type { SettingRow } from './setting'

type Actions = Scenario['actions']

/** Indexes of two actions, the second of which undoes the first. */
export type Pair = { readonly from: number; readonly to: number } | null

/** The time between two actions, in units of `unitMs`. */
export function span(unitMs: number, find: (actions: Actions) => Pair) {
  const at = (scenario: Scenario, index: number | undefined) => scenario.actions[index ?? -1]?.atMs ?? 0
  return {
    applies: (scenario) => find(scenario.actions) !== null,
    room: (scenario) => (scenario.durationMs - at(scenario, find(scenario.actions)?.from)) / unitMs,
    read: (scenario) => {
      const pair = find(scenario.actions)
      return (at(scenario, pair?.to) - at(scenario, pair?.from)) / unitMs
    },
    write: (scenario, value) => {
      const pair = find(scenario.actions)
      return pair === null ? scenario : withActionAt(scenario, pair.to, thousandths(at(scenario, pair.from) + value * unitMs))
    },
  } satisfies Partial<SettingRow>
}

/** Index of the first in time of those that pass, −1 when none does. */
export function earliest(actions: Actions, test: (action: Actions[number]) => boolean): number {
  let best = -1
  for (const [index, action] of actions.entries()) {
    if (test(action) && action.atMs < (actions[best]?.atMs ?? Number.POSITIVE_INFINITY)) best = index
  }
  return best
}
