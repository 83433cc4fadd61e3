import { PORT, SENTINEL_PORT } from '@/lib/sim/defaults'
import { NOREPLICAS, READONLY, UNBLOCKED } from '@/lib/sim/errors'
import type { EventOf, JournalEvent, LinkLoss } from '@/lib/sim/journal'

/** By the word with which each begins. */
const ERRORS: Readonly<Record<string, string>> = { NOREPLICAS, READONLY, UNBLOCKED }

/** Prefix of a sentinel's event (R157): type, name, address, and the primary it belongs to. */
function about(event: EventOf<'sentinel'>, primary: string): string {
  if (event.kind === 'master') return `master m ${event.target} ${PORT}`
  const port = event.kind === 'slave' ? PORT : SENTINEL_PORT
  const name = event.kind === 'slave' ? `${event.target}:${port}` : event.target
  return `${event.kind} ${name} ${event.target} ${port} @ m ${primary} ${PORT}`
}

function sentinelLine(event: EventOf<'sentinel'>, primary: string): string {
  const name = event.event
  switch (name) {
    case '+odown':
      return `${name} ${about(event, primary)} #quorum ${event.have ?? '…'}/${event.need ?? '…'}`
    case '+new-epoch':
      return `${name} ${event.epoch ?? '…'}`
    case '+vote-for-leader':
      return `${name} ${event.peer ?? event.target} ${event.epoch ?? '…'}`
    case '+switch-master':
      return `${name} m ${event.target} ${PORT} ${event.to ?? '…'} ${PORT}`
    case '+config-update-from':
      return `${name} sentinel ${event.peer ?? event.target} ${event.peer ?? event.target} ${SENTINEL_PORT} @ m ${primary} ${PORT}`
    case '+tilt':
      return `${name} #tilt mode entered`
    case '-tilt':
      return `${name} #tilt mode exited`
    default:
      return `${name} ${about(event, primary)}`
  }
}

function psyncLine(event: EventOf<'psync'>): string {
  const replica = `${event.replica}:${PORT}`
  if (event.outcome === 'continue')
    return `Partial resynchronization request from ${replica} accepted. Sending … bytes of backlog starting from offset ${event.offset}.`
  switch (event.reason) {
    case 'second-offset':
      return `Partial resynchronization not accepted: Requested offset for second ID was ${event.offset}, but I can reply up to ${event.limit}`
    case 'replid':
      return 'Partial resynchronization not accepted: Replication ID mismatch (…)'
    case 'backlog':
      return `Unable to partial resync with replica ${replica} for lack of backlog (Replica request was: ${event.offset}).`
    case 'no-link':
      return "NOMASTERLINK Can't SYNC while not connected with my master"
    default:
      return `Replica ${replica} asks for synchronization`
  }
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

/**
 * The line that Redis or Sentinel logs for an event (R157), or the error a client reads (R158); null where it says nothing.
 * `…` stands for what the model does not have, such as process ids. `primary`: whom the logging sentinel took for the primary.
 */
export function redisLine(event: JournalEvent, primary: string | null): string | null {
  switch (event.type) {
    case 'sentinel':
      return sentinelLine(event, primary ?? event.target)
    case 'psync':
      return psyncLine(event)
    case 'role':
      return roleLine(event)
    case 'boot':
      return BOOTED[event.loaded]
    case 'link':
      return event.state === 'connecting' ? `Connecting to MASTER ${event.primary}:${PORT}` : null
    case 'link-lost':
      return LINK_LOST[event.reason]
    case 'continue':
      return 'Successful partial resynchronization with master.'
    case 'load':
      return 'MASTER <-> REPLICA sync: Finished with success'
    case 'snapshot':
      return SNAPSHOT[event.for]
    case 'replica-online':
      return `Synchronization with replica ${event.replica}:${PORT} succeeded`
    case 'replica-lost':
      return event.reason === 'timeout'
        ? `Disconnecting timedout replica (streaming sync): ${event.replica}:${PORT}`
        : `Connection with replica ${event.replica}:${PORT} lost.`
    case 'answer':
      return event.error === null ? null : (ERRORS[event.error] ?? event.error)
    default:
      return null
  }
}
