import { type Action, statusesOf, targetOf, verbOf } from '../faults/faults'
import type { Status } from '../faults/process-fault'
import type { Hosts } from '../kinds/host'
import { processesNamed } from './target'

interface State {
  readonly status: Status
  readonly sinceMs: number
}

/** An action that cannot be done at its time: its index, what its process is like then, and what it would have to be like. */
export interface OutOfOrder {
  readonly index: number
  readonly state: State
  readonly needs: readonly Status[]
}

/** Finds what cannot be done: to start what runs, to kill what is dead, to resume what is not paused. Null: all can. */
export function firstOutOfOrder(actions: readonly Action[], hosts: Hosts): OutOfOrder | null {
  const states = new Map<string, State>()
  const stateOf = (process: string): State => states.get(process) ?? { status: 'running', sinceMs: 0 }
  const inTime = actions.map((action, index) => ({ action, index })).sort((a, b) => a.action.atMs - b.action.atMs)
  for (const { action, index } of inTime) {
    const statuses = statusesOf(verbOf(action))
    const target = targetOf(action)
    if (statuses === null || target === null) continue
    const { needs, leaves } = statuses
    const { host, kinds } = processesNamed(target, hosts)
    const processes = kinds.map((kind) => `${host}.${kind}`)
    // A whole host is acted on as far as its processes allow.
    const able = processes.filter((process) => needs.includes(stateOf(process).status))
    if (able.length === 0) return { index, state: stateOf(processes[0] ?? host), needs }
    if (leaves !== null) for (const process of able) states.set(process, { status: leaves, sinceMs: action.atMs })
  }
  return null
}
