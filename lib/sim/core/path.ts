import { integerIn, newStream, type Stream } from './random'
import type { Micros } from './time'

/** Loopback: two processes of one host, one way. */
export const SAME_HOST: Micros = 10

/** One direction between two hosts. */
export interface Path {
  readonly latency: Micros
  readonly jitter: Micros
  /** Present only where there is jitter. */
  readonly random: Stream | null
  /** Nothing gets through while it is cut, or while a host at one of its ends has no power. */
  open: boolean
  /** Absent where it never was. */
  cut?: boolean
  /** At how many of its ends the power is off; absent where it never was. */
  dark?: number
}

/** What is known of the network before it begins. */
export interface Layout {
  readonly seed: number
  readonly hosts: readonly string[]
  /** Between two different hosts, one way. */
  readonly between: (from: string, to: string) => { readonly latency: Micros; readonly jitter: Micros }
}

/** Every path of a network, open: that from host `i` to host `j` stands at `i × hosts + j`. */
export function newPaths({ seed, hosts, between }: Layout): Path[] {
  return hosts.flatMap((from) =>
    hosts.map((to) => {
      if (from === to) return { latency: SAME_HOST, jitter: 0, random: null, open: true }
      const { latency, jitter } = between(from, to)
      return { latency, jitter, random: jitter > 0 ? newStream(seed, `jitter:${from}>${to}`) : null, open: true }
    }),
  )
}

/** One-way delay of a packet that leaves now; draws the jitter. */
export function delayOf({ latency, jitter, random }: Path): Micros {
  return random === null ? latency : latency + integerIn(random, 0, jitter)
}
