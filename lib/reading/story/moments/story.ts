import type { EventOf, SentinelEventName } from '@/lib/sim/journal'
import type { Run } from '@/lib/sim/outputs'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import { eventsOf, type Found } from '../../events'
import { isPrimary, type Lanes, type Segment } from '../../film/lanes'
import { isServer } from '../../servers'
import type { Instant, Story } from '../kind'

const ORDERS: ReadonlySet<string> = new Set(['FAILOVER', 'REPLICAOF', 'SLAVEOF', 'SENTINEL FAILOVER'])

/** A typed command as it is spoken of: `WAIT`, `SENTINEL FAILOVER`. */
export function commandName({ name, args }: EventOf<'reply'>): string {
  return name === 'SENTINEL' ? `${name} ${args[0]?.toUpperCase() ?? ''}` : name
}

/** The command that a client sends behind a write to learn how many have it. */
export type WaitName = 'WAIT' | 'WAITAOF'

/** What the clients of a scenario wait with. */
export function waitName({ workload }: Scenario): WaitName {
  return workload.some(({ wait }) => wait?.local !== undefined) ? 'WAITAOF' : 'WAIT'
}

/** Whether a typed command orders a failover or a new role. */
export function isOrder(event: EventOf<'reply'>): boolean {
  return ORDERS.has(commandName(event))
}

/** What a server was in the stretch that ends at `at` or holds it. */
export function before(lanes: Lanes, server: string, at: number): Segment['kind'] | null {
  const lane = lanes.lanes.find((candidate) => candidate.server === server)
  return lane?.segments.find((segment) => segment.from < at && segment.to >= at)?.kind ?? null
}

/** What a server is from `at` on. */
export function after(lanes: Lanes, server: string, at: number): Segment['kind'] | null {
  const lane = lanes.lanes.find((candidate) => candidate.server === server)
  return lane?.segments.find((segment) => segment.from <= at && segment.to > at)?.kind ?? null
}

/** The server that has been primary the longest just before `at`, leaving one out. */
export function primaryBefore(lanes: Lanes, at: number, except: string | null = null): string | null {
  const primaries = lanes.lanes.flatMap((lane) => {
    const now = lane.server === except ? -1 : lane.segments.findIndex((part) => part.from < at && part.to >= at)
    const from = reignFrom(lane.segments, now)
    return from === null ? [] : [{ server: lane.server, from }]
  })
  return primaries.sort((a, b) => a.from - b.from)[0]?.server ?? null
}

/** Since when the primary of this stretch has been one, its gate open or shut; null where it is none. */
export function reignFrom(segments: readonly Segment[], index: number): number | null {
  let first = index
  if (!isPrimary(segments[index]?.kind ?? null)) return null
  while (isPrimary(segments[first - 1]?.kind ?? null)) first -= 1
  return segments[first]?.from ?? null
}

/** Whether it was done to a server, not to another process on its host. */
export function toServer({ event }: Found<'kill' | 'pause' | 'resume'>): boolean {
  return isServer(event.process)
}

/** The first event of this name in the log of any sentinel; none or one. */
export function firstLogged(run: Run, name: SentinelEventName): readonly Found<'sentinel'>[] {
  return eventsOf(run, 'sentinel')
    .filter(({ event }) => event.event === name)
    .slice(0, 1)
}

/** How many sentinels there are. */
export function sentinelsOf({ hosts }: Scenario): number {
  return Object.values(hosts).filter(({ sentinel }) => sentinel !== undefined).length
}

export function quorumOf({ hosts }: Scenario, sentinel: string): number {
  return hosts[sentinel]?.sentinel?.quorum ?? 1
}

/** The end of a run, and its last event. */
export function endOf({ run, lanes }: Story): Instant {
  return { at: lanes.end, index: Math.max(0, run.events.length - 1) }
}
