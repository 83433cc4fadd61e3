import { REDIS_DEFAULTS } from '@/lib/sim/defaults'
import { eventsOf, type Found } from '../../events'
import type { Moment, MomentOf } from '../moment'
import { lostBy, reignFrom, type Story } from './story'

/** Replicas that load the same data this close to each other are one moment, µs. */
const TOGETHER = 2_000_000

/** Whether a server has last come back with no data at all, and as a primary. */
function cameBackEmpty(story: Story, server: string, at: number): boolean {
  const boot = eventsOf(story.run, 'boot').findLast(({ event }) => event.host === server && event.at <= at)
  return boot !== undefined && boot.event.role === 'primary' && boot.event.writes === 0
}

/** Each full copy that threw writes away; copies of one source that come close together are one moment. */
function erasures(story: Story): Moment[] {
  const moments: MomentOf<'erased'>[] = []
  for (const { event, index } of eventsOf(story.run, 'load')) {
    if (event.discarded === 0) continue
    const last = moments.at(-1)
    const lost = lostBy(story.verdict, index)
    if (last && last.of === event.primary && event.at - last.at <= TOGETHER && !last.hosts.includes(event.host)) {
      moments[moments.length - 1] = {
        ...last,
        at: event.at,
        index,
        hosts: [...last.hosts, event.host],
        lost: last.lost + lost,
        discarded: last.discarded + event.discarded,
      }
    } else {
      const { at, primary: of, discarded } = event
      moments.push({
        code: 'erased',
        at,
        index,
        hosts: [event.host],
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
  const open = eventsOf(story.run, 'gate').find(({ event }) => event.host === server && event.at > from && event.open)
  return open?.event.at ?? story.lanes.end
}

function gateClosed(story: Story, { event, index }: Found<'gate'>): Moment[] {
  const { at, host: server, good, needed } = event
  const segments = story.lanes.lanes.find((lane) => lane.server === server)?.segments ?? []
  const from = reignFrom(
    segments,
    segments.findIndex((part) => part.from <= at && part.to > at),
  )
  const fresh = from !== null && from > 0 && at - from < FRESH
  if (fresh && reopened(story, server, at) - at < WORTH_TELLING) return []
  const conf = story.run.scenario.hosts[server]?.redis?.conf
  const lag = (conf?.['min-replicas-max-lag'] ?? REDIS_DEFAULTS['min-replicas-max-lag']) * 1_000_000
  return [{ code: 'gate-closed', at, index, server, good, needed, lag, silent: silentReplicas(story, server, index, good) }]
}

/**
 * Replicas that a server has attached at an event of its gate and does not count as good: it has not heard from them for too long. It
 * counts in whole seconds of its clock (R50); the journal tells how many are good, and those are the ones heard last.
 */
function silentReplicas(story: Story, server: string, until: number, good: number): readonly string[] {
  const heard = new Map<string, number>()
  for (const { event } of eventsOf(story.run, 'settled'))
    for (const { host, of } of event.servers) if (of === server) heard.set(host, 0)
  for (const { event, index } of eventsOf(story.run, 'replica-online', 'replica-lost', 'ack', 'boot')) {
    if (index > until) break
    // A server that has started again has no replicas yet.
    if (event.type === 'boot') {
      if (event.host === server) heard.clear()
      continue
    }
    if (event.host !== server) continue
    if (event.type === 'replica-lost') heard.delete(event.replica)
    else heard.set(event.replica, event.at)
  }
  const longest = [...heard].sort((a, b) => a[1] - b[1])
  return longest
    .slice(0, Math.max(0, heard.size - good))
    .map(([replica]) => replica)
    .sort()
}

/** The first time each gate closes, and opens again; of a gate whose closing is not worth telling the opening is not either. */
function gates(story: Story): Moment[] {
  const shut = new Map<string, { told: boolean }>()
  const seen = new Set<string>()
  return eventsOf(story.run, 'gate').flatMap((found): Moment[] => {
    const { event, index } = found
    const closing = shut.get(event.host)
    if (event.open === (closing === undefined)) return []
    const once = (moments: Moment[]): Moment[] => {
      const change = `${event.host} ${event.open}`
      if (moments.length === 0 || seen.has(change)) return []
      seen.add(change)
      return moments
    }
    if (!event.open) {
      const moments = gateClosed(story, found)
      shut.set(event.host, { told: moments.length > 0 })
      return once(moments)
    }
    shut.delete(event.host)
    const { at, host: server, good } = event
    return closing?.told ? once([{ code: 'gate-open', at, index, server, good }]) : []
  })
}

/** Moments at which a server threw data away or closed its gate. */
export function serverMoments(story: Story): Moment[] {
  return [...erasures(story), ...gates(story)]
}
