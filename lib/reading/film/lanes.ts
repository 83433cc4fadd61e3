import type { JournalEvent, Role, Run } from '@/lib/sim/journal'
import type { Groups } from './frame'

/** A stretch of one server's life on the time axis, microseconds. */
export interface Segment {
  readonly from: number
  readonly to: number
  /** `closed`: a primary that refuses writes, because its gate is shut. */
  readonly kind: 'primary' | 'closed' | 'replica' | 'frozen' | 'down'
}

/** Whether a server takes itself for the primary in such a stretch. */
export function isPrimary(kind: Segment['kind'] | null): boolean {
  return kind === 'primary' || kind === 'closed'
}

export interface Lane {
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
  /** The gate of `min-replicas-to-write` is shut. */
  shut: boolean
}

function kindOf(life: Life): Segment['kind'] {
  if (!life.up) return 'down'
  if (life.frozen) return 'frozen'
  return life.role === 'primary' && life.shut ? 'closed' : life.role
}

/** What an event changes in the life of one server; null when it changes nothing. */
function change(event: JournalEvent): { server: string; life: Partial<Life> } | null {
  switch (event.type) {
    case 'boot':
    case 'role':
      return { server: event.host, life: { role: event.role, shut: false } }
    case 'gate':
      return { server: event.host, life: { shut: !event.open } }
    case 'kill':
      return event.process === 'redis' ? { server: event.host, life: { up: false, frozen: false } } : null
    case 'start':
      return event.process === 'redis' ? { server: event.host, life: { up: true } } : null
    case 'pause':
    case 'resume':
      return event.process === 'redis' ? { server: event.host, life: { frozen: event.type === 'pause' } } : null
    default:
      return null
  }
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
    if (!host.redis) continue
    lives.set(name, { role: host.redis.replicaOf === undefined ? 'primary' : 'replica', up: true, frozen: false, shut: false })
    segments.set(name, [])
  }
  for (const event of run.events) {
    const changed = change(event)
    const life = changed && lives.get(changed.server)
    if (!changed || !life) continue
    close(changed.server, event.at)
    Object.assign(life, changed.life)
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

function cutsOf(run: Run, end: number): Cut[] {
  const cuts: Cut[] = []
  for (const event of run.events) {
    if (event.type !== 'partition' && event.type !== 'cut' && event.type !== 'heal') continue
    const last = cuts.at(-1)
    const open = last && last.to === end ? last : null
    if (open) cuts[cuts.length - 1] = { ...open, to: event.at }
    if (event.type === 'heal') continue
    const partitions = open?.partitions ?? []
    const oneWay = open?.oneWay ?? []
    const { at: from } = event
    if (event.type === 'partition') cuts.push({ from, to: end, partitions: [...partitions, event.groups], oneWay })
    else cuts.push({ from, to: end, partitions, oneWay: [...oneWay, { from: event.from, to: event.to }] })
  }
  return cuts.filter((cut) => cut.to > cut.from)
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
    const accepting = { servers: during((kind) => kind === 'primary'), for: to - from }
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
