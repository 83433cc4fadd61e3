import { eventsOf, type Found } from '../../events'
import type { Groups } from '../../film/frame'
import { isPrimary } from '../../film/lanes'
import type { Moment } from '../moment'
import { after, before, isOrder, primaryBefore, type Story } from './story'

function split(story: Story, { event, index }: Found<'partition'>): Moment {
  const { near, far } = sides(event.groups, primaryBefore(story.lanes, event.at))
  const hosts = Object.keys(story.run.scenario.hosts)
  return { code: 'split', at: event.at, index, near, far, rest: hosts.every((host) => near.includes(host) || far.includes(host)) }
}

/** The group that holds the primary, and everyone it can no longer reach. */
function sides(groups: Groups, primary: string | null): { near: readonly string[]; far: readonly string[] } {
  const near = groups.find((group) => primary !== null && group.includes(primary)) ?? groups[0] ?? []
  return { near, far: groups.flatMap((group) => (group === near ? [] : group)) }
}

function heal(story: Story, { event, index }: Found<'heal'>): Moment {
  const { at } = event
  const overlap = story.lanes.overlaps.find((stretch) => stretch.from <= at && stretch.to > at)
  const replaced = overlap?.servers.find((server) => isPrimary(before(story.lanes, server, overlap.from))) ?? null
  const until = replaced === null ? null : toldAt(story, replaced, at)
  // One that dies before it is told is never told, and is no primary at the end either.
  const toTheEnd = replaced !== null && isPrimary(before(story.lanes, replaced, story.lanes.end))
  return { code: 'heal', at, index, old: until !== null || toTheEnd ? replaced : null, until }
}

/** When a server that is a primary at `at` is made a replica without dying before; null when it is not. */
function toldAt({ run }: Story, server: string, at: number): number | null {
  const told = eventsOf(run, 'role').find(({ event }) => event.host === server && event.at >= at)
  const died = eventsOf(run, 'kill').find(({ event }) => event.host === server && event.process === 'redis' && event.at >= at)
  if (told === undefined || told.event.role !== 'replica') return null
  return died !== undefined && died.index < told.index ? null : told.event.at
}

function stopped(story: Story, { event, index }: Found<'kill' | 'pause' | 'resume'>): Moment[] {
  if (event.process !== 'redis') return []
  const { at, host } = event
  const kind = event.type === 'resume' ? after(story.lanes, host, at) : before(story.lanes, host, at)
  const primary = isPrimary(kind)
  if (event.type !== 'kill') return [{ code: event.type, at, index, host, primary }]
  const answered = story.verdict.writes.filter(
    (write) => write.server === host && write.error === null && (write.answeredAt ?? at + 1) <= at,
  )
  const stranded = answered.filter(({ replicatedAt }) => replicatedAt === null || replicatedAt > at).length
  return [{ code: 'kill', at, index, host, primary, stranded, complete: answered.length > 0 && stranded === 0 }]
}

function started(story: Story, { event, index }: Found<'boot'>): Moment[] {
  const kill = eventsOf(story.run, 'kill').findLast(({ event: killed }) => killed.host === event.host && killed.at <= event.at)
  if (!kill) return []
  const { at, host, role, loaded, writes } = event
  const successor = role === 'primary' ? primaryBefore(story.lanes, at, host) : null
  return [{ code: 'start', at, index, host, role, loaded, writes, away: at - kill.event.at, successor }]
}

/** Moments at which the reader of the scenario, not Redis, did something. */
export function faultMoments(story: Story): Moment[] {
  const { run } = story
  return [
    ...eventsOf(run, 'partition').map((found) => split(story, found)),
    ...eventsOf(run, 'cut').map(
      ({ event, index }): Moment => ({ code: 'one-way', at: event.at, index, from: event.from, to: event.to }),
    ),
    ...eventsOf(run, 'heal').map((found) => heal(story, found)),
    ...eventsOf(run, 'kill', 'pause', 'resume').flatMap((found) => stopped(story, found)),
    ...eventsOf(run, 'boot').flatMap((found) => started(story, found)),
    ...commands(story),
  ]
}

/** Commands that order a failover or a new role, at the moment they were typed. */
function commands(story: Story): Moment[] {
  return eventsOf(story.run, 'reply').flatMap(({ event, index }): Moment[] => {
    if (!isOrder(event)) return []
    return [{ code: 'command', at: event.at - event.took, index, on: event.on, command: event.command }]
  })
}
