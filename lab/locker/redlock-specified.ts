import { REDLOCK_DEFAULTS } from '@/lib/sim/kinds/redlock/versions'
import { isError } from '@/lib/sim/reply'
import { sleep } from '../clock'
import type { Algorithm } from './algorithm'
import type { Holder } from './holder'
import type { LockerBegin } from './protocol'
import { RELEASE } from './scripts'
import type { Server } from './server'
import { serversOf } from './servers'
import { within } from './within'

/** RedLock as the specification has it: a majority within the validity, no server waited for longer than it may, a release everywhere (L26). */
export class SpecifiedRedLock implements Algorithm {
  private readonly servers: readonly Server[]
  private readonly conf: typeof REDLOCK_DEFAULTS
  private turn = 0

  constructor(
    private readonly begin: LockerBegin,
    private readonly holder: Holder,
  ) {
    this.servers = serversOf(begin)
    this.conf = { ...REDLOCK_DEFAULTS, ...begin.spec.lock.conf }
  }

  async settle(): Promise<void> {
    await Promise.all(this.servers.map((server) => server.ask(['PING'])))
  }

  start(): void {}

  async attempt(): Promise<void> {
    const { holder } = this
    const { retryCount, retryDelay, retryJitter } = this.conf
    this.turn += 1
    holder.try()
    for (let left = retryCount; ; left -= 1) {
      const until = await this.take()
      if (until !== null) {
        await holder.hold(until)
        void this.release()
        return
      }
      void this.release()
      if (left === 0) return holder.refused()
      await sleep(Math.max(0, retryDelay + (2 * Math.random() - 1) * retryJitter))
    }
  }

  /** The end of its validity, microseconds since time zero; null: no majority, or too late. */
  private async take(): Promise<number | null> {
    const { holder, servers } = this
    const { name, leaseMs } = this.begin.spec.lock
    const lease = leaseMs ?? 0
    const since = holder.now()
    const answers = await this.askAll(['SET', name, this.value, 'NX', 'PX', String(lease)])
    const until = since + (lease - Math.round(this.conf.driftFactor * lease) - 2) * 1000
    return answers.filter((reply) => reply === 'OK').length > servers.length / 2 && until > holder.now() ? until : null
  }

  private async release(): Promise<void> {
    await this.askAll(['EVAL', RELEASE, '1', this.begin.spec.lock.name, this.value])
  }

  /** All at once. A server that does not answer in time, or not at all, says nothing. */
  private askAll(words: readonly string[]): Promise<readonly unknown[]> {
    const ask = async (server: Server) => {
      const reply = await within(
        this.conf.nodeTimeout,
        server.ask(words).catch((error: Error) => ({ error: error.message })),
      )
      return isError(reply) ? null : reply
    }
    return Promise.all(this.servers.map(ask))
  }

  private get value(): string {
    return `${this.begin.host}:${this.turn}`
  }
}
