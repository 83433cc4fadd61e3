import { change, type PathChange } from '../core/network'
import { emit } from '../core/world'
import type { ClusterWorld } from '../kinds/protocol'
import type { Target } from '../scenario/process'
import type { FORMS } from './forms'
import type { NetworkFault } from './network-fault'
import { type NetworkEvent, type NetworkVerb, ON_NETWORK } from './on-network'
import { ON_PROCESSES, type ProcessVerb } from './on-processes'
import type { ProcessFault, Status } from './process-fault'

export type { ProcessVerb }
export type Verb = NetworkVerb | ProcessVerb

/** An action of each verb, as it stands in a scenario. */
export type Actions = {
  readonly [V in Verb]: { readonly atMs: number } & ReturnType<(typeof FORMS)[V]['read']>
}

/** What is done at a time of the scenario. */
export type Action = Actions[Verb]
/** What is done to the network. */
export type NetworkAction = Actions[NetworkVerb]

/** Everything that can be done, whether to the network or to processes. */
const FAULTS: { readonly [V in Verb]: Partial<NetworkFault<Actions[V], object> & ProcessFault<Actions[V]>> } = {
  ...ON_NETWORK,
  ...ON_PROCESSES,
}

/** In the order in which messages name them. */
export const VERBS: readonly Verb[] = Object.keys(FAULTS).filter(isVerb)

export function verbOf(action: Action): Verb {
  const verb = VERBS.find((one) => one in action)
  if (verb === undefined) throw new Error('an action that does nothing')
  return verb
}

export function isOnNetwork(action: Action): action is NetworkAction {
  return Object.hasOwn(ON_NETWORK, verbOf(action))
}

/** What becomes of the paths of the network. */
export function changeOf(action: NetworkAction): PathChange {
  return changeIn(verbOf(action), action)
}

function changeIn<V extends Verb>(verb: V, action: Actions[V]): PathChange {
  return FAULTS[verb].changes?.(action) ?? {}
}

/** What the journal says when it is done to the network. */
export function networkEvent(action: NetworkAction, at: number): NetworkEvent & { at: number; host: null; by: null } {
  return { at, host: null, by: null, ...saidOf(action) }
}

export function saidOf(action: NetworkAction): NetworkEvent {
  const verb = verbOf(action)
  // That a verb goes with what its row says is known of each row, and lost where any of them is meant.
  return { type: verb, ...saidIn(verb, action) } as NetworkEvent
}

function saidIn<V extends Verb>(verb: V, action: Actions[V]): object | undefined {
  return FAULTS[verb].said?.(action)
}

/** What a verb needs of processes, and leaves of them; null where it is done to none. */
export function statusesOf(verb: Verb): { readonly needs: readonly Status[]; readonly leaves: Status | null } | null {
  const { needs, leaves = null } = FAULTS[verb]
  return needs === undefined ? null : { needs, leaves }
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
  if (isOnNetwork(action)) {
    change(world, changeOf(action))
    emit(world, networkEvent(action, world.now))
  } else applyIn(world, verbOf(action), action, index)
}

function applyIn<V extends Verb>(world: ClusterWorld, verb: V, action: Actions[V], index: number): void {
  FAULTS[verb].apply?.(world, action, index)
}

/** What is to be done for each of some verbs, with what else it needs. */
type Doings<V extends Verb, Rest extends readonly unknown[], Result> = {
  readonly [W in V]: (action: Actions[W], ...rest: Rest) => Result
}

/** Does what a table has for the verb of an action. */
export function byVerb<V extends Verb, Rest extends readonly unknown[], Result>(
  table: Doings<V, Rest, Result>,
  action: Actions[V],
  ...rest: Rest
): Result {
  // The verb of an action of these verbs is one of them.
  return entryOf(table, verbOf(action) as V, action, rest)
}

function entryOf<V extends Verb, Rest extends readonly unknown[], Result>(
  table: Doings<V, Rest, Result>,
  verb: V,
  action: Actions[V],
  rest: Rest,
): Result {
  return table[verb](action, ...rest)
}

function isVerb(text: string): text is Verb {
  return Object.hasOwn(FAULTS, text)
}
