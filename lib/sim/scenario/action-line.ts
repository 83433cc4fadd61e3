import { type Action, type Actions, isOnNetwork, type ProcessVerb, saidOf, VERBS, verbOf } from '../faults/faults'
import type { FaultForm } from '../faults/form'
import { FORMS } from '../faults/forms'
import { type NetworkEvent, type NetworkEvents, type NetworkVerb, ON_NETWORK_FORMS } from '../faults/on-network'
import { ON_PROCESSES_FORMS } from '../faults/on-processes'

// What is done in a run, as lines that can be written and read: `at 3000 partition r1 c1 | r2 r3`. Times are milliseconds.

const ON_NETWORK: { readonly [V in NetworkVerb]: FaultForm<object, NetworkEvents[V]> } = ON_NETWORK_FORMS
const ON_PROCESSES: { readonly [V in ProcessVerb]: FaultForm<object, Actions[V]> } = ON_PROCESSES_FORMS

/** What is done at a time, as a line. */
export function actionLine(action: Action): string {
  const deed = isOnNetwork(action) ? networkLine(saidOf(action)) : processIn(verbOf(action) as ProcessVerb, action)
  return `at ${action.atMs} ${deed}`
}

/** What is done to the network, as a line without its time, by what the journal says of it. */
export function networkLine(event: NetworkEvent): string {
  return networkIn(event.type, event)
}

function networkIn<V extends NetworkVerb>(verb: V, event: NetworkEvents[V]): string {
  const { word, write } = ON_NETWORK[verb].line
  return `${word} ${write(event)}`.trim()
}

function processIn<V extends ProcessVerb>(verb: V, action: Actions[V]): string {
  const { word, write } = ON_PROCESSES[verb].line
  return `${word} ${write(action)}`
}

/** The action that a line says. Throws on a line that says none. */
export function readActionLine(line: string): Action {
  const [, at = '', word, rest = ''] = /^at (\d+(?:\.\d+)?) (\w+)(?: (.*))?$/.exec(line) ?? []
  const verb = VERBS.find((one) => FORMS[one].line.word === word)
  const deed = verb === undefined ? null : FORMS[verb].line.said(rest)
  if (deed === null) throw new Error(`no command: "${line}"`)
  return { atMs: Number(at), ...deed }
}
