import type { Outcome } from './outcome'

/** `time`: milliseconds; `sending`: the same, but when a write was sent, and there is only one every so often; `count`: of writes. */
export type QuantityKind = 'time' | 'sending' | 'count'

export interface Quantity {
  readonly kind: QuantityKind
  readonly value: number
}

/** So few writes may meet no connection while a client reconnects: no moment of the scenario. */
const STRAY = 10

/** What is timed or counted in a run, by name. What did not happen is absent: that is a decided fact. */
export function quantities({ writes, failovers, demotions, resyncs, replies }: Outcome): ReadonlyMap<string, Quantity> {
  const found = new Map<string, Quantity>()
  const time = (name: string, value: number | null, kind: QuantityKind = 'time') => {
    if (value !== null) found.set(name, { kind, value })
  }
  const count = (name: string, value: number) => found.set(name, { kind: 'count', value })
  count('attempted', writes.attempted)
  count('acknowledged', writes.acknowledged)
  count('unanswered', writes.unanswered)
  count('lost', writes.lost)
  count('never acknowledged, yet there', writes.survivedUnacknowledged)
  time('first lost, sent at', writes.firstLostAtMs, 'sending')
  time('last lost, sent at', writes.lastLostAtMs, 'sending')
  for (const [error, value] of Object.entries(writes.rejected)) count(`refused ${error}`, value)
  for (const [error, value] of Object.entries(writes.firstRejectedAtMs))
    if ((writes.rejected[error] ?? 0) > STRAY) time(`first ${error}, sent at`, value, 'sending')
  for (const [returned, wait] of Object.entries(writes.waits)) {
    count(`WAIT returned ${returned}`, wait.writes)
    count(`lost behind WAIT ${returned}`, wait.lost)
  }
  failovers.forEach(({ promotedAtMs, switchedAtMs }, index) => {
    const nth = failovers.length > 1 ? ` (${index + 1})` : ''
    const switched = Object.values(switchedAtMs)
    time(`promoted at${nth}`, promotedAtMs)
    if (switched.length === 0) return
    time(`first sentinel names it at${nth}`, Math.min(...switched))
    time(`last sentinel names it at${nth}`, Math.max(...switched))
  })
  demotions.forEach(({ atMs, host }, index) => {
    time(`${host} demoted at${demotions.length > 1 ? ` (${index + 1})` : ''}`, atMs)
  })
  for (const kind of ['partial', 'full']) {
    const times = resyncs.filter((resync) => resync.kind === kind).map(({ atMs }) => atMs)
    if (times.length > 0) time(`first ${kind} resync at`, Math.min(...times))
    if (times.length > 1) time(`last ${kind} resync at`, Math.max(...times))
  }
  replies.forEach(({ command, tookMs }, index) => {
    time(`${command} took${replies.length > 1 ? ` (${index + 1})` : ''}`, tookMs)
  })
  return found
}
