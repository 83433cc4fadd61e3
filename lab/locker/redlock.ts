import Redlock5, { type Lock as Lock5 } from 'redlock'
import Redlock4 from 'redlock-4'
import type { Algorithm } from './algorithm'
import type { Holder } from './holder'
import type { LockerBegin } from './protocol'
import { serversOf } from './servers'

/** For how long a client takes a lock of its own before a run, by which its scripts become known to the servers. */
const WARM_UP_MS = 1000

/** Microseconds since time zero of an instant of the wall clock, which is what the packages reckon by. */
function instant(holder: Holder, wall: number): number {
  return holder.now() + (wall - Date.now()) * 1000
}

/** The package `redlock` 5.0.0-beta.2, as it is; what `using()` does inside is listened to. */
class Overheard extends Redlock5 {
  onAcquired: (lock: Lock5) => void = () => {}
  onExtended: (lock: Lock5) => void = () => {}

  override async acquire(...args: Parameters<Redlock5['acquire']>): Promise<Lock5> {
    const lock = await super.acquire(...args)
    this.onAcquired(lock)
    return lock
  }

  override async extend(...args: Parameters<Redlock5['extend']>): Promise<Lock5> {
    const lock = await super.extend(...args)
    this.onExtended(lock)
    return lock
  }
}

/** Version 5, by `acquire()`, or by `using()` where the scenario says when to extend (L28, L29). */
export class RedlockFive implements Algorithm {
  private readonly redlock: Overheard

  constructor(
    private readonly begin: LockerBegin,
    private readonly holder: Holder,
  ) {
    this.redlock = new Overheard(serversOf(begin), begin.spec.lock.conf)
  }

  async settle(): Promise<void> {
    const lock = await this.redlock.acquire([`warm-up:${this.begin.host}`], WARM_UP_MS)
    const longer = await lock.extend(WARM_UP_MS)
    await longer.release()
  }

  start(): void {}

  async attempt(): Promise<void> {
    const { holder, redlock } = this
    const { name, leaseMs, conf } = this.begin.spec.lock
    holder.try()
    try {
      if (conf?.automaticExtensionThreshold === undefined) {
        const lock = await redlock.acquire([name], leaseMs ?? 0)
        await holder.hold(instant(holder, lock.expiration))
        await lock.release().catch(() => {})
      } else await this.use(name, leaseMs ?? 0)
    } catch {
      holder.refused()
    }
  }

  private async use(name: string, leaseMs: number): Promise<void> {
    const { holder, redlock } = this
    let expiration = 0
    let told = false
    redlock.onAcquired = (lock) => {
      expiration = lock.expiration
    }
    redlock.onExtended = (lock) => holder.renewed(instant(holder, lock.expiration))
    const work = async (signal: AbortSignal) => {
      const aborted = new Promise<'aborted'>((resolve) => signal.addEventListener('abort', () => resolve('aborted')))
      const ended = await Promise.race([holder.hold(instant(holder, expiration)), aborted])
      if (ended !== 'aborted') return
      told = true
      holder.notRenewed('ExecutionError', true, true)
      holder.left('told')
    }
    try {
      await redlock.using([name], leaseMs, work)
    } catch (error) {
      // What releasing comes to after the abort is no answer to `lock()`.
      if (!told) throw error
    }
  }
}

/** Version 4.2.0 (L30). */
export class RedlockFour implements Algorithm {
  private readonly redlock: Redlock4

  constructor(
    private readonly begin: LockerBegin,
    private readonly holder: Holder,
  ) {
    this.redlock = new Redlock4(serversOf(begin), begin.spec.lock.conf)
  }

  async settle(): Promise<void> {
    const lock = await this.redlock.lock(`warm-up:${this.begin.host}`, WARM_UP_MS)
    await lock.unlock()
  }

  start(): void {}

  async attempt(): Promise<void> {
    const { holder } = this
    const { name, leaseMs } = this.begin.spec.lock
    holder.try()
    try {
      const lock = await this.redlock.lock(name, leaseMs ?? 0)
      await holder.hold(instant(holder, lock.expiration))
      await lock.unlock().catch(() => {})
    } catch {
      holder.refused()
    }
  }
}
