import type { JournalEvent, SentinelEventName } from '@/lib/sim/journal'
import type { LogLine } from './log-line'

/** The events of rule R157 that a sentinel's log tells, and whom it names from then on to a client that asks. */
export function sentinelEvents(
  sentinel: string,
  lines: readonly LogLine[],
  hostAt: (address: string) => string | null,
): readonly JournalEvent[] {
  const events: JournalEvent[] = []
  let epoch = 0
  let named: string | null = null
  const believe = (at: number, primary: string | null) => {
    if (primary === null || primary === named) return
    named = primary
    events.push({ at, host: sentinel, type: 'belief', by: null, primary, epoch })
  }
  for (const { at, text } of lines) {
    const [word = '', ...words] = text.split(' ')
    if (!/^[+-][a-z-]+$/.test(word)) continue
    const event = word as SentinelEventName
    if (event === '+new-epoch') epoch = Number(words[0])
    const about = aboutWhom(event, words, sentinel, hostAt)
    if (about === null) continue
    events.push({ at, host: sentinel, type: 'sentinel', by: null, event, ...about, ...(EPOCHS.has(event) && { epoch }) })
    // The leader names the promoted replica before it is done with the failover (R113); the others when they switch.
    if (event === '+promoted-slave') believe(at, about.target)
    if (event === '+switch-master' && about.to !== undefined) believe(at, about.to)
  }
  return events
}

const EPOCHS: ReadonlySet<SentinelEventName> = new Set(['+new-epoch', '+try-failover', '+vote-for-leader', '+elected-leader'])

interface About {
  readonly target: string
  readonly kind: 'master' | 'slave' | 'sentinel'
  readonly to?: string
}

/** `master m ip port`, `slave ip:port ip port @ m ip port`, `sentinel id ip port @ m ip port`; `m old port new port` for a switch. */
function aboutWhom(
  event: SentinelEventName,
  words: readonly string[],
  self: string,
  hostAt: (address: string) => string | null,
): About | null {
  if (event === '+new-epoch' || event === '+vote-for-leader' || event === '+tilt' || event === '-tilt')
    return { target: self, kind: 'sentinel' }
  if (event === '+switch-master') {
    const [, from = '', , to = ''] = words
    const target = hostAt(from)
    const next = hostAt(to)
    return target === null || next === null ? null : { target, kind: 'master', to: next }
  }
  const [kind, , address = ''] = words
  const target = hostAt(address)
  if (target === null || (kind !== 'master' && kind !== 'slave' && kind !== 'sentinel')) return null
  return { target, kind }
}
