import type { Micros } from '../../core/time'
import { INFO_PERIOD, PING_PERIOD } from './constants'
import type { Instance } from './instance'
import type { SentinelState } from './state'

/** The replica to promote: lowest priority number, then largest offset, then smallest run id (R108). Null when none qualifies. */
export function selectReplica(now: Micros, sentinel: SentinelState): Instance | null {
  const [first] = sentinel.replicas.filter((replica) => eligible(now, sentinel, replica)).sort(preference)
  return first ?? null
}

function eligible(now: Micros, sentinel: SentinelState, replica: Instance): boolean {
  const { primary } = sentinel
  if (replica.subjectivelyDown || replica.link.disconnected || replica.priority === 0) return false
  if (now - replica.link.lastAvailable > 5 * PING_PERIOD) return false
  const infoValidity = primary.subjectivelyDown ? 5 * PING_PERIOD : 3 * INFO_PERIOD
  if (replica.infoRefresh === null || now - replica.infoRefresh > infoValidity) return false
  const primaryDown = primary.subjectivelyDown ? now - primary.downSince : 0
  return replica.linkDownMs * 1000 <= primaryDown + 10 * sentinel.downAfter
}

function preference(a: Instance, b: Instance): number {
  if (a.priority !== b.priority) return a.priority - b.priority
  if (a.offset !== b.offset) return b.offset - a.offset
  if (a.runId === b.runId) return 0
  if (a.runId === null) return 1
  if (b.runId === null) return -1
  return a.runId < b.runId ? -1 : 1
}
