import type { Action } from '../faults/faults'
import type { Hosts } from '../kinds/host'
import type { Version } from '../kinds/redis/versions'

/**
 * The scenario: the only input of the kernel and the only state of a demo.
 *
 * This is the shape after `parseScenario`: defaults are still absent (the kernel fills them from `defaults.ts`), names are
 * Redis' own post-5.0 names, sizes are bytes and switches are `yes` or `no`. All times of the scenario itself are milliseconds.
 */
export interface Scenario {
  readonly version: 1
  readonly name: string
  /** The server whose rules its servers follow; absent: Redis 7.0. */
  readonly server?: Exclude<Version, 'redis-7.0'>
  /** Every draw of chance derives from it. */
  readonly seed: number
  readonly durationMs: number
  readonly hosts: Hosts
  readonly network: Network
  readonly workload: readonly Workload[]
  readonly actions: readonly Action[]
}

export interface Network {
  /** One way, between any two hosts without a link of their own. */
  readonly latencyMs: number
  readonly links: readonly Link[]
}

export interface Link {
  readonly between: readonly [string, string]
  readonly latencyMs: number
  /** Added to each delivery: uniform between 0 and this. */
  readonly jitterMs: number
}

export interface Workload {
  readonly client: string
  /** `{i}` becomes the number of the command, from 0. */
  readonly command: string
  readonly everyMs: number
  readonly fromMs: number
  readonly untilMs: number
  /** Sends `WAIT replicas timeoutMs` behind each command, on the same connection; with `local`, `WAITAOF local replicas timeoutMs`. */
  readonly wait?: { readonly local?: 0 | 1; readonly replicas: number; readonly timeoutMs: number }
}
