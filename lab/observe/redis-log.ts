import type { EventOf, JournalEvent } from '@/lib/sim/journal'
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
  let failoverTo: string | null = null
  const role = (at: number, to: string | null, orderedBy: EventOf<'role'>['orderedBy'], sentinel: string | null) =>
    events.push({
      at,
      host: server,
      type: 'role',
      by: null,
      role: to === null ? 'primary' : 'replica',
      of: to,
      orderedBy,
      sentinel,
      ...NO_IDENTITY,
    })
  let asking: string | null = null
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
        host: server,
        type: 'boot',
        by: null,
        role: letter === 'S' ? 'replica' : 'primary',
        of: null,
        ...NOT_TOLD,
        ...NO_IDENTITY,
      })
    }
    // A replica says whom it follows only when it goes there.
    const followed = /^Connecting to MASTER (\S+):\d+/.exec(text)?.[1]
    const last = events.at(-1)
    if (followed !== undefined && last?.type === 'boot') events[events.length - 1] = { ...last, of: hostAt(followed) }
    asking = hostAt(/^Replica (\S+):\d+ asks for synchronization/.exec(text)?.[1] ?? '') ?? asking
    // Redis 8.0 says of a full resync a second time which connection the data take.
    const answer = ANSWERS.find(({ line }) => text.startsWith(line) && !text.endsWith('(rdb-channel)'))
    if (asking !== null && answer !== undefined) {
      const { outcome, reason } = answer
      events.push({
        at,
        host: server,
        type: 'psync',
        by: null,
        replica: asking,
        replid: '',
        offset: -1,
        outcome,
        reason,
        limit: -1,
      })
    }
  }
  return events
}

/** How a primary answers the replica that has just asked. */
const ANSWERS = [
  { line: 'Partial resynchronization request from', outcome: 'continue', reason: 'ok' },
  { line: 'Full resync requested by replica', outcome: 'full', reason: 'first-sync' },
  { line: 'Partial resynchronization not accepted: Replication ID mismatch', outcome: 'full', reason: 'replid' },
  { line: 'Partial resynchronization not accepted: Requested offset', outcome: 'full', reason: 'second-offset' },
  { line: 'Unable to partial resync with replica', outcome: 'full', reason: 'backlog' },
] as const

const NO_IDENTITY = { replid: '', replid2: null, secondOffset: -1, offset: -1 } as const
const NOT_TOLD = { loaded: 'nothing', snapshot: null, writes: 0 } as const
