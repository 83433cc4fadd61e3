import { REDIS_DEFAULTS } from '../../defaults'
import { eventsOf, type Found } from '../events'
import type { Moment, MomentOf } from '../moment'
import { lostBy, type Story } from './story'

/** Replicas that load the same data this close to each other are one moment, µs. */
const TOGETHER = 2_000_000

/** Whether a server has last come back with no data at all, and as a primary. */
function cameBackEmpty(story: Story, server: string, at: number): boolean {
  const boot = eventsOf(story.run, 'boot').findLast(({ event }) => event.server === server && event.at <= at)
  return boot !== undefined && boot.event.role === 'primary' && boot.event.writes === 0
}

/** Each full copy that threw writes away; copies of one source that come close together are one moment. */
function erasures(story: Story): Moment[] {
  const moments: MomentOf<'erased'>[] = []
  for (const { event, index } of eventsOf(story.run, 'load')) {
    if (event.discarded === 0) continue
    const last = moments.at(-1)
    const lost = lostBy(story.verdict, index)
    if (last && last.of === event.primary && event.at - last.at <= TOGETHER && !last.hosts.includes(event.replica)) {
      moments[moments.length - 1] = {
        ...last,
        at: event.at,
        index,
        hosts: [...last.hosts, event.replica],
        lost: last.lost + lost,
      }
    } else {
      const { at, primary: of, discarded } = event
      moments.push({
        code: 'erased',
        at,
        index,
        hosts: [event.replica],
        of,
        lost,
        discarded,
        empty: cameBackEmpty(story, of, at),
      })
    }
  }
  return moments
}

/** A server that has been primary for less than this has only just become one, µs. */
const FRESH = 1_000_000
/** A new primary without replicas for less than this is on its way to having some, µs. */
const WORTH_TELLING = 3_000_000

/** Until when a gate that closed stays closed. */
function reopened(story: Story, server: string, from: number): number {
  const open = eventsOf(story.run, 'gate').find(({ event }) => event.server === server && event.at > from && event.open)
  return open?.event.at ?? story.lanes.end
}

function gateClosed(story: Story, { event, index }: Found<'gate'>): Moment[] {
  const { at, server, good, needed } = event
  const lane = story.lanes.lanes.find((candidate) => candidate.server === server)
  const reign = lane?.segments.find((segment) => segment.kind === 'primary' && segment.from <= at && segment.to > at)
  const fresh = reign !== undefined && reign.from > 0 && at - reign.from < FRESH
  if (fresh && reopened(story, server, at) - at < WORTH_TELLING) return []
  const conf = story.run.scenario.hosts[server]?.redis?.conf
  const lag = (conf?.['min-replicas-max-lag'] ?? REDIS_DEFAULTS['min-replicas-max-lag']) * 1_000_000
  const refused = story.verdict.writes.filter((write) => write.error === 'NOREPLICAS' && write.server === server).length
  return [{ code: 'gate-closed', at, index, server, good, needed, lag, fresh, refused }]
}

/** The first time each gate closes, and opens again. */
function gates(story: Story): Moment[] {
  const open = new Map<string, boolean>()
  const seen = new Set<string>()
  return eventsOf(story.run, 'gate').flatMap((found): Moment[] => {
    const { event, index } = found
    const wasOpen = open.get(event.server) ?? true
    open.set(event.server, event.open)
    const change = `${event.server} ${event.open}`
    if (wasOpen === event.open || seen.has(change)) return []
    seen.add(change)
    if (!event.open) return gateClosed(story, found)
    return [{ code: 'gate-open', at: event.at, index, server: event.server, good: event.good }]
  })
}

/** Moments at which a server threw data away or closed its gate. */
export function serverMoments(story: Story): Moment[] {
  return [...erasures(story), ...gates(story)]
}
