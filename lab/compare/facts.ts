import type { Reply } from '@/lib/sim/journal'
import type { Outcome } from './outcome'

/** What is decided rather than timed: a real run must be decided as some simulated run is. */
export function decidedFacts({
  writes,
  failovers,
  demotions,
  resyncs,
  replies,
  finalPrimary,
}: Outcome): Readonly<Record<string, string>> {
  return {
    failovers: listed(failovers.map(({ from, to, epoch }) => `${from ?? '?'} → ${to}${epoch === null ? ' by hand' : ''}`)),
    'sentinels that switched': listed(failovers.map(({ switchedAtMs }) => Object.keys(switchedAtMs).join(' '))),
    demotions: listed(demotions.map(({ host, resync }) => `${host}, ${resync ?? 'no'} resync`)),
    resyncs: listed(resyncs.map(({ replica, primary, kind }) => `${replica} from ${primary}, ${kind}`).sort()),
    'final primary': finalPrimary ?? 'none',
    errors: listed(
      Object.keys(writes.rejected)
        .filter((error) => error !== CLIENTS_OWN)
        .sort(),
    ),
    'WAIT returned': listed(Object.keys(writes.waits).sort()),
    'lost behind WAIT': listed(
      Object.entries(writes.waits)
        .filter(([, { lost }]) => lost > 0)
        .map(([count]) => count)
        .sort(),
    ),
    lost: writes.lost > 0 ? 'some' : 'none',
    // Recordings leave out what was not answered by the end.
    replies: listed(
      replies
        .filter(({ tookMs }) => tookMs !== null)
        .map(({ on, command, reply }) => `${on} ${command} → ${decidedReply(reply)}`),
    ),
  }
}

/** Not an answer of Redis: a write met no connection. Reconnecting takes a client a moment, which a write may hit or not. */
const CLIENTS_OWN = 'NOCONN'

/** A reply without what only counts or tells the time: of a text its kind, of a list what is not a number. */
function decidedReply(reply: Reply): string {
  if (reply === null) return 'nil'
  if (typeof reply === 'number') return String(reply)
  if (typeof reply === 'string') return reply.includes('\n') ? 'a text' : reply
  if ('error' in reply) return `-${reply.error}`
  return `[${reply.map((item) => (typeof item === 'number' || /^\d+$/.test(String(item)) ? '#' : decidedReply(item))).join(' ')}]`
}

function listed(items: readonly string[]): string {
  return items.length === 0 ? 'none' : items.join('; ')
}
