import { REDIS_DEFAULTS, SENTINEL_DEFAULTS } from '@/lib/sim/defaults'
import { eventsOf } from '../../events'
import { reaches } from '../../film/frame'
import { isPrimary } from '../../film/lanes'
import type { Moment } from '../moment'
import { after, before, primaryBefore, type Story } from './story'

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
    const { at, host: sentinel, target: host } = event
    if (event.event !== '+odown' || seen.has(host)) return []
    seen.add(host)
    const conf = story.run.scenario.hosts[sentinel]?.sentinel?.conf
    const needed = (conf?.['down-after-milliseconds'] ?? SENTINEL_DEFAULTS['down-after-milliseconds']) * 1000
    const silence = wasSilent(story, sentinel, host, at, needed) ? needed : null
    const have = event.have ?? quorum(story, sentinel)
    return [{ code: 'down', at, index, host, have, sentinels: sentinelHosts(story).length, silence }]
  })
}

/** Whether a sentinel could hear nothing from a server for so long: it was dead or frozen, or the network between them was cut. */
function wasSilent(story: Story, sentinel: string, server: string, until: number, silence: number): boolean {
  const from = Math.max(0, until - silence)
  const turns = eventsOf(story.run, 'partition', 'cut', 'heal', 'kill', 'start', 'pause', 'resume').map(({ event }) => event.at)
  return [from, ...turns.filter((at) => at > from && at < until)].every((at) => {
    const frame = story.frames.at(at)
    const own = frame.servers[server]
    return !own?.up || own.frozen || !reaches(frame, sentinel, server) || !reaches(frame, server, sentinel)
  })
}

function failures(story: Story): Moment[] {
  const seen = new Set<string>()
  const sentinels = sentinelHosts(story).length
  return eventsOf(story.run, 'sentinel').flatMap(({ event, index }): Moment[] => {
    const { at, host: sentinel } = event
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

/**
 * A replica that had acknowledged writes which the promoted one lacked, and the less preferred priority; the sentinel that chose could
 * have chosen it.
 */
function passedOver(story: Story, promotion: number, at: number, host: string, sentinel: string | null): string | null {
  if (sentinel === null) return null
  const frame = story.frames.at(at)
  const better = story.fates.shortfalls.get(promotion)?.aheadOf.filter((server) => {
    const isReplica = frame.servers[server]?.role === 'replica'
    const near = reaches(frame, sentinel, server) && reaches(frame, server, sentinel)
    return isReplica && near && priorityOf(story, server) > priorityOf(story, host)
  })
  return better?.[0] ?? null
}

function promotions(story: Story): Moment[] {
  return eventsOf(story.run, 'role').flatMap(({ event, index }): Moment[] => {
    if (event.role !== 'primary') return []
    const { at, host, sentinel } = event
    const alive = primaryBefore(story.lanes, at, host)
    const { missing = 0, acknowledged = 0 } = story.fates.shortfalls.get(index) ?? {}
    return [
      {
        code: 'promoted',
        at,
        index,
        host,
        old: alive ?? formerPrimary(story, host, at),
        sentinel,
        goesOn: alive === null ? null : goesOn(story, alive, at),
        reachable: alive !== null && reaches(story.frames.at(at), host, alive),
        missing,
        acknowledged,
        passedOver: passedOver(story, index, at, host, sentinel),
      },
    ]
  })
}

/** What a primary that has just been replaced does with writes. */
function goesOn(story: Story, server: string, at: number): 'open' | 'closed' {
  return after(story.lanes, server, at) === 'closed' ? 'closed' : 'open'
}

/** The last server that was primary before `at` and is one no more. */
function formerPrimary(story: Story, except: string, at: number): string | null {
  const former = story.lanes.lanes.flatMap((lane) =>
    lane.segments
      .filter((segment) => lane.server !== except && isPrimary(segment.kind) && segment.to <= at)
      .map((segment) => ({ server: lane.server, to: segment.to })),
  )
  return former.sort((a, b) => b.to - a.to)[0]?.server ?? null
}

function demotions(story: Story): Moment[] {
  return eventsOf(story.run, 'role').flatMap(({ event, index }): Moment[] => {
    const { at, host, of, sentinel } = event
    const kind = before(story.lanes, host, at)
    if (event.role !== 'replica' || of === null || !isPrimary(kind)) return []
    return [{ code: 'demoted', at, index, host, of, sentinel, refusing: kind === 'closed' }]
  })
}

/** Moments at which the sentinels, or an operator, changed who is the primary, or could not. */
export function failoverMoments(story: Story): Moment[] {
  return [...downs(story), ...failures(story), ...promotions(story), ...demotions(story)]
}
