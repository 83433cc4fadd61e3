import type { Actions, Verb } from '../faults/faults'
import type { SPECS } from '../kinds/specs'

/**
 * The scenario: the only input of the kernel and the only state of a demo.
 *
 * This is the shape after `parseScenario`: defaults are still absent (the kernel fills them from `defaults.ts`), names are
 * Redis' own post-5.0 names, sizes are bytes and switches are `yes` or `no`. All times of the scenario itself are milliseconds.
 */
export interface Scenario {
  readonly version: 1
  readonly name: string
  /** Every draw of chance derives from it. */
  readonly seed: number
  readonly durationMs: number
  readonly hosts: Readonly<Record<string, Host>>
  readonly network: Network
  readonly workload: readonly Workload[]
  readonly actions: readonly Action[]
}

/** What runs on one host: everything on it dies and is cut off together. */
export type Host = { readonly [Kind in ProcessKind]?: ReturnType<(typeof SPECS)[Kind]['read']> }

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
  /** Sends `WAIT replicas timeoutMs` behind each command, on the same connection. */
  readonly wait?: { readonly replicas: number; readonly timeoutMs: number }
}

/** Where a process lives: `r1` when its host runs one process, `h9.sentinel` when it runs several. */
export type Target = string

export type Action = Actions[Verb]

/** In the order in which messages name them; what each is, `kinds/` tells. */
export const PROCESS_KINDS = ['redis', 'sentinel', 'client'] as const

export type ProcessKind = (typeof PROCESS_KINDS)[number]
