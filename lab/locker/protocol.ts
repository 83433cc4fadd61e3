import type { LockClient } from '@/lib/sim/kinds/lock/spec'
import type { Endpoint } from '../writer/connection'

/** What the lab tells a client that takes a lock, a line of JSON each. */
export type ToLocker =
  | {
      readonly type: 'begin'
      readonly host: string
      readonly spec: LockClient
      /** By host. */
      readonly servers: Readonly<Record<string, Endpoint>>
      readonly sentinels: Readonly<Record<string, Endpoint>>
      /** To which it is connected at time zero, where it takes its lock on one. */
      readonly primary: string
      /** Replicas of that. */
      readonly replicas: number
      /** The resource that it writes to; null for none. */
      readonly resource: Endpoint | null
      /** Whence it connects, where hosts are told apart by address alone. */
      readonly localAddress: string | null
      /** The file to which it writes what it sees, a line of JSON each: survives its death. */
      readonly log: string
    }
  /** Time zero, nanoseconds of the monotonic clock. */
  | { readonly type: 'zero'; readonly nanos: string }
  | { readonly type: 'stop' }

export type FromLocker = { readonly type: 'ready' }

export type LockerBegin = Extract<ToLocker, { type: 'begin' }>
