import { readTypedCommand } from './command'
import type { Field } from './field'
import { type Hosts, knownHost, readHostName } from './host-names'
import type { Action } from './scenario'
import { type Named, processesOf } from './target'
import { firstOutOfOrder } from './timeline'

const VERBS = ['partition', 'cut', 'heal', 'kill', 'start', 'pause', 'resume', 'run'] as const

/** An action with the field that says what to do and, when it is about processes, which. */
interface Step {
  readonly field: Field
  readonly action: Action
}

/** The timed actions, in the order of the file; the run orders them by time. */
export function readActions(field: Field, durationMs: number, hosts: Hosts): readonly Action[] {
  if (!field.present) return []
  const steps = field.items('a list of actions').map((item) => readAction(item, durationMs, hosts))
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

function readAction(field: Field, durationMs: number, hosts: Hosts): Step {
  const members = field.members(['atMs', ...VERBS])
  const atMs = members.atMs.number({ min: 0, max: durationMs, unit: 'milliseconds', because: 'durationMs' })
  const verbs = VERBS.filter((verb) => members[verb].present)
  const [verb] = verbs
  if (verb === undefined) return field.fail(`nothing to do; expected one of ${VERBS.join(', ')}`)
  if (verbs.length > 1) field.fail(`${verbs.join(' and ')} at once; expected one action`)
  const value = members[verb]
  switch (verb) {
    case 'partition':
      return { field: value, action: { atMs, partition: readGroups(value, hosts) } }
    case 'cut':
      return { field: value, action: { atMs, cut: readCut(value, hosts) } }
    case 'heal':
      if (value.value !== true) value.expect('true')
      return { field: value, action: { atMs, heal: true } }
    case 'run':
      return readRun(value, atMs, hosts)
    default:
      return { field: value, action: actionOn(verb, atMs, readTarget(value, hosts).name) }
  }
}

function actionOn(verb: 'kill' | 'start' | 'pause' | 'resume', atMs: number, target: string): Action {
  if (verb === 'kill') return { atMs, kill: target }
  if (verb === 'start') return { atMs, start: target }
  return verb === 'pause' ? { atMs, pause: target } : { atMs, resume: target }
}

function readGroups(field: Field, hosts: Hosts): readonly (readonly string[])[] {
  const what = 'two or more lists of hosts'
  const groupOf = new Map<string, number>()
  const groups = field.items(what).map((group, index) =>
    group.items('a list of hosts').map((item) => {
      const name = readHostName(item, hosts)
      if (groupOf.has(name)) item.fail(`${name} is in two places; expected each host in one group`)
      groupOf.set(name, index)
      return name
    }),
  )
  if (groups.length < 2) field.expect(what)
  if (groups.some((group) => group.length === 0)) field.fail('an empty group; expected hosts in each')
  return groups
}

function readCut(field: Field, hosts: Hosts): { readonly from: string; readonly to: string } {
  const members = field.members(['from', 'to'])
  const from = readHostName(members.from, hosts)
  const to = readHostName(members.to, hosts)
  if (from === to) field.fail(`both ends are ${from}; expected two hosts`)
  return { from, to }
}

function readRun(field: Field, atMs: number, hosts: Hosts): Step {
  const { on, command } = field.members(['on', 'command'])
  const target = readTarget(on, hosts)
  const [kind] = target.kinds
  if (kind === undefined || target.kinds.length > 1) {
    return on.fail(`${target.host} runs ${target.kinds.join(' and ')}; expected ${named(target).join(' or ')}`)
  }
  const typed = readTypedCommand(command, kind, hosts)
  return { field: on, action: { atMs, run: { on: target.name, command: typed } } }
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
