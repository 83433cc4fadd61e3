import type { Run } from '@/lib/sim/outputs'
import { eventsOf } from '../../events'
import type { Frames, LockStanding, LocksState, ResourceStanding } from '../../film/frame'
import { serversOf } from '../../servers'
import { type Belief, judgeLocks, type LockVerdict } from '../../verdict/locks'

/** The frames of a run with what is true, and believed, of its locks. `many`: clients take one on several servers that share nothing. */
export function withLocks(run: Run, frames: Frames, many: boolean): Frames {
  const verdict = judgeLocks(run)
  const asked = firstTries(run)
  const guarded = Object.keys(run.scenario.hosts).filter((host) => run.scenario.hosts[host]?.resource)
  const end = run.scenario.durationMs * 1000
  const clientsAt = (at: number) =>
    asked.filter(({ from }) => from <= at).map(({ host }) => [host, standing(verdict.beliefs, host, at, end)] as const)
  const locksAt = (at: number): LocksState => ({
    clients: Object.fromEntries(clientsAt(at)),
    keys: many ? keysAt(run, at) : {},
    resources: Object.fromEntries(guarded.map((host) => [host, resource(run, verdict, host, at)])),
  })
  return { at: (at) => ({ ...frames.at(at), locks: locksAt(at) }) }
}

/** When each client asked first. */
function firstTries(run: Run): readonly { readonly host: string; readonly from: number }[] {
  const first = new Map<string, number>()
  for (const { event } of eventsOf(run, 'lock-try')) if (!first.has(event.host)) first.set(event.host, event.at)
  return [...first].map(([host, from]) => ({ host, from }))
}

function standing(beliefs: readonly Belief[], host: string, at: number, end: number): LockStanding {
  const last = beliefs.findLast(({ owner, from }) => owner === host && from <= at)
  if (last === undefined) return { is: 'asks', overdue: false, token: null }
  const { until, entitledUntil, token } = last
  return at < until || until === end
    ? { is: 'owns', overdue: at > entitledUntil, token }
    : { is: 'left', overdue: false, token: null }
}

/** Whose key of a lock each server has, by its own clock. */
function keysAt(run: Run, at: number): LocksState['keys'] {
  const keys: Record<string, string | null> = Object.fromEntries(serversOf(run.scenario).map((host) => [host, null]))
  for (const { event } of eventsOf(run, 'lock-key', 'kill')) {
    if (event.at > at) break
    const stands = event.type === 'lock-key' && event.owner !== null && event.until > at
    keys[event.host] = stands ? takerOf(run, event.by) : null
  }
  return keys
}

/** The client that caused what a server did, by the first event on the way back that is of one. */
function takerOf(run: Run, by: number | null): string | null {
  const cause = by === null ? undefined : run.events[by]
  if (cause === undefined) return null
  const { host } = cause
  return host !== null && run.scenario.hosts[host]?.client ? host : takerOf(run, cause.by)
}

function resource(
  run: Run,
  { resource: { staleAccepted, staleRefused } }: LockVerdict,
  host: string,
  at: number,
): ResourceStanding {
  const { hosts } = run.scenario
  const came = eventsOf(run, 'guarded-write').filter(({ event }) => event.host === host && event.at <= at)
  const among = (indexes: readonly number[]): number => came.filter(({ index }) => indexes.includes(index)).length
  const taken = came.filter(({ event }) => event.accepted).length
  return {
    writers: Object.keys(hosts).filter((client) => hosts[client]?.client?.lock?.writesTo === host),
    fencing: hosts[host]?.resource?.fencing === true,
    largest: came.at(-1)?.event.largest ?? null,
    taken,
    refused: came.length - taken,
    staleTaken: among(staleAccepted),
    staleRefused: among(staleRefused),
  }
}
