import { REDIS_DEFAULTS } from '@/lib/sim/defaults'
import type { JournalEvent } from '@/lib/sim/journal'
import { eventsOf, eventsWith, type Found, type Rows, rowOf } from '../../events'
import type { Instant, MomentKind, Story } from '../kind'
import { reignFrom } from './story'

/**
 * The first time that a gate closes. `silent`: replicas that are attached and have not been heard from for longer than
 * `min-replicas-max-lag`, `lag` µs.
 */
interface GateClosed extends Instant {
  readonly server: string
  readonly good: number
  readonly needed: number
  readonly lag: number
  readonly silent: readonly string[]
}

export const gateClosed: MomentKind<GateClosed> = {
  weight: 88,
  told: 'always',
  find: (story) =>
    firstOfEach(closings(story)).map(({ event: { at, host: server, good, needed }, index }) => {
      const conf = story.run.scenario.hosts[server]?.redis?.conf
      const lag = (conf?.['min-replicas-max-lag'] ?? REDIS_DEFAULTS['min-replicas-max-lag']) * 1_000_000
      return { at, index, server, good, needed, lag, silent: silentReplicas(story, server, index, good) }
    }),
}

/** A server that has been primary for less than this has only just become one, µs. */
const FRESH = 1_000_000
/** A new primary without replicas for less than this is on its way to having some, µs. */
const WORTH_TELLING = 3_000_000

/** Each gate that closes, was open before, and is worth telling. */
function closings(story: Story): readonly Found<'gate'>[] {
  return turnsOf(story).filter((found) => !found.event.open && isWorthTelling(story, found))
}

/** Each gate that opens after a closing that is worth telling. */
export function openings(story: Story): readonly Found<'gate'>[] {
  const turns = turnsOf(story)
  return turns.filter(({ event, index }) => {
    const closing = turns.findLast((other) => other.event.host === event.host && other.index < index)
    return event.open && closing !== undefined && isWorthTelling(story, closing)
  })
}

/** The first of each server. */
export function firstOfEach(found: readonly Found<'gate'>[]): readonly Found<'gate'>[] {
  return found.filter(({ event }, place) => found.findIndex((other) => other.event.host === event.host) === place)
}

/** Where a gate closes or opens; it is open before it is heard of. */
function turnsOf({ run }: Story): readonly Found<'gate'>[] {
  const shut = new Set<string>()
  return eventsOf(run, 'gate').filter(({ event: { host, open } }) => {
    if (open !== shut.has(host)) return false
    if (open) shut.delete(host)
    else shut.add(host)
    return true
  })
}

/** Whether a gate stays closed, or is that of a server that has been primary for a while. */
function isWorthTelling({ run, lanes }: Story, { event: { at, host } }: Found<'gate'>): boolean {
  const segments = lanes.lanes.find((lane) => lane.server === host)?.segments ?? []
  const from = reignFrom(
    segments,
    segments.findIndex((part) => part.from <= at && part.to > at),
  )
  const fresh = from !== null && from > 0 && at - from < FRESH
  const reopened = eventsOf(run, 'gate').find(({ event }) => event.host === host && event.at > at && event.open)
  return !fresh || (reopened?.event.at ?? lanes.end) - at >= WORTH_TELLING
}

/** When a server last heard from each of its replicas. */
type Heard = Map<string, number>

const HEARD: Partial<Rows<[server: string, Heard], void>> = {
  settled({ servers }, server, heard) {
    for (const { host, of } of servers) if (of === server) heard.set(host, 0)
  },
  'replica-online': hear,
  ack: hear,
  'replica-lost'({ host, replica }, server, heard) {
    if (host === server) heard.delete(replica)
  },
  // A server that has started again has no replicas yet.
  boot({ host }, server, heard) {
    if (host === server) heard.clear()
  },
}

function hear({ at, host, replica }: JournalEvent & { host: string; replica: string }, server: string, heard: Heard): void {
  if (host === server) heard.set(replica, at)
}

/**
 * Replicas that a server has attached at an event of its gate and does not count as good: it has not heard from them for too long. It
 * counts in whole seconds of its clock (R50); the journal tells how many are good, and those are the ones heard last.
 */
function silentReplicas({ run }: Story, server: string, until: number, good: number): readonly string[] {
  const heard: Heard = new Map()
  for (const { event, index } of eventsWith(run, HEARD)) {
    if (index > until) break
    rowOf(HEARD, event)?.(event, server, heard)
  }
  const longest = [...heard].sort((a, b) => a[1] - b[1])
  return longest
    .slice(0, Math.max(0, heard.size - good))
    .map(([replica]) => replica)
    .sort()
}
