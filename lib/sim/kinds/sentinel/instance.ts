import type { ConnectionId } from '../../core/end'
import { type Micros, NEVER } from '../../core/time'
import type { Role } from '../../journal'

export type InstanceKind = 'master' | 'slave' | 'sentinel'

/** The connections of a sentinel to one instance; "connected" as soon as they are begun (R85). */
export interface InstanceLink {
  commands: ConnectionId | null
  /** The subscription to `__sentinel__:hello`; sentinels have none. */
  hellos: ConnectionId | null
  disconnected: boolean
  pending: number
  commandsSince: Micros
  hellosSince: Micros
  lastHelloActivity: Micros
  lastReconnect: Micros
  lastPing: Micros
  /** Send time of the oldest unanswered PING; null when none is (R90). */
  activePing: Micros | null
  lastAvailable: Micros
  lastPong: Micros
}

/** What a sentinel keeps about the primary, a replica or another sentinel. */
export interface Instance {
  readonly kind: InstanceKind
  readonly host: string
  readonly link: InstanceLink
  subjectivelyDown: boolean
  downSince: Micros
  /** The event in the journal that says so. */
  downBy: number | null
  lastPublish: Micros
  runId: string | null
  infoRefresh: Micros | null
  roleReported: Role
  roleReportedAt: Micros
  rebootedAt: Micros | null
  /** Of a replica: what its INFO said. */
  follows: string | null
  followsSince: Micros
  linkUp: boolean
  /** Milliseconds. */
  linkDownMs: number
  priority: number
  offset: number
  /** Of a replica during a failover (R114). */
  reconfiguration: 'none' | 'sent' | 'in progress' | 'done'
  reconfigurationSent: Micros
  promoted: boolean
  /** Of another sentinel: its last answer about the primary (R97), and its vote. */
  saysDown: boolean
  /** What made it say so, and what its vote came of: events in the journal. */
  saysDownBy: number | null
  voteBy: number | null
  lastAnswer: Micros
  vote: string | null
  voteEpoch: number
}

/** An instance that has just been heard of: not connected, its PING clock running (R90). */
export function newInstance(kind: InstanceKind, host: string, now: Micros): Instance {
  return {
    kind,
    host,
    link: {
      commands: null,
      hellos: null,
      disconnected: true,
      pending: 0,
      commandsSince: NEVER,
      hellosSince: NEVER,
      lastHelloActivity: NEVER,
      lastReconnect: NEVER,
      lastPing: NEVER,
      activePing: now,
      lastAvailable: now,
      lastPong: now,
    },
    subjectivelyDown: false,
    downSince: NEVER,
    downBy: null,
    lastPublish: now,
    runId: null,
    infoRefresh: null,
    roleReported: kind === 'slave' ? 'replica' : 'primary',
    roleReportedAt: now,
    rebootedAt: null,
    follows: null,
    followsSince: now,
    linkUp: false,
    linkDownMs: 0,
    priority: 100,
    offset: 0,
    reconfiguration: 'none',
    reconfigurationSent: NEVER,
    promoted: false,
    saysDown: false,
    saysDownBy: null,
    voteBy: null,
    lastAnswer: now,
    vote: null,
    voteEpoch: 0,
  }
}
