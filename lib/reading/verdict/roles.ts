import type { EventOf, JournalEvent, Role } from '@/lib/sim/journal'

/** A replica became a primary. Times are milliseconds. */
export interface Failover {
  /** Whom it replaced: the primary of the sentinel that ordered it, or the one it followed. */
  readonly from: string | null
  readonly to: string
  /** Configuration epoch; null when no sentinel ordered it. */
  readonly epoch: number | null
  /** The sentinel that ordered it; null when a person did. */
  readonly leader: string | null
  readonly promotedAtMs: number
  /** When each sentinel first named the new primary to a client that asks; those that never did are absent. */
  readonly switchedAtMs: Readonly<Record<string, number>>
}

/** A primary became a replica, at `atMs`. */
export interface Demotion {
  readonly atMs: number
  readonly host: string
  /** How it caught up with its new primary; null when that was not decided by the end. */
  readonly resync: 'full' | 'partial' | null
}

/** All promotions, in their order. */
export function failovers(events: readonly JournalEvent[]): readonly Failover[] {
  const found: Failover[] = []
  for (const [index, event] of events.entries()) {
    if (event.type === 'promoted') {
      const from = writableBefore(events, index)
      const promotedAtMs = event.at / 1000
      if (from !== event.host) found.push({ from, to: event.host, epoch: null, leader: null, promotedAtMs, switchedAtMs: {} })
    }
    if (event.type !== 'role' || event.role !== 'primary') continue
    const epoch = event.sentinel === null ? null : epochOf(events, index, event.sentinel)
    found.push({
      from: event.sentinel === null ? followedBefore(events, index, event.host) : namedBefore(events, index, event.sentinel),
      to: event.host,
      epoch,
      leader: event.sentinel,
      promotedAtMs: event.at / 1000,
      switchedAtMs: switches(events, index, event.host, epoch),
    })
  }
  return found
}

/** All demotions, in their order. */
export function demotions(events: readonly JournalEvent[]): readonly Demotion[] {
  const roles = new Map<string, Role>()
  const found: Demotion[] = []
  for (const [index, event] of events.entries()) {
    if (event.type === 'settled') {
      for (const { host, role } of event.servers) roles.set(host, role)
    } else if (event.type === 'boot' || event.type === 'role') {
      if (event.type === 'role' && event.role === 'replica' && roles.get(event.host) === 'primary') {
        found.push({ atMs: event.at / 1000, host: event.host, resync: resyncAfter(events, index, event.host) })
      }
      roles.set(event.host, event.role)
    }
  }
  return found
}

/** What the next primary that answered its PSYNC decided, unless it changed its role before. */
function resyncAfter(events: readonly JournalEvent[], from: number, host: string): Demotion['resync'] {
  for (let index = from + 1; index < events.length; index += 1) {
    const event = events[index]
    if (event === undefined || endsFollowing(event, host)) return null
    if (event.type === 'psync' && event.replica === host && event.outcome !== 'refused') {
      return event.outcome === 'full' ? 'full' : 'partial'
    }
  }
  return null
}

/** Whether this server no longer follows anyone: it dies or is promoted. */
function endsFollowing(event: JournalEvent, host: string): boolean {
  if (event.type === 'role') return event.host === host && event.role === 'primary'
  return event.type === 'kill' && event.process === 'redis' && event.host === host
}

/** The last epoch in which this sentinel tried. */
function epochOf(events: readonly JournalEvent[], before: number, sentinel: string): number | null {
  for (let index = before - 1; index >= 0; index -= 1) {
    const event = events[index]
    if (event?.type === 'sentinel' && event.host === sentinel && TRIES.has(event.event) && event.epoch !== undefined)
      return event.epoch
  }
  return null
}

const TRIES: ReadonlySet<EventOf<'sentinel'>['event']> = new Set([
  '+new-epoch',
  '+try-failover',
  '+elected-leader',
  '+vote-for-leader',
])

function namedBefore(events: readonly JournalEvent[], before: number, sentinel: string): string | null {
  for (let index = before - 1; index >= 0; index -= 1) {
    const event = events[index]
    if (event?.type === 'belief' && event.host === sentinel) return event.primary
    if (event?.type === 'settled') return event.sentinels.find(({ host }) => host === sentinel)?.primary ?? null
  }
  return null
}

/** Of the servers of MySQL, the one that was made writable last. */
function writableBefore(events: readonly JournalEvent[], before: number): string | null {
  const last = events.slice(0, before).findLast(({ type }) => type === 'promoted')
  if (last !== undefined) return last.host
  return events.find((event) => event.type === 'mysql-up' && event.writable)?.host ?? null
}

function followedBefore(events: readonly JournalEvent[], before: number, server: string): string | null {
  for (let index = before - 1; index >= 0; index -= 1) {
    const event = events[index]
    if ((event?.type === 'role' || event?.type === 'boot') && event.host === server) return event.of
    if (event?.type === 'settled') return event.servers.find(({ host }) => host === server)?.of ?? null
  }
  return null
}

/** From the promotion on, until the epoch is over: the first time each sentinel names the promoted server. */
function switches(
  events: readonly JournalEvent[],
  from: number,
  to: string,
  epoch: number | null,
): Readonly<Record<string, number>> {
  const found: Record<string, number> = {}
  for (let index = from; index < events.length; index += 1) {
    const event = events[index]
    if (event?.type !== 'belief' || event.primary !== to || (epoch !== null && event.epoch !== epoch)) continue
    found[event.host] ??= event.at / 1000
  }
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)))
}
