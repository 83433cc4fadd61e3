import type { JournalEvent } from '@/lib/sim/journal'
import type { LogLine } from './log-line'

/** What the log of a server tells of its role and its primary, as events of the journal; the identity of data is not in it. */
export function redisEvents(
  server: string,
  lines: readonly LogLine[],
  /** The host at an address. */
  hostAt: (address: string) => string | null,
  /** Whether a sentinel lives there: then a change of role came from it. */
  isSentinel: (host: string) => boolean,
): readonly JournalEvent[] {
  const events: JournalEvent[] = []
  let primary: string | null = null
  let asked = { at: 0, replid: '?', offset: -1 }
  let failoverTo: string | null = null
  const role = (at: number, to: string | null, by: 'sentinel' | 'operator' | 'failover', sentinel: string | null) =>
    events.push({ at, type: 'role', server, role: to === null ? 'primary' : 'replica', of: to, by, sentinel, ...NO_IDENTITY })
  // The primary decides when it is asked; of a full resync it says so only when the transfer begins (R39).
  const psync = (outcome: 'full' | 'continue') => {
    if (primary === null) return
    const reason = outcome === 'continue' ? 'ok' : asked.replid === '?' ? 'first-sync' : 'replid'
    events.push({ ...asked, type: 'psync', primary, replica: server, outcome, reason, limit: -1 })
  }
  for (const { at, role: letter, text } of lines) {
    const ordered =
      /^(?:MASTER MODE enabled|REPLICAOF (\S+):\d+ enabled) \((user|failover) request from '.*?addr=([^:\s]+):/.exec(text)
    if (ordered !== null) {
      const [, to, kind, from = ''] = ordered
      const host = hostAt(from)
      const sentinel = kind === 'user' && host !== null && isSentinel(host) ? host : null
      role(
        at,
        to === undefined ? null : hostAt(to),
        kind === 'failover' ? 'failover' : sentinel === null ? 'operator' : 'sentinel',
        sentinel,
      )
      continue
    }
    const target = /^Failover target (\S+):\d+ is synced, failing over|^Failover to (\S+):\d+ time out exceeded/.exec(text)
    if (target !== null) failoverTo = hostAt(target[1] ?? target[2] ?? '')
    if (failoverTo !== null && text.startsWith('Before turning into a replica')) {
      role(at, failoverTo, 'failover', null)
      failoverTo = null
    }
    if (text.startsWith('Server initialized')) {
      events.push({
        at,
        type: 'boot',
        server,
        role: letter === 'S' ? 'replica' : 'primary',
        of: null,
        ...NOT_TOLD,
        ...NO_IDENTITY,
      })
    }
    primary = hostAt(/^Connecting to MASTER (\S+):\d+/.exec(text)?.[1] ?? '') ?? primary
    const request = /^Trying a partial resynchronization \(request (\w+):(\d+)\)/.exec(text)
    if (request !== null) asked = { at, replid: request[1] ?? '?', offset: Number(request[2]) }
    if (text.startsWith('Partial resynchronization not possible (no cached master)')) asked = { at, replid: '?', offset: -1 }
    if (text.startsWith('Full resync from master')) psync('full')
    if (text.startsWith('Successful partial resynchronization with master')) psync('continue')
  }
  return events
}

const NO_IDENTITY = { replid: '', replid2: null, secondOffset: -1, offset: -1 } as const
const NOT_TOLD = { loaded: 'nothing', snapshot: null, writes: 0 } as const
