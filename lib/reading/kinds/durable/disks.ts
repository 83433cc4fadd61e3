import type { Run } from '@/lib/sim/outputs'
import { eventsWith, type Rows, rowOf } from '../../events'
import { lastUntil } from '../../film/instants'

/** What the disks of a run have of a stream, as far as its primary knows. */
export interface Disks {
  /** Whether the disk of a server has its stream up to this offset by `at` µs. */
  own(server: string, offset: number, at: number): boolean
  /** Whether a replica has said so of its own to that server (R72). */
  said(server: string, replica: string, offset: number, at: number): boolean
}

/** An offset from one instant on. */
class Offsets {
  readonly #instants: number[] = []
  readonly #offsets: number[] = []

  set(at: number, offset: number): void {
    this.#instants.push(at)
    this.#offsets.push(offset)
  }

  at(at: number): number {
    return this.#offsets[lastUntil(this.#instants, at)] ?? NOTHING
  }
}

const NOTHING = -1

class Lists {
  readonly #lists = new Map<string, Offsets>()

  of(server: string, replica: string): Offsets {
    const name = `${server} ${replica}`
    const list = this.#lists.get(name) ?? new Offsets()
    this.#lists.set(name, list)
    return list
  }
}

/** Follows the fsyncs of a run, and what replicas say of theirs. */
export function disksOf(run: Run): Disks {
  const lists = new Lists()
  for (const { event } of eventsWith(run, CHANGES)) rowOf(CHANGES, event)?.(event, lists)
  return {
    own: (server, offset, at) => lists.of(server, server).at(at) >= offset,
    said: (server, replica, offset, at) => lists.of(server, replica).at(at) >= offset,
  }
}

const CHANGES: Partial<Rows<[Lists], void>> = {
  fsync: ({ host, offset, at }, lists) => lists.of(host, host).set(at, offset),
  aof({ host, on, at }, lists) {
    if (!on) lists.of(host, host).set(at, NOTHING)
  },
  boot: ({ host, at }, lists) => lists.of(host, host).set(at, NOTHING),
  ack({ host, replica, fsynced, at }, lists) {
    if (fsynced !== undefined) lists.of(host, replica).set(at, fsynced)
  },
  // A new connection has said nothing yet.
  psync: ({ host, replica, at }, lists) => lists.of(host, replica).set(at, NOTHING),
}
