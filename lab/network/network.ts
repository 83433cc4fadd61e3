import type { Actions, Verb } from '@/lib/sim/faults/faults'
import type { ProcessKind } from '@/lib/sim/scenario/process'
import type { Action } from '@/lib/sim/scenario/scenario'
import type { Endpoint } from '../writer/protocol'

/** The verbs of what changes who can reach whom. */
const NETWORK_VERBS = ['partition', 'cut', 'heal'] as const satisfies readonly Verb[]

/** What changes who can reach whom. */
export type NetworkAction = Actions[(typeof NETWORK_VERBS)[number]]

export function isNetworkAction(action: Action): action is NetworkAction {
  return NETWORK_VERBS.some((verb) => verb in action)
}

/** Hosts with addresses of their own, and what lies between them. */
export interface Network {
  readonly kind: 'namespaces' | 'loopback'
  /** Where the other hosts reach a process. */
  endpoint(host: string, kind: 'redis' | 'sentinel'): Endpoint
  /** Where a process of this host listens, and whence it connects. */
  localAddress(host: string): string
  /** Where the operator reaches a process, whatever is cut. */
  direct(host: string, kind: 'redis' | 'sentinel'): Endpoint
  /** The words before a command that make it run on this host. */
  on(host: string): readonly string[]
  /** The words before a command that make it run where all hosts are in reach. */
  readonly everywhere: readonly string[]
  /** Of the processes that the network is made of. */
  readonly pids: readonly number[]
  /** Links take their time from now on. The cluster is built without delay: a slow link would make it wait for minutes. */
  slowDown(): void
  /** So many changes will come. */
  prepare(changes: number): void
  apply(action: NetworkAction): Promise<void>
  /** This process is on its way up. */
  started(host: string, kind: 'redis' | 'sentinel'): void
  /** These processes die in a moment: what they sent and is still on its way dies with them. */
  forget(host: string, kinds: readonly ProcessKind[]): void
}

export const PORTS = { redis: 6379, sentinel: 26379 } as const

/** Every pair of hosts in different groups, in both directions. */
export function pairsBetween(groups: readonly (readonly string[])[]): readonly (readonly [string, string])[] {
  return groups.flatMap((group, index) =>
    groups.flatMap((other, otherIndex) =>
      index === otherIndex ? [] : group.flatMap((from) => other.map((to) => [from, to] as const)),
    ),
  )
}
