import type { JournalEvent, Role } from '@/lib/sim/journal'
import type { Run } from '@/lib/sim/outputs'
import { eventsWith, type Having, type Rows, rowOf } from '../events'
import { isServer, serverOf } from '../servers'
import type { Groups } from './frame'

/** A stretch of one server's life on the time axis, microseconds. */
export interface Segment {
  readonly from: number
  readonly to: number
  /**
   * `closed`: a primary that refuses writes, because its gate is shut, or of MySQL one that holds its commits up. `async`: a source of MySQL
   * that waits for no replica. Of a client that takes a lock, `owner`: it believes that it owns it; `overdue`: it does beyond its right;
   * `without`: it does not.
   */
  readonly kind: CommonSegment | 'async' | 'owner' | 'overdue' | 'without'
}

/** Those that any run may have, not only one with MySQL or with locks. */
export type CommonSegment = 'primary' | 'closed' | 'replica' | 'frozen' | 'down'

/** Whether a server takes itself for the primary in such a stretch. */
export function isPrimary(kind: Segment['kind'] | null): boolean {
  return kind === 'primary' || kind === 'closed' || kind === 'async'
}

/** Whether such a stretch is drawn thick: somebody takes himself for the primary, or for the owner of a lock. */
export function isThick(kind: Segment['kind']): boolean {
  return isPrimary(kind) || kind === 'owner' || kind === 'overdue'
}

export interface Lane {
  /** Or a client that takes a lock. */
  readonly server: string
  readonly segments: readonly Segment[]
}

/** A stretch in which the network was cut. */
export interface Cut {
  readonly from: number
  readonly to: number
  readonly partitions: readonly Groups[]
  readonly oneWay: readonly { readonly from: string; readonly to: string }[]
}

/** A stretch in which several running servers took themselves for the primary. */
export interface Overlap {
  readonly from: number
  readonly to: number
  readonly servers: readonly string[]
  /** For how long which of them took writes, µs, in the order in which that changed; none of them where `servers` is empty. */
  readonly accepting: readonly { readonly servers: readonly string[]; readonly for: number }[]
}

export interface Lanes {
  /** Length of the axis, microseconds. */
  readonly end: number
  readonly lanes: readonly Lane[]
  readonly cuts: readonly Cut[]
  readonly overlaps: readonly Overlap[]
}

interface Life {
  role: Role
  up: boolean
  frozen: boolean
  /** What it is while it is a primary: `closed` while the gate of `min-replicas-to-write` is shut. */
  reign: 'primary' | 'closed' | 'async'
}

function kindOf(life: Life): Segment['kind'] {
  if (!life.up) return 'down'
  if (life.frozen) return 'frozen'
  return life.role === 'primary' ? life.reign : 'replica'
}

/** Only what is done to a server changes a lane. */
const ofServer =
  (life: Partial<Life>) =>
  ({ process }: Having<JournalEvent, 'kill' | 'start' | 'pause' | 'resume'>): Partial<Life> | null =>
    isServer(process) ? life : null

const newRole = ({ role }: Having<JournalEvent, 'boot' | 'role'>): Partial<Life> => ({ role, reign: 'primary' })

/** What each event changes in the life of the server that it is about; null, or no row: nothing. Other kinds of process add theirs. */
export const CHANGES: Partial<Rows<[], Partial<Life> | null>> = {
  boot: newRole,
  role: newRole,
  gate: ({ open }) => ({ reign: open ? 'primary' : 'closed' }),
  kill: ofServer({ up: false, frozen: false }),
  start: ofServer({ up: true }),
  pause: ofServer({ frozen: true }),
  resume: ofServer({ frozen: false }),
}

function lanesOf(run: Run, end: number): Lane[] {
  const lives = new Map<string, Life>()
  const segments = new Map<string, Segment[]>()
  const close = (server: string, at: number): void => {
    const life = lives.get(server)
    const lane = segments.get(server)
    if (!life || !lane) return
    const from = lane.at(-1)?.to ?? 0
    if (at > from) lane.push({ from, to: at, kind: kindOf(life) })
  }
  for (const [name, host] of Object.entries(run.scenario.hosts)) {
    const own = serverOf(host)
    if (!own) continue
    const role = own.replicaOf === undefined ? 'primary' : 'replica'
    lives.set(name, { role, up: true, frozen: false, reign: 'primary' })
    segments.set(name, [])
  }
  for (const { event } of eventsWith(run, CHANGES)) {
    const change = rowOf(CHANGES, event)?.(event) ?? null
    const life = event.host === null ? undefined : lives.get(event.host)
    if (change === null || event.host === null || life === undefined) continue
    close(event.host, event.at)
    Object.assign(life, change)
  }
  return [...segments].map(([server, lane]) => {
    close(server, end)
    return { server, segments: joined(lane) }
  })
}

/** Neighbours of one kind are one stretch: a start and its boot are two events. */
function joined(segments: readonly Segment[]): Segment[] {
  const whole: Segment[] = []
  for (const segment of segments) {
    const last = whole.at(-1)
    if (last?.kind === segment.kind) whole[whole.length - 1] = { ...last, to: segment.to }
    else whole.push(segment)
  }
  return whole
}

/** What is cut while nothing changes. */
type Severed = Pick<Cut, 'partitions' | 'oneWay'>

const WHOLE: Severed = { partitions: [], oneWay: [] }

/** What is cut after each event, from what was cut before it. */
const SEVERINGS: Partial<Rows<[Severed], Severed>> = {
  partition: ({ groups }, { partitions, oneWay }) => ({ partitions: [...partitions, groups], oneWay }),
  cut: ({ from, to }, { partitions, oneWay }) => ({ partitions, oneWay: [...oneWay, { from, to }] }),
  heal: () => WHOLE,
}

function cutsOf(run: Run, end: number): Cut[] {
  const cuts: Cut[] = []
  let severed = WHOLE
  let since = 0
  const close = (to: number): void => {
    if (severed !== WHOLE && to > since) cuts.push({ from: since, to, ...severed })
  }
  for (const { event } of eventsWith(run, SEVERINGS)) {
    close(event.at)
    since = event.at
    severed = rowOf(SEVERINGS, event)?.(event, severed) ?? severed
  }
  close(end)
  return cuts
}

function overlapsOf(lanes: readonly Lane[]): Overlap[] {
  const edges = new Set<number>()
  for (const lane of lanes) for (const segment of lane.segments) edges.add(segment.from).add(segment.to)
  const instants = [...edges].sort((a, b) => a - b)
  const overlaps: Overlap[] = []
  instants.slice(0, -1).forEach((from, index) => {
    const to = instants[index + 1] ?? from
    const during = (test: (kind: Segment['kind']) => boolean): readonly string[] =>
      lanes
        .filter((lane) => lane.segments.some((part) => test(part.kind) && part.from <= from && part.to >= to))
        .map((lane) => lane.server)
    const servers = during(isPrimary)
    if (servers.length < 2) return
    const accepting = { servers: during((kind) => kind !== 'closed' && isPrimary(kind)), for: to - from }
    const last = overlaps.at(-1)
    if (last && last.to === from && last.servers.join() === servers.join())
      overlaps[overlaps.length - 1] = { ...last, to, accepting: longer(last.accepting, accepting) }
    else overlaps.push({ from, to, servers, accepting: [accepting] })
  })
  return overlaps
}

/** One more stretch behind the others; it lengthens the last one when the same servers take writes. */
function longer(stretches: Overlap['accepting'], next: Overlap['accepting'][number]): Overlap['accepting'] {
  const last = stretches.at(-1)
  if (last === undefined || last.servers.join() !== next.servers.join()) return [...stretches, next]
  return [...stretches.slice(0, -1), { ...last, for: last.for + next.for }]
}

/** The life of every server on one time axis, with the stretches of a cut network and of too many primaries. */
export function lanesView(run: Run): Lanes {
  const end = run.scenario.durationMs * 1000
  const lanes = lanesOf(run, end)
  return { end, lanes, cuts: cutsOf(run, end), overlaps: overlapsOf(lanes) }
}
