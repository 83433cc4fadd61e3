import type { JournalEvent } from '@/lib/sim/journal'
import { type Rows, rowOf } from '../events'

/** A replica waits for a full copy, or gets one. */
interface Leg {
  readonly replica: string
  readonly from: string
  readonly since: number
  /** Whether it is being sent; before, the replica waits for it (R39). */
  readonly sent: boolean
  /** Writes of the replica that it will erase. */
  readonly erases: number
  until: number | null
  /** Whether it ended with the copy in place of the data. */
  loaded: boolean
}

/** A full copy on its way: the part of it that has come, 0…1; 0 while it is waited for. */
export interface CopyUnderWay {
  readonly from: string
  readonly progress: number
  /** Writes of the replica that it will erase. */
  readonly erases: number
}

/** About how long one takes, µs: for one that never came. */
const USUAL = 20_000
/** How far one comes that never came. */
const NEARLY = 0.9
/** That a copy has erased something is shown this many times as long as a message. */
const ERASED_SHOWN = 6

/** How many writes a server holds that another one lacks. */
export type Excess = (server: string, other: string) => number

/** The full copies of a run, from the answer to `PSYNC` that promises one until it has replaced the data, and what they erased. */
export class FullCopies {
  readonly #legs: Leg[] = []
  readonly #erasings: { readonly replica: string; readonly at: number; readonly writes: number }[] = []

  /** Each event, before it changes any data. */
  read(event: JournalEvent, excess: Excess): void {
    rowOf(CHANGES, event)?.(event, this, excess)
  }

  begin(leg: Pick<Leg, 'replica' | 'from' | 'since' | 'sent' | 'erases'>): void {
    this.end(leg.replica, leg.since)
    this.#legs.push({ ...leg, until: null, loaded: false })
  }

  /** Those who wait for a copy of this server's get it. */
  send(from: string, at: number, excess: Excess): void {
    for (const { replica } of this.#legs.filter((leg) => leg.from === from && leg.until === null && !leg.sent)) {
      this.begin({ replica, from, since: at, sent: true, erases: excess(replica, from) })
    }
  }

  end(replica: string, at: number, loaded = false): void {
    const leg = this.#legs.findLast((one) => one.replica === replica && one.until === null)
    if (leg) Object.assign(leg, { until: at, loaded })
  }

  erase(replica: string, at: number, writes: number): void {
    this.#erasings.push({ replica, at, writes })
  }

  /** Of those that came: from when to when, µs, and how many writes they erased. */
  get arrived(): readonly { readonly from: number; readonly to: number; readonly erases: number }[] {
    return this.#legs.flatMap(({ sent, loaded, since, until, erases }) =>
      sent && loaded && until !== null ? [{ from: since, to: until, erases }] : [],
    )
  }

  /** What is on its way to a replica at `at`. */
  to(replica: string, at: number): CopyUnderWay | null {
    const leg = this.#legs.find((one) => one.replica === replica && one.since <= at && at < (one.until ?? Infinity))
    return leg ? { from: leg.from, progress: progressOf(leg, at), erases: leg.erases } : null
  }

  /** Writes that the last copy has erased on a replica, if that was a moment ago; `shownFor` as for a message. */
  erasedOn(replica: string, at: number, shownFor: number): number {
    const last = this.#erasings.findLast((one) => one.replica === replica && one.at <= at)
    return last && at < last.at + ERASED_SHOWN * shownFor ? last.writes : 0
  }
}

function progressOf({ since, until, sent, loaded }: Leg, at: number): number {
  if (!sent) return 0
  return loaded && until !== null ? (at - since) / (until - since) : Math.min(NEARLY, (at - since) / USUAL)
}

const CHANGES: Partial<Rows<[FullCopies, Excess], void>> = {
  psync({ host: from, replica, outcome, at: since }, copies, excess) {
    if (outcome === 'full') copies.begin({ replica, from, since, sent: false, erases: excess(replica, from) })
  },
  snapshot({ host, at, for: purpose }, copies, excess) {
    if (purpose !== 'disk') copies.send(host, at, excess)
  },
  load({ host, at, discarded }, copies) {
    copies.end(host, at, true)
    copies.erase(host, at, discarded)
  },
  'link-lost': ({ host, at }, copies) => copies.end(host, at),
  role: ({ host, at }, copies) => copies.end(host, at),
  kill({ host, at, process }, copies) {
    if (process === 'redis') copies.end(host, at)
  },
}
