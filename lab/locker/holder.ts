import type { LockEvent } from '@/lib/sim/kinds/lock/events'
import type { Brought } from '@/lib/sim/kinds/resource/fence'
import type { Seen } from '../writer/protocol'
import type { LockerBegin } from './protocol'

type OfLock<T extends LockEvent = LockEvent> = T extends LockEvent ? Omit<T, 'name'> : never

/** The application that takes the lock: what it is told of it, for the log, and what it does as long as it believes that it holds it. */
export class Holder {
  private held = false
  private timers: NodeJS.Timeout[] = []
  /** How often it was granted the lock: another value of it each time. */
  private grants = 0
  /** Nothing has been written under this grant yet. */
  private fresh = false

  constructor(
    private readonly begin: LockerBegin,
    /** Microseconds since time zero. */
    readonly now: () => number,
    private readonly emit: (event: Seen) => void,
    /** Writes to what the lock protects. */
    private readonly write: (write: Omit<Brought, 'from'>) => void,
  ) {}

  try(): void {
    this.tell({ type: 'lock-try' })
  }

  /**
   * `lock()` has returned. `until`: microseconds since time zero, up to which it may count on it. `leave` is called when the work is done.
   * `askToken`: where it writes with what it finds then, instead of the token it was granted.
   */
  granted(until: number, token: number | null, leave: () => void, askToken = async () => token): void {
    const { holdMs, writesTo, pauseAfterMs = 0, writeEveryMs = 500 } = this.begin.spec.lock
    this.held = true
    this.grants += 1
    this.fresh = true
    this.tell({ type: 'lock-granted', until, token })
    if (writesTo !== undefined) this.later(pauseAfterMs, () => this.writeEvery(writeEveryMs, askToken))
    if (holdMs !== null)
      this.later(holdMs, () => {
        if (!this.held) return
        this.left('unlock')
        leave()
      })
  }

  /** The same for a lock without tokens; settled when the work is done. */
  hold(until: number): Promise<void> {
    return new Promise((resolve) => this.granted(until, null, resolve))
  }

  refused(): void {
    this.tell({ type: 'lock-refused' })
  }

  failed(error: string): void {
    this.tell({ type: 'lock-failed', error })
  }

  renewed(until: number): void {
    this.tell({ type: 'lock-renewed', until })
  }

  notRenewed(error: string, stops: boolean, told: boolean): void {
    this.tell({ type: 'lock-not-renewed', error, stops, told })
  }

  left(reason: 'unlock' | 'told'): void {
    this.held = false
    for (const timer of this.timers) clearTimeout(timer)
    this.timers = []
    this.tell({ type: 'lock-left', reason })
  }

  private writeEvery(everyMs: number, askToken: () => Promise<number | null>): void {
    void askToken().then((token) => {
      this.write({ token, value: `${this.begin.host}:${this.grants}`, first: this.fresh })
      this.fresh = false
    })
    this.later(everyMs, () => this.writeEvery(everyMs, askToken))
  }

  private later(ms: number, act: () => void): void {
    this.timers.push(setTimeout(act, ms))
  }

  private tell(event: OfLock): void {
    const { host, spec } = this.begin
    this.emit({ at: this.now(), host, by: null, name: spec.lock.name, ...event })
  }
}
