import { type Redisson as Behaviour, redissonOf } from '@/lib/sim/kinds/redisson/versions'
import type { Reply } from '@/lib/sim/reply'
import type { Algorithm } from './algorithm'
import { exchange } from './exchange'
import type { Holder } from './holder'
import type { LockerBegin } from './protocol'
import { patienceOf } from './redisson'
import { LOCK } from './scripts'
import type { Server } from './server'
import { serversOf } from './servers'
import { unlocking } from './unlocking'

/** `RedissonMultiLock` and `RedissonRedLock`: one `RLock` after the other on servers that know nothing of each other (L20–L23). */
export class RedissonMulti implements Algorithm {
  private readonly behaviour: Behaviour
  private readonly servers: readonly Server[]

  constructor(
    private readonly begin: LockerBegin,
    private readonly holder: Holder,
  ) {
    this.behaviour = redissonOf(begin.spec.lock.version ?? '')
    this.servers = serversOf(begin)
  }

  async settle(): Promise<void> {
    await Promise.all(this.servers.map((server) => server.ask(['PING'])))
  }

  start(): void {}

  async attempt(): Promise<void> {
    const { holder, servers } = this
    holder.try()
    const taken = await this.takeAll()
    if (taken === null) return holder.refused()
    const { name, leaseMs } = this.begin.spec.lock
    // Each lock gets its lease at the end, whatever comes of that (L22).
    await Promise.all(taken.map((server) => this.ask(server, ['PEXPIRE', name, String(leaseMs)])))
    await holder.hold(holder.now() + (leaseMs ?? 0) * 1000)
    // Nobody waits for that.
    void this.unlock(servers)
  }

  /** The servers on which it has the lock; null when that was not enough (L21). */
  private async takeAll(): Promise<readonly Server[] | null> {
    const { servers, holder } = this
    const { algorithm, leaseMs, conf } = this.begin.spec.lock
    const bearable = algorithm === 'redisson-redlock' ? servers.length - (Math.floor(servers.length / 2) + 1) : 0
    const waitMs = conf?.waitTime ?? 0
    const ttl = waitMs > 0 ? 2 * waitMs : (leaseMs ?? 0)
    const since = holder.now()
    const taken: Server[] = []
    let left = bearable
    for (const server of servers) {
      const reply = await this.evaluate(server, LOCK, [], [String(ttl), this.begin.host])
      if (reply === null) taken.push(server)
      else {
        // What was not answered in time is unlocked there, and that is waited for (L21).
        if (reply === 'timeout') await this.unlock([server])
        if (servers.length - taken.length === bearable) return taken
        if (left === 0) {
          await this.unlock(taken)
          return null
        }
        left -= 1
      }
      if (waitMs > 0 && holder.now() - since >= waitMs * 1000) {
        await this.unlock(taken)
        return null
      }
    }
    return taken
  }

  private async unlock(servers: readonly Server[]): Promise<void> {
    await Promise.all(servers.map((server) => this.unlockAt(server)))
  }

  private async unlockAt(server: Server): Promise<void> {
    const { lock } = this.begin.spec
    const { script, moreKeys, moreArgs, latch } = unlocking(lock.name, this.behaviour.latches, patienceOf(lock, this.behaviour))
    await this.evaluate(server, script, moreKeys, [String(lock.leaseMs), this.begin.host, ...moreArgs])
    if (latch !== null) void this.ask(server, ['DEL', latch])
  }

  private evaluate(server: Server, script: string, moreKeys: readonly string[], args: readonly string[]): Promise<Reply> {
    const keys = [this.begin.spec.lock.name, ...moreKeys]
    return this.ask(server, ['EVAL', script, String(keys.length), ...keys, ...args])
  }

  /** The answer, or its error. Lock scripts go to a single server once only since 3.37.0 (L14). */
  private async ask(server: Server, words: readonly string[]): Promise<Reply> {
    const patience = patienceOf(this.begin.spec.lock, this.behaviour)
    const attempts = this.behaviour.sentOnce ? 0 : patience.attempts
    const answer = await exchange(() => server, [words], { ...patience, attempts })
    return 'error' in answer ? answer.error : (answer.replies[0] ?? null)
  }
}
