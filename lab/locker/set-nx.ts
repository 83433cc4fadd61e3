import { isError, type Reply } from '@/lib/sim/reply'
import { errorWord } from '../resp'
import type { Algorithm } from './algorithm'
import type { Following } from './following'
import type { Holder } from './holder'
import type { LockerBegin } from './protocol'
import { RELEASE } from './scripts'
import { type Late, within } from './within'

/** No library prescribes it; the kernel's is the same. */
const TIMEOUT_MS = 1000

/** `SET name random NX PX lease`, and a release that looks first (L1, L2). */
export class SetNx implements Algorithm {
  private turn = 0

  constructor(
    private readonly begin: LockerBegin,
    private readonly holder: Holder,
    private readonly following: Following,
  ) {}

  async settle(): Promise<void> {
    await this.following.server.ask(['PING'])
  }

  start(): void {
    this.following.start()
  }

  async attempt(): Promise<void> {
    const { holder } = this
    const { name, leaseMs } = this.begin.spec.lock
    this.turn += 1
    const value = `${this.begin.host}:${this.turn}`
    const since = holder.now()
    holder.try()
    const reply = await this.ask(['SET', name, value, 'NX', 'PX', String(leaseMs)])
    if (reply === 'late') holder.failed('timeout')
    else if (isError(reply)) holder.failed(errorWord(reply) ?? '')
    else if (reply === null) holder.refused()
    else {
      await holder.hold(since + (leaseMs ?? 0) * 1000)
      await this.ask(['EVAL', RELEASE, '1', name, value])
    }
  }

  private ask(words: readonly string[]): Promise<Reply | Late> {
    const { lock } = this.begin.spec
    const reply = this.following.server.ask(words).catch((error: Error): Reply => ({ error: error.message }))
    return within(lock.conf?.timeout ?? TIMEOUT_MS, reply)
  }
}
