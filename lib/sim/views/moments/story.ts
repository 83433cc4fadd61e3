import type { Run } from '../../journal'
import type { Verdict } from '../../verdict/verdict'
import type { Frames } from '../frame'
import type { Lanes, Segment } from '../lanes'

/** What the moments are found in. */
export interface Story {
  readonly run: Run
  readonly verdict: Verdict
  readonly lanes: Lanes
  readonly frames: Frames
}

/** Commands that order a failover or a new role. */
export const ORDERS = /^(sentinel\s+failover|failover|replicaof|slaveof)\b/i

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
  const primaries = lanes.lanes.flatMap((lane) =>
    lane.segments
      .filter((segment) => lane.server !== except && segment.kind === 'primary' && segment.from < at && segment.to >= at)
      .map((segment) => ({ server: lane.server, from: segment.from })),
  )
  return primaries.sort((a, b) => a.from - b.from)[0]?.server ?? null
}

export function lostBy(verdict: Verdict, index: number): number {
  return verdict.writes.filter((write) => write.lostBy === index).length
}
