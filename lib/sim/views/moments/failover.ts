import { REDIS_DEFAULTS, SENTINEL_DEFAULTS } from '../../defaults'
import { eventsOf } from '../events'
import { reaches } from '../frame'
import type { Moment } from '../moment'
import { before, primaryBefore, type Story } from './story'

function sentinelHosts(story: Story): string[] {
  return Object.entries(story.run.scenario.hosts).flatMap(([name, host]) => (host.sentinel ? [name] : []))
}

function quorum(story: Story, sentinel: string): number {
  return story.run.scenario.hosts[sentinel]?.sentinel?.quorum ?? 1
}

/** The first time that enough sentinels agree, for each primary. */
function downs(story: Story): Moment[] {
  const seen = new Set<string>()
  return eventsOf(story.run, 'sentinel').flatMap(({ event, index }): Moment[] => {
    if (event.event !== '+odown' || seen.has(event.target)) return []
    seen.add(event.target)
    const conf = story.run.scenario.hosts[event.sentinel]?.sentinel?.conf
    const silence = (conf?.['down-after-milliseconds'] ?? SENTINEL_DEFAULTS['down-after-milliseconds']) * 1000
    const have = event.have ?? quorum(story, event.sentinel)
    return [{ code: 'down', at: event.at, index, host: event.target, have, sentinels: sentinelHosts(story).length, silence }]
  })
}

function failures(story: Story): Moment[] {
  const seen = new Set<string>()
  const sentinels = sentinelHosts(story).length
  return eventsOf(story.run, 'sentinel').flatMap(({ event, index }): Moment[] => {
    const { at, sentinel } = event
    if (seen.has(event.event)) return []
    seen.add(event.event)
    if (event.event === '-failover-abort-no-good-slave') return [{ code: 'no-good-replica', at, index, sentinel }]
    if (event.event !== '-failover-abort-not-elected') return []
    return [
      { code: 'not-elected', at, index, sentinel, votesNeeded: Math.max(Math.floor(sentinels / 2) + 1, quorum(story, sentinel)) },
    ]
  })
}

function priorityOf(story: Story, server: string): number {
  return story.run.scenario.hosts[server]?.redis?.conf['replica-priority'] ?? REDIS_DEFAULTS['replica-priority']
}

/** A replica that had more of the old primary's data than the promoted one, and the less preferred priority. */
function passedOver(story: Story, host: string, at: number, old: string | null): string | null {
  const { servers } = story.frames.at(at - 1)
  const own = servers[host]?.offset ?? 0
  const better = Object.entries(servers).filter(
    ([server, state]) =>
      server !== host && server !== old && state.up && state.offset > own && priorityOf(story, server) > priorityOf(story, host),
  )
  return better[0]?.[0] ?? null
}

function promotions(story: Story): Moment[] {
  return eventsOf(story.run, 'role').flatMap(({ event, index }): Moment[] => {
    if (event.role !== 'primary') return []
    const { at, server: host, sentinel } = event
    const alive = primaryBefore(story.lanes, at, host)
    const old = alive ?? formerPrimary(story, host, at)
    const reachable = alive !== null && reaches(story.frames.at(at), host, alive)
    const answered = story.verdict.writes.filter(
      (write) => write.server === old && write.answeredAt !== null && write.error === null,
    )
    const missing = answered.filter((write) => write.fate === 'lost' && (write.answeredAt ?? at) <= at).length
    return [
      {
        code: 'promoted',
        at,
        index,
        host,
        old,
        sentinel,
        alive: alive !== null,
        reachable,
        answering: alive !== null && answered.some((write) => (write.answeredAt ?? at) > at),
        missing,
        complete: missing === 0 && story.verdict.finalPrimary === host,
        passedOver: passedOver(story, host, at, old),
      },
    ]
  })
}

/** The last server that was primary before `at` and is one no more. */
function formerPrimary(story: Story, except: string, at: number): string | null {
  const former = story.lanes.lanes.flatMap((lane) =>
    lane.segments
      .filter((segment) => lane.server !== except && segment.kind === 'primary' && segment.to <= at)
      .map((segment) => ({ server: lane.server, to: segment.to })),
  )
  return former.sort((a, b) => b.to - a.to)[0]?.server ?? null
}

function demotions(story: Story): Moment[] {
  return eventsOf(story.run, 'role').flatMap(({ event, index }): Moment[] => {
    if (event.role !== 'replica' || event.of === null || before(story.lanes, event.server, event.at) !== 'primary') return []
    return [{ code: 'demoted', at: event.at, index, host: event.server, of: event.of, sentinel: event.sentinel }]
  })
}

/** Moments at which the sentinels, or an operator, changed who is the primary, or could not. */
export function failoverMoments(story: Story): Moment[] {
  return [...downs(story), ...failures(story), ...promotions(story), ...demotions(story)]
}
