import { type Action, VERBS } from '../faults/faults'
import { FORMS } from '../faults/forms'
import type { Scene } from '../faults/scene'
import type { Hosts } from '../kinds/host'
import { readTypedCommand } from './command'
import type { Field } from './field'
import { knownHost, readHostName, readTwoHosts } from './host-names'
import { type Named, processesOf } from './target'
import { firstOutOfOrder } from './timeline'

/** An action with the field that names the processes to which it is done, or else says what to do. */
interface Step {
  readonly field: Field
  readonly action: Action
}

/** The timed actions, in the order of the file; the run orders them by time. */
export function readActions(field: Field, durationMs: number, hosts: Hosts): readonly Action[] {
  if (!field.present) return []
  const scene = sceneOf(hosts)
  const steps = field.items('a list of actions').map((item) => readAction(item, durationMs, scene))
  const actions = steps.map((step) => step.action)
  checkOrder(steps, actions, hosts)
  return actions
}

function checkOrder(steps: readonly Step[], actions: readonly Action[], hosts: Hosts): void {
  const wrong = firstOutOfOrder(actions, hosts)
  const step = wrong === null ? undefined : steps[wrong.index]
  if (wrong === null || step === undefined) return
  const { state, needs } = wrong
  const name = step.field.text('the name of a process')
  const since = state.sinceMs === 0 ? 'from the start' : `since ${state.sinceMs} ms`
  step.field.fail(`${name} is ${state.status} ${since}, at ${step.action.atMs} ms; expected one that is ${needs.join(' or ')}`)
}

function readAction(field: Field, durationMs: number, scene: Scene): Step {
  const members = field.members(['atMs', ...VERBS])
  const atMs = members.atMs.number({ min: 0, max: durationMs, unit: 'milliseconds', because: 'durationMs' })
  const verbs = VERBS.filter((verb) => members[verb].present)
  const [verb] = verbs
  if (verb === undefined) return field.fail(`nothing to do; expected one of ${VERBS.join(', ')}`)
  if (verbs.length > 1) field.fail(`${verbs.join(' and ')} at once; expected one action`)
  const { read, named } = FORMS[verb]
  const deed = members[verb]
  const action = { atMs, ...read(deed, scene) }
  return { field: named?.(deed) ?? deed, action }
}

/** What an action may name, among these hosts. */
function sceneOf(hosts: Hosts): Scene {
  return {
    host: (field) => readHostName(field, hosts),
    powered: (field) => {
      const host = readHostName(field, hosts)
      if (hosts[host]?.mysql !== undefined)
        field.fail(`${host} runs mysql, and what a loss of power leaves of it is not modelled; expected kill`)
      return host
    },
    twoHosts: (field) => readTwoHosts(field, hosts),
    target: (field) => readTarget(field, hosts).name,
    process: (field) => {
      const target = readTarget(field, hosts)
      const [kind] = target.kinds
      if (kind === undefined || target.kinds.length > 1) {
        return field.fail(`${target.host} runs ${target.kinds.join(' and ')}; expected ${named(target).join(' or ')}`)
      }
      if (kind === 'resource') field.fail('a resource takes no commands; expected a server, a sentinel or a client')
      if (kind === 'client' && hosts[target.host]?.client?.lock !== undefined)
        field.fail(`${target.host} takes a lock and no commands; expected a client without lock`)
      return { name: target.name, kind }
    },
    command: (field, name, kind) => readTypedCommand(field, name, kind, hosts),
  }
}

function named({ host, kinds }: Named): readonly string[] {
  return kinds.map((kind) => `${host}.${kind}`)
}

/** `h9.sentinel` is one process, `h9` all of that host; `s1.sentinel` is `s1` where nothing else runs. */
function readTarget(field: Field, hosts: Hosts): Named & { readonly name: string } {
  const text = field.text('the name of a host or of one of its processes')
  const dot = text.indexOf('.')
  const host = dot < 0 ? text : text.slice(0, dot)
  const processes = processesOf(knownHost(field, host, hosts))
  if (dot < 0) return { host, kinds: processes, name: host }
  const kind = processes.find((process) => process === text.slice(dot + 1))
  if (kind === undefined)
    field.fail(`no process ${JSON.stringify(text)}; expected ${named({ host, kinds: processes }).join(' or ')}`)
  return { host, kinds: [kind], name: processes.length === 1 ? host : `${host}.${kind}` }
}
