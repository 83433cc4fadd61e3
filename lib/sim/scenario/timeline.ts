import type { Hosts } from './host-names'
import type { Action, Target } from './scenario'
import { processesNamed } from './target'

interface State {
  readonly status: 'running' | 'paused' | 'dead'
  readonly sinceMs: number
}

/** An action that cannot be done at its time: its index, what its process is like then, and what it would have to be like. */
export interface OutOfOrder {
  readonly index: number
  readonly state: State
  readonly needs: readonly State['status'][]
}

/** In what state a process must be for an action, and in what state that leaves it. */
const RULES = {
  kill: { from: ['running', 'paused'], to: 'dead' },
  start: { from: ['dead'], to: 'running' },
  pause: { from: ['running'], to: 'paused' },
  resume: { from: ['paused'], to: 'running' },
  run: { from: ['running'], to: null },
} as const satisfies Record<string, { readonly from: readonly State['status'][]; readonly to: State['status'] | null }>

/** Finds what cannot be done: to start what runs, to kill what is dead, to resume what is not paused. Null: all can. */
export function firstOutOfOrder(actions: readonly Action[], hosts: Hosts): OutOfOrder | null {
  const states = new Map<string, State>()
  const stateOf = (process: string): State => states.get(process) ?? { status: 'running', sinceMs: 0 }
  const inTime = actions.map((action, index) => ({ action, index })).sort((a, b) => a.action.atMs - b.action.atMs)
  for (const { action, index } of inTime) {
    const done = doneTo(action)
    if (done === null) continue
    const { from, to }: { from: readonly State['status'][]; to: State['status'] | null } = RULES[done.verb]
    const { host, kinds } = processesNamed(done.target, hosts)
    const processes = kinds.map((kind) => `${host}.${kind}`)
    // A whole host is acted on as far as its processes allow.
    const able = processes.filter((process) => from.includes(stateOf(process).status))
    if (able.length === 0) return { index, state: stateOf(processes[0] ?? host), needs: from }
    if (to !== null) for (const process of able) states.set(process, { status: to, sinceMs: action.atMs })
  }
  return null
}

function doneTo(action: Action): { readonly verb: keyof typeof RULES; readonly target: Target } | null {
  if ('kill' in action) return { verb: 'kill', target: action.kill }
  if ('start' in action) return { verb: 'start', target: action.start }
  if ('pause' in action) return { verb: 'pause', target: action.pause }
  if ('resume' in action) return { verb: 'resume', target: action.resume }
  return 'run' in action ? { verb: 'run', target: action.run.on } : null
}
