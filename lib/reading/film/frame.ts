import type { JournalEvent, Role, SentinelEventName } from '@/lib/sim/journal'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import { type Having, type Rows, rowOf } from '../events'
import { isServer, serverOf } from '../servers'

/** Hosts that can reach only their own group; one in no group reaches everyone. */
export type Groups = readonly (readonly string[])[]

/** Everything that is true, and everything that is believed, at one instant. Plain data. */
export interface Frame {
  /** Microseconds since the start. */
  readonly at: number
  /** How many events of the journal have happened by then. */
  readonly events: number
  readonly servers: Readonly<Record<string, ServerState>>
  readonly sentinels: Readonly<Record<string, SentinelState>>
  readonly clients: Readonly<Record<string, ClientState>>
  /** The partitions in force; a later one adds to an earlier one. */
  readonly partitions: readonly Groups[]
  readonly cuts: readonly { readonly from: string; readonly to: string }[]
  readonly locks?: LocksState
}

/** What is true, and believed, of locks, where clients take them. */
export interface LocksState {
  /** By client, once it has asked for a lock. */
  readonly clients: Readonly<Record<string, LockStanding>>
  /** By server, where they share nothing: whose key of the lock it has; null for nobody's. */
  readonly keys: Readonly<Record<string, string | null>>
  /** By resource. */
  readonly resources: Readonly<Record<string, ResourceStanding>>
}

/** How a client stands to its lock. */
export interface LockStanding {
  /** `asks`: it does not have it yet; `owns`: it believes that it does; `left`: it did. */
  readonly is: 'asks' | 'owns' | 'left'
  /** It believes so beyond its right, as far as it could know that. */
  readonly overdue: boolean
  readonly token: number | null
}

/** What a resource has seen. */
export interface ResourceStanding {
  /** Who writes to it. */
  readonly writers: readonly string[]
  readonly fencing: boolean
  /** The largest token that came; null before the first. */
  readonly largest: number | null
  readonly taken: number
  readonly refused: number
  /** Those of an owner whom another had followed. */
  readonly staleTaken: number
  readonly staleRefused: number
}

interface ProcessState {
  readonly up: boolean
  readonly frozen: boolean
}

export interface ServerState extends ProcessState {
  readonly role: Role
  /** The primary it follows; null on a primary. */
  readonly of: string | null
  /** The replica's link to its primary. */
  readonly link: 'down' | 'connecting' | 'handshake' | 'sync' | 'up'
  readonly offset: number
  /** The gate of `min-replicas-to-write`; null before it was first counted. */
  readonly gate: { readonly good: number; readonly needed: number; readonly open: boolean } | null
  readonly mysql?: MysqlServer
}

/** What is true of a server of MySQL alone; its `gate` is semi-sync: null while it is off, shut while it holds a commit up. */
export interface MysqlServer {
  /** Replicas that have to acknowledge, once somebody has set it; null: as its configuration file says. */
  readonly needed: number | null
  /** Transactions in its relay log that it has not applied. */
  readonly unapplied: number
  /** The error for which its applier stands still. */
  readonly errno: number | null
}

export interface SentinelState extends ProcessState {
  /** Whom it names to a client that asks. */
  readonly primary: string
  /**
   * The server that it takes for dead while it was its primary. A leader that has promoted another one names that already, and gives up
   * its suspicion only with its own `+switch-master` (R116).
   */
  readonly suspects: string | null
}

export interface ClientState extends ProcessState {
  /** The server it is connected to. */
  readonly server: string | null
  /** Its latest answered write. */
  readonly answered: number | null
  /** First word of the error in that answer; null when it was `OK`. */
  readonly error: string | null
  /** Writes sent and not answered. */
  readonly waiting: number
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }

/** The state of a run while it is being folded: its records are changed in place, thousands of times, and copied only to be kept. */
export interface Draft {
  servers: Record<string, Mutable<ServerState>>
  sentinels: Record<string, Mutable<SentinelState>>
  clients: Record<string, Mutable<ClientState>>
  partitions: readonly Groups[]
  cuts: readonly { readonly from: string; readonly to: string }[]
}

const RUNNING = { up: true, frozen: false } as const

/** The state of a run before its first event: every process of the scenario runs, as it was configured. */
export function stateBefore(scenario: Scenario): Draft {
  const draft: Draft = { servers: {}, sentinels: {}, clients: {}, partitions: [], cuts: [] }
  for (const [name, host] of Object.entries(scenario.hosts)) {
    const own = serverOf(host)
    if (own) {
      const of = own.replicaOf ?? null
      const role = of === null ? 'primary' : 'replica'
      draft.servers[name] = { ...RUNNING, role, of, link: of === null ? 'down' : 'up', offset: 0, gate: null }
    }
    if (host.sentinel) draft.sentinels[name] = { ...RUNNING, primary: host.sentinel.monitor, suspects: null }
    if (host.client) draft.clients[name] = { ...RUNNING, server: null, answered: null, error: null, waiting: 0 }
  }
  return draft
}

/** Changes what is true of a process, where there is such. */
export function change<T extends object>(own: T | undefined, to: Partial<T>): void {
  if (own) Object.assign(own, to)
}

const FAULTS = {
  kill: { up: false, frozen: false },
  start: { up: true, frozen: false },
  pause: { frozen: true },
  resume: { frozen: false },
} as const

function fault(event: Having<JournalEvent, keyof typeof FAULTS>, draft: Draft): void {
  const { host, process } = event
  const to = FAULTS[event.type]
  const killed = event.type === 'kill'
  if (isServer(process)) change(draft.servers[host], killed ? { ...to, link: 'down', gate: null } : to)
  else if (process === 'sentinel') change(draft.sentinels[host], to)
  else change(draft.clients[host], killed ? { ...to, server: null, waiting: 0 } : to)
}

function newRole({ host, role, of, offset }: Having<JournalEvent, 'boot' | 'role'>, draft: Draft): void {
  change(draft.servers[host], { role, of, offset, link: 'down', gate: null })
}

function moved({ host, offset }: Having<JournalEvent, 'load' | 'continue' | 'execute' | 'apply'>, draft: Draft): void {
  change(draft.servers[host], { offset })
}

/** Whether a sentinel takes its primary for dead after an event about it. */
const SUSPICION: Partial<Record<SentinelEventName, boolean>> = {
  '+sdown': true,
  '+odown': true,
  '-sdown': false,
  '+switch-master': false,
}

/** What each event changes. Events that are not here change nothing that is shown. Other kinds of process add theirs. */
export const STEPS: Partial<Rows<[Draft], void>> = {
  settled({ servers, sentinels, clients }, draft) {
    for (const { host, role, of, offset } of servers) change(draft.servers[host], { role, of, offset })
    for (const { host, primary } of sentinels) change(draft.sentinels[host], { primary })
    for (const { host, server: to } of clients) change(draft.clients[host], { server: to })
  },
  partition({ groups }, draft) {
    draft.partitions = [...draft.partitions, groups]
  },
  cut({ from, to }, draft) {
    draft.cuts = [...draft.cuts, { from, to }]
  },
  heal(_, draft) {
    draft.partitions = []
    draft.cuts = []
  },
  kill: fault,
  start: fault,
  pause: fault,
  resume: fault,
  boot: newRole,
  role: newRole,
  link: ({ host, state }, draft) => change(draft.servers[host], { link: state }),
  'link-lost': ({ host }, draft) => change(draft.servers[host], { link: 'down' }),
  load: moved,
  continue: moved,
  execute: moved,
  apply: moved,
  gate: ({ host, good, needed, open }, draft) => change(draft.servers[host], { gate: { good, needed, open } }),
  connect: ({ host, server: to }, draft) => change(draft.clients[host], { server: to }),
  disconnect: ({ host }, draft) => change(draft.clients[host], { server: null }),
  send({ host }, draft) {
    const own = draft.clients[host]
    if (own) own.waiting += 1
  },
  answer({ host, write, error }, draft) {
    const own = draft.clients[host]
    if (own === undefined) return
    own.answered = write
    own.error = error
    own.waiting = Math.max(0, own.waiting - 1)
  },
  belief: ({ host, primary }, draft) => change(draft.sentinels[host], { primary }),
  sentinel({ host, event, kind, target }, draft) {
    const suspicion = SUSPICION[event]
    if (suspicion === undefined || kind !== 'master') return
    change(draft.sentinels[host], { suspects: suspicion ? target : null })
  },
}

/** Moves a state on by one event. */
export function advance(draft: Draft, event: JournalEvent): void {
  rowOf(STEPS, event)?.(event, draft)
}

function copy(draft: Draft): Draft {
  const { partitions, cuts, servers, sentinels, clients } = draft
  return { servers: copies(servers), sentinels: copies(sentinels), clients: copies(clients), partitions, cuts }
}

function copies<T extends object>(records: Readonly<Record<string, T>>): Record<string, T> {
  const own: Record<string, T> = {}
  for (const [name, one] of Object.entries(records)) own[name] = { ...one }
  return own
}

/** How many events lie between two remembered states: a frame costs at most this many steps, whatever the run's length. */
const CHECKPOINT_EVERY = 512

/** A position in a run: frames at any instant, each at bounded cost. */
export interface Frames {
  /** The state at `at` µs, with every event up to and including that instant applied. */
  at(at: number): Frame
}

/** How many events have happened at `at`, inclusive. */
export function eventsUntil(events: readonly JournalEvent[], at: number): number {
  let low = 0
  let high = events.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const event = events[middle]
    if (event && event.at <= at) low = middle + 1
    else high = middle
  }
  return low
}

/** Folds the journal once, remembering the state every few hundred events, so that scrubbing is cheap. */
export function framesOf(run: { readonly scenario: Scenario; readonly events: readonly JournalEvent[] }): Frames {
  const checkpoints: Draft[] = []
  const draft = stateBefore(run.scenario)
  run.events.forEach((event, index) => {
    if (index % CHECKPOINT_EVERY === 0) checkpoints.push(copy(draft))
    advance(draft, event)
  })
  return {
    at(at) {
      const until = eventsUntil(run.events, at)
      const nearest = Math.min(Math.floor(until / CHECKPOINT_EVERY), checkpoints.length - 1)
      const checkpoint = checkpoints[nearest]
      const state = checkpoint ? copy(checkpoint) : stateBefore(run.scenario)
      for (let index = Math.max(0, nearest * CHECKPOINT_EVERY); index < until; index += 1) {
        const event = run.events[index]
        if (event) advance(state, event)
      }
      return { at, events: until, ...state }
    },
  }
}

/** The state of one run at one instant. For many instants of one run, `framesOf` is cheaper. */
export function frameAt(run: { readonly scenario: Scenario; readonly events: readonly JournalEvent[] }, at: number): Frame {
  return framesOf(run).at(at)
}

/** Whether bytes of `from` reach `to` over this frame's network; processes may be dead all the same. */
export function reaches(frame: Pick<Frame, 'partitions' | 'cuts'>, from: string, to: string): boolean {
  if (frame.cuts.some((cut) => cut.from === from && cut.to === to)) return false
  return frame.partitions.every((groups) => {
    const own = groups.find((hosts) => hosts.includes(from))
    const other = groups.find((hosts) => hosts.includes(to))
    return !own || !other || own === other
  })
}
