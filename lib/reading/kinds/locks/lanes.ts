import type { Run } from '@/lib/sim/outputs'
import { eventsOf } from '../../events'
import type { Lane, Lanes, Segment } from '../../film/lanes'
import { type Belief, judgeLocks } from '../../verdict/locks'

/** The lanes of the servers with one for each client that takes a lock, and with the time of two owners in place of that of two primaries. */
export function withOwners(run: Run, lanes: Lanes): Lanes {
  const { beliefs, overlaps } = judgeLocks(run)
  const clients = Object.keys(run.scenario.hosts).filter((host) => run.scenario.hosts[host]?.client?.lock)
  const lives = clients.map((host) => laneOf(run, host, beliefs, lanes.end))
  return {
    ...lanes,
    lanes: [...lanes.lanes, ...lives],
    overlaps: overlaps.map(({ from, until: to, owners }) => {
      return { from, to, servers: owners, accepting: [{ servers: owners, for: to - from }] }
    }),
  }
}

/** One client: when it believes that it owns the lock, for how long of that it is right, and when it stands or is dead. */
function laneOf(run: Run, host: string, beliefs: readonly Belief[], end: number): Lane {
  const own = beliefs.filter(({ owner }) => owner === host)
  const stops = eventsOf(run, 'kill', 'start', 'pause', 'resume').flatMap(({ event }) =>
    event.host === host && event.process === 'client' ? [event] : [],
  )
  const edges = [
    0,
    end,
    ...stops.map(({ at }) => at),
    ...own.flatMap(({ from, until, entitledUntil }) => [from, until, entitledUntil]),
  ]
  const instants = [...new Set(edges)].filter((at) => at >= 0 && at <= end).toSorted((a, b) => a - b)
  const kindAt = (at: number): Segment['kind'] => {
    const stopped = stops.findLast((event) => event.at <= at)?.type
    if (stopped === 'kill') return 'down'
    if (stopped === 'pause') return 'frozen'
    const belief = own.find(({ from, until }) => from <= at && at < until)
    if (belief === undefined) return 'without'
    return at < belief.entitledUntil ? 'owner' : 'overdue'
  }
  const segments: Segment[] = []
  for (const [index, from] of instants.slice(0, -1).entries()) {
    const [to, kind, last] = [instants[index + 1] ?? end, kindAt(from), segments.at(-1)]
    if (last?.kind === kind) segments[segments.length - 1] = { ...last, to }
    else segments.push({ from, to, kind })
  }
  return { server: host, segments }
}
