import type { PathChange } from '@/lib/sim/core/network'
import type { ProcessKind } from '@/lib/sim/scenario/process'
import type { Endpoint } from '../writer/connection'

/** Hosts with addresses of their own, and what lies between them. */
export interface Network {
  readonly kind: 'namespaces' | 'loopback'
  /** Where the other hosts reach a process. */
  endpoint(host: string, kind: ServerKind): Endpoint
  /** Where a process of this host listens, and whence it connects. */
  localAddress(host: string): string
  /** Where the operator reaches a process, whatever is cut. */
  direct(host: string, kind: ServerKind): Endpoint
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
  change(change: PathChange): Promise<void>
  /** This process is on its way up. */
  started(host: string, kind: ServerKind): void
  /** These processes die in a moment: what they sent and is still on its way dies with them. */
  forget(host: string, kinds: readonly ProcessKind[]): void
}

export const PORTS = { redis: 6379, sentinel: 26379, mysql: 3306, resource: 7070 } as const

/** A kind of process that others connect to. */
export type ServerKind = keyof typeof PORTS

export const SERVER_KINDS = Object.keys(PORTS) as readonly ServerKind[]
