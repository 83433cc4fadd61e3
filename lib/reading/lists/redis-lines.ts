import { PORT, SENTINEL_PORT } from '@/lib/sim/defaults'
import { NOREPLICAS, READONLY, UNBLOCKED } from '@/lib/sim/errors'
import type { EventOf, JournalEvent, LinkLoss, SentinelEventName } from '@/lib/sim/journal'
import { type Rows, rowOf } from '../events'

/** By the word with which each begins. */
const ERRORS: Readonly<Record<string, string>> = { NOREPLICAS, READONLY, UNBLOCKED }

/** Prefix of a sentinel's event (R157): type, name, address, and the primary it belongs to. */
function about(event: EventOf<'sentinel'>, primary: string): string {
  if (event.kind === 'master') return `master m ${event.target} ${PORT}`
  const port = event.kind === 'slave' ? PORT : SENTINEL_PORT
  const name = event.kind === 'slave' ? `${event.target}:${port}` : event.target
  return `${event.kind} ${name} ${event.target} ${port} @ m ${primary} ${PORT}`
}

type SentinelLine = (event: EventOf<'sentinel'>, primary: string) => string

/** What stands behind the name of an event; absent: whom it is about. */
const BEHIND: Readonly<Partial<Record<SentinelEventName, SentinelLine>>> = {
  '+odown': (event, primary) => `${about(event, primary)} #quorum ${event.have ?? '…'}/${event.need ?? '…'}`,
  '+new-epoch': ({ epoch }) => `${epoch ?? '…'}`,
  '+vote-for-leader': ({ peer, target, epoch }) => `${peer ?? target} ${epoch ?? '…'}`,
  '+switch-master': ({ target, to }) => `m ${target} ${PORT} ${to ?? '…'} ${PORT}`,
  '+config-update-from': ({ peer, target }, primary) =>
    `sentinel ${peer ?? target} ${peer ?? target} ${SENTINEL_PORT} @ m ${primary} ${PORT}`,
  '+tilt': () => '#tilt mode entered',
  '-tilt': () => '#tilt mode exited',
}

/** How a primary answers a replica, by its reason. */
const PSYNC: Readonly<Record<EventOf<'psync'>['reason'], (event: EventOf<'psync'>) => string>> = {
  ok: ({ replica, offset }) =>
    `Partial resynchronization request from ${replica}:${PORT} accepted. Sending … bytes of backlog starting from offset ${offset}.`,
  'first-sync': ({ replica }) => `Replica ${replica}:${PORT} asks for synchronization`,
  'second-offset': ({ offset, limit }) =>
    `Partial resynchronization not accepted: Requested offset for second ID was ${offset}, but I can reply up to ${limit}`,
  replid: () => 'Partial resynchronization not accepted: Replication ID mismatch (…)',
  backlog: ({ replica, offset }) =>
    `Unable to partial resync with replica ${replica}:${PORT} for lack of backlog (Replica request was: ${offset}).`,
  'no-link': () => "NOMASTERLINK Can't SYNC while not connected with my master",
}

function roleLine(event: EventOf<'role'>): string {
  const by = event.orderedBy === 'failover' ? 'failover request' : 'user request'
  const from = `${by} from '${event.sentinel ?? '…'}'`
  return event.of === null ? `MASTER MODE enabled (${from})` : `REPLICAOF ${event.of}:${event.port ?? PORT} enabled (${from})`
}

const LINK_LOST: Readonly<Record<LinkLoss, string>> = {
  closed: 'Connection with master lost.',
  reset: 'Connection with master lost.',
  timeout: 'MASTER timeout: no data nor PING received...',
  refused: 'Error condition on socket for SYNC: Connection refused',
}

const SNAPSHOT = {
  disk: 'DB saved on disk',
  resync: 'Starting BGSAVE for SYNC with target: replicas sockets',
  both: 'Starting BGSAVE for SYNC with target: disk',
} as const satisfies Readonly<Record<EventOf<'snapshot'>['for'], string>>

const BOOTED = {
  nothing: 'Ready to accept connections',
  rdb: 'DB loaded from disk: … seconds',
  aof: 'DB loaded from append only file: … seconds',
} as const

/** What Redis or Sentinel log of each event, or a client reads; those without a row say nothing. */
const LINES: Partial<Rows<[primary: string | null], string | null>> = {
  sentinel(event, primary) {
    const behind = BEHIND[event.event] ?? about
    return `${event.event} ${behind(event, primary ?? event.target)}`
  },
  psync: (event) => PSYNC[event.reason](event),
  role: roleLine,
  boot: ({ loaded }) => BOOTED[loaded],
  link: ({ state, primary }) => (state === 'connecting' ? `Connecting to MASTER ${primary}:${PORT}` : null),
  'link-lost': ({ reason }) => LINK_LOST[reason],
  continue: () => 'Successful partial resynchronization with master.',
  load: () => 'MASTER <-> REPLICA sync: Finished with success',
  snapshot: (event) => SNAPSHOT[event.for],
  'replica-online': ({ replica }) => `Synchronization with replica ${replica}:${PORT} succeeded`,
  'replica-lost': ({ replica, reason }) =>
    reason === 'timeout'
      ? `Disconnecting timedout replica (streaming sync): ${replica}:${PORT}`
      : `Connection with replica ${replica}:${PORT} lost.`,
  answer: ({ error }) => (error === null ? null : (ERRORS[error] ?? error)),
}

/**
 * The line that Redis or Sentinel logs for an event (R157), or the error a client reads (R158); null where it says nothing.
 * `…` stands for what the model does not have, such as process ids. `primary`: whom the logging sentinel took for the primary.
 */
export function redisLine(event: JournalEvent, primary: string | null): string | null {
  return rowOf(LINES, event)?.(event, primary) ?? null
}
