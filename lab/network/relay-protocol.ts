import type { Pair } from '@/lib/sim/core/network'
import type { Endpoint } from '../writer/connection'

/** One way into the relay: whoever connects to `listen` reaches `to`, the process of `host`, a while later. */
export interface Route {
  readonly listen: Endpoint
  readonly to: Endpoint
  readonly host: string
}

/** Between two hosts, one way; jitter is added to each delivery, uniform from 0. */
export interface Delay {
  readonly between: readonly [string, string]
  readonly latencyMs: number
  readonly jitterMs: number
}

export type ToRelay =
  | {
      readonly type: 'begin'
      readonly routes: readonly Route[]
      /** The host on which the relay runs; null when hosts are told apart by the address whence they connect. */
      readonly host: string | null
      /** By address: the host that connects from there. */
      readonly sources: Readonly<Record<string, string>>
      /** Whether a cut stops nothing but what the relay holds: then bytes that leave it are left to the network. */
      readonly networkCuts: boolean
      /** Becomes this user, so that the redirection can tell its connections from those it relays. */
      readonly user: number | null
    }
  /** What is cut from now on, and how long each link takes; one that is not named takes no time. */
  | { readonly type: 'paths'; readonly cuts: readonly Pair[]; readonly delays: readonly Delay[] }
  /** A process is on its way up: a relay that stands for its host opens when it is there. */
  | { readonly type: 'started'; readonly host: string; readonly port: number }
  | { readonly type: 'forget'; readonly host: string; readonly port: number | null }

export type FromRelay = { readonly type: 'ready' }
