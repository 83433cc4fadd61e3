import type { Field } from './field'
import { type Hosts, processesOf } from './hosts'
import type { Action, ProcessKind } from './scenario'

/** An action with the field that says what to do and, when it is about processes, which. */
export interface Step {
  readonly field: Field
  readonly action: Action
  readonly target: {
    readonly host: string
    readonly kinds: readonly ProcessKind[]
    readonly verb: 'kill' | 'start' | 'pause' | 'resume' | 'run'
  } | null
}

interface State {
  readonly status: 'running' | 'paused' | 'dead'
  readonly sinceMs: number
}

/** In what state a process must be for an action, and in what state that leaves it. */
const RULES = {
  kill: { from: ['running', 'paused'], to: 'dead' },
  start: { from: ['dead'], to: 'running' },
  pause: { from: ['running'], to: 'paused' },
  resume: { from: ['paused'], to: 'running' },
  run: { from: ['running'], to: 'running' },
} as const satisfies Record<string, { readonly from: readonly State['status'][]; readonly to: State['status'] }>

/** Refuses what cannot be done at its time: to start what runs, to kill what is dead, to resume what is not paused. */
export function checkTimeline(steps: readonly Step[], hosts: Hosts): void {
  const states = new Map<string, State>()
  for (const [host, spec] of Object.entries(hosts)) {
    for (const kind of processesOf(spec)) states.set(`${host}.${kind}`, { status: 'running', sinceMs: 0 })
  }
  for (const step of [...steps].sort((a, b) => a.action.atMs - b.action.atMs)) apply(step, states)
}

/** A whole host is acted on as far as its processes allow; it is refused when none does. */
function apply({ field, action, target }: Step, states: Map<string, State>): void {
  if (target === null) return
  const { from, to } = RULES[target.verb]
  const able = target.kinds
    .map((kind) => `${target.host}.${kind}`)
    .filter((process) => from.some((status) => status === states.get(process)?.status))
  if (able.length === 0) refuse(field, action.atMs, target, states)
  for (const process of able) {
    if (target.verb !== 'run') states.set(process, { status: to, sinceMs: action.atMs })
  }
}

function refuse(field: Field, atMs: number, target: NonNullable<Step['target']>, states: ReadonlyMap<string, State>): never {
  const state = states.get(`${target.host}.${target.kinds[0]}`)
  const name = field.text('the name of a process')
  const since = state === undefined || state.sinceMs === 0 ? 'from the start' : `since ${state.sinceMs} ms`
  field.fail(
    `${name} is ${state?.status ?? 'unknown'} ${since}, at ${atMs} ms; expected one that is ${RULES[target.verb].from.join(' or ')}`,
  )
}
