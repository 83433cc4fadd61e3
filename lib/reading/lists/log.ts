import type { Run } from '@/lib/sim/outputs'
import { type Rows, rowOf } from '../events'
import { rankOf } from './ranks'

/** Which events a log has a line for, and what its lines (log-entry.ts) need to know of the events before them. */
export interface Log {
  /** Indexes of the events that a reader follows, in order: everything but the single messages of the traffic. */
  readonly notable: readonly number[]
  /** Indexes of all events that can be shown. */
  readonly all: readonly number[]
  /** The primary that an event of a sentinel belongs to, by the index of the event. */
  readonly primaryAt: ReadonlyMap<number, string>
  /** Indexes of the answers that are not as the one before. */
  readonly changes: ReadonlySet<number>
}

interface Context {
  /** Whom each sentinel takes for the primary, and what each client was answered last. */
  readonly beliefs: Map<string, string>
  readonly answers: Map<string, string | null>
  readonly primaryAt: Map<number, string>
  readonly changes: Set<number>
}

const SCAN: Partial<Rows<[Context, index: number], void>> = {
  settled({ sentinels }, { beliefs }) {
    for (const { host, primary } of sentinels) beliefs.set(host, primary)
  },
  sentinel({ host, target, to }, { beliefs, primaryAt }, index) {
    primaryAt.set(index, beliefs.get(host) ?? target)
    if (to !== undefined) beliefs.set(host, to)
  },
  answer({ host, error }, { answers, changes }, index) {
    const before = answers.get(host)
    if (before !== error && !(before === undefined && error === null)) changes.add(index)
    answers.set(host, error)
  },
}

/** The event log of a run. */
export function logOf({ events }: Run): Log {
  const context: Context = { beliefs: new Map(), answers: new Map(), primaryAt: new Map(), changes: new Set() }
  const { primaryAt, changes } = context
  const notable: number[] = []
  const all: number[] = []
  events.forEach((event, index) => {
    rowOf(SCAN, event)?.(event, context, index)
    const rank = rankOf(event)
    if (rank === 'silent') return
    all.push(index)
    if (rank === 'notable' || changes.has(index)) notable.push(index)
  })
  return { all, notable, primaryAt, changes }
}
