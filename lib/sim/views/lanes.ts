import type { JournalEvent, Role, Run } from '../journal'
import type { Groups } from './frame'

/** A stretch of one server's life on the time axis, microseconds. */
export interface Segment {
  readonly from: number
  readonly to: number
  readonly kind: 'primary' | 'replica' | 'frozen' | 'down'
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
}

function kindOf(life: Life): Segment['kind'] {
  if (!life.up) return 'down'
  return life.frozen ? 'frozen' : life.role
}

/** What an event changes in the life of one server; null when it changes nothing. */
function change(event: JournalEvent): { server: string; life: Partial<Life> } | null {
  switch (event.type) {
    case 'boot':
    case 'role':
      return { server: event.server, life: { role: event.role } }
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
    lives.set(name, { role: host.redis.replicaOf === undefined ? 'primary' : 'replica', up: true, frozen: false })
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
    const servers = lanes
      .filter((lane) => lane.segments.some((part) => part.kind === 'primary' && part.from <= from && part.to >= to))
      .map((lane) => lane.server)
    if (servers.length < 2) return
    const last = overlaps.at(-1)
    if (last && last.to === from && last.servers.join() === servers.join()) overlaps[overlaps.length - 1] = { ...last, to }
    else overlaps.push({ from, to, servers })
  })
  return overlaps
}

/** The life of every server on one time axis, with the stretches of a cut network and of too many primaries. */
export function lanesView(run: Run): Lanes {
  const end = run.scenario.durationMs * 1000
  const lanes = lanesOf(run, end)
  return { end, lanes, cuts: cutsOf(run, end), overlaps: overlapsOf(lanes) }
}
