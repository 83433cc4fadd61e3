import type { ClusterWorld } from '../kinds/protocol'
import type { Target } from '../scenario/process'
import { cut } from './cut'
import type { Fault } from './fault'
import { heal } from './heal'
import { kill } from './kill'
import { partition } from './partition'
import { pause } from './pause'
import { resume } from './resume'
import { run } from './run'
import { start } from './start'

/** Everything that can be done in a scenario, by its verb, in the order in which messages name them. */
const ACTIONS = { partition, cut, heal, kill, start, pause, resume, run }

export type Verb = keyof typeof ACTIONS

/** An action of each verb, as it stands in a scenario. */
export type Actions = {
  readonly [V in Verb]: { readonly atMs: number } & ReturnType<(typeof ACTIONS)[V]['read']>
}

/** What is done at a time of the scenario. */
export type Action = Actions[Verb]

/** The rows, by their verb. */
export const FAULTS: { readonly [V in Verb]: Fault<Omit<Actions[V], 'atMs'>> } = ACTIONS

export const VERBS: readonly Verb[] = Object.keys(ACTIONS).filter(isVerb)

export function verbOf(action: Action): Verb {
  const verb = VERBS.find((one) => one in action)
  if (verb === undefined) throw new Error('an action that does nothing')
  return verb
}

/** The processes to which it is done; null: it is done to none. */
export function targetOf(action: Action): Target | null {
  return targetIn(verbOf(action), action)
}

function targetIn<V extends Verb>(verb: V, action: Actions[V]): Target | null {
  return FAULTS[verb].target?.(action) ?? null
}

/** Does it to a running world; `index` is its number in the scenario. */
export function applyAction(world: ClusterWorld, action: Action, index: number): void {
  applyIn(world, verbOf(action), action, index)
}

function applyIn<V extends Verb>(world: ClusterWorld, verb: V, action: Actions[V], index: number): void {
  FAULTS[verb].apply(world, action, index)
}

/** What is to be done for each verb, with what else it needs. */
type Doings<Rest extends readonly unknown[], Result> = { readonly [V in Verb]: (action: Actions[V], ...rest: Rest) => Result }

/** Does what a table has for the verb of an action. */
export function byVerb<Rest extends readonly unknown[], Result>(
  table: Doings<Rest, Result>,
  action: Action,
  ...rest: Rest
): Result {
  return entryOf(table, verbOf(action), action, rest)
}

function entryOf<Rest extends readonly unknown[], Result, V extends Verb>(
  table: Doings<Rest, Result>,
  verb: V,
  action: Actions[V],
  rest: Rest,
): Result {
  return table[verb](action, ...rest)
}

function isVerb(text: string): text is Verb {
  return Object.hasOwn(ACTIONS, text)
}
