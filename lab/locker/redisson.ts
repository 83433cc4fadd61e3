import type { LockSpec } from '@/lib/sim/kinds/lock/spec'
import { type Redisson as Behaviour, isUnsynced, redissonOf } from '@/lib/sim/kinds/redisson/versions'
import type { Reply } from '@/lib/sim/reply'
import { sleep } from '../clock'
import type { Algorithm } from './algorithm'
import { Channel } from './channel'
import { type Answer, exchange, type Patience } from './exchange'
import type { Following } from './following'
import type { Holder } from './holder'
import type { LockerBegin } from './protocol'
import { channelOf, FENCED, LOCK, RENEW } from './scripts'
import { unlocking } from './unlocking'

/** `lockWatchdogTimeout` (L17), `slavesSyncTimeout` (L8) and `timeout` (L14). */
const WATCHDOG_MS = 30_000
const SYNC_TIMEOUT_MS = 1000
const TIMEOUT_MS = 3000

/** How long and how often a version of Redisson waits for an answer (L13, L14). */
export function patienceOf({ conf }: LockSpec, { retryAttempts, resentIn: [least, most], resentAfter }: Behaviour): Patience {
  return {
    timeoutMs: conf?.timeout ?? TIMEOUT_MS,
    attempts: conf?.retryAttempts ?? retryAttempts,
    delayMs: () => conf?.retryInterval ?? least + Math.random() * (most - least),
    resentAfter,
  }
}

/** What came of a script and its WAIT: an error or a timeout instead of an answer, or too few replicas. */
type Outcome = { readonly error: string } | Judged

interface Judged {
  readonly reply: Reply
  readonly since: number
  readonly unsynced: boolean
}

/** `RLock` and `RFencedLock` as a version of Redisson has them, on the server that the sentinels name. */
export class Redisson implements Algorithm {
  private readonly behaviour: Behaviour
  /** The count that is kept (L9); null: to be asked for. */
  private cached: number | null = null

  constructor(
    private readonly begin: LockerBegin,
    private readonly holder: Holder,
    private readonly following: Following,
  ) {
    this.behaviour = redissonOf(begin.spec.lock.version ?? '')
  }

  async settle(): Promise<void> {
    await this.following.server.ask(['PING'])
  }

  start(): void {
    this.following.start()
  }

  /** While there is time to wait, it listens for an unlock and tries again when it hears of one, or when the lease has run out (L16). */
  async attempt(): Promise<void> {
    const { holder, following } = this
    const { name, conf } = this.begin.spec.lock
    const end = holder.now() / 1000 + (conf?.waitTime ?? 0)
    let channel: Channel | null = null
    holder.try()
    for (;;) {
      const taken = await this.take()
      if (taken === null) break
      const [leftMs = null, token = null] = Array.isArray(taken.reply) ? taken.reply : [taken.reply]
      if (leftMs === null || leftMs === -1) {
        channel?.leave()
        return this.hold(taken.since, typeof token === 'number' ? token : null)
      }
      const restMs = end - holder.now() / 1000
      if (restMs > 0) {
        channel ??= new Channel(following.server, channelOf(name))
        await channel.heard(Math.min(Number(leftMs), restMs))
      }
      if (holder.now() / 1000 < end) continue
      holder.refused()
      break
    }
    channel?.leave()
  }

  /** Whether somebody has the lock, or it has it now; null: there was an error, and the application was told. */
  private async take(): Promise<Judged | null> {
    const { behaviour } = this
    const isFenced = this.begin.spec.lock.algorithm === 'redisson-fenced'
    const { attempts, delayMs } = patienceOf(this.begin.spec.lock, behaviour)
    for (let left = attempts; ; left -= 1) {
      const outcome = await this.synced(isFenced ? FENCED : LOCK, isFenced ? [this.counter] : [])
      if ('error' in outcome) return this.fail(outcome.error)
      if (!outcome.unsynced) return outcome
      // `lockAndGetToken` knows neither undoing nor trying again (L25).
      if (behaviour.after === 'stuck' || isFenced) return this.fail('NoSyncedSlaves')
      await this.unlock()
      if (behaviour.after !== 'retried' || left === 0) return this.fail('NoSyncedSlaves')
      await sleep(delayMs())
    }
  }

  private fail(error: string): null {
    this.holder.failed(error)
    return null
  }

  private async hold(since: number, token: number | null): Promise<void> {
    const { holder } = this
    let holding = true
    const askToken = this.begin.spec.lock.token === 'getToken' ? () => this.getToken() : async () => token
    const done = new Promise<void>((resolve) => holder.granted(since + this.lease * 1000, token, resolve, askToken))
    void this.renew(() => holding)
    await done
    holding = false
    const outcome = await this.unlock()
    if ('error' in outcome) holder.failed(outcome.error)
    else if (outcome.unsynced) holder.failed('NoSyncedSlaves')
    else if (outcome.reply === null) holder.failed('IllegalMonitorState')
  }

  private async unlock(): Promise<Outcome> {
    const { lock } = this.begin.spec
    const { script, moreKeys, moreArgs, latch } = unlocking(lock.name, this.behaviour.latches, patienceOf(lock, this.behaviour))
    const outcome = await this.synced(script, moreKeys, moreArgs)
    if (latch !== null) void this.exchange([['DEL', latch]], false)
    return outcome
  }

  /** `getToken()`: a bare look at the counter (L25). */
  private async getToken(): Promise<number | null> {
    const answer = await this.exchange([['GET', this.counter]], false)
    return 'error' in answer ? null : Number(answer.replies[0])
  }

  /** The watchdog: so long after the last renewal was over (L17, L18). */
  private async renew(isHolding: () => boolean): Promise<void> {
    if (this.begin.spec.lock.leaseMs !== null) return
    const { holder, behaviour } = this
    for (;;) {
      await sleep(this.lease / 3)
      if (!isHolding()) return
      const outcome = await this.synced(RENEW)
      if (!isHolding()) return
      if ('reply' in outcome && outcome.reply !== 1) return holder.notRenewed('gone', true, false)
      if ('reply' in outcome) holder.renewed(outcome.since + this.lease * 1000)
      const error = 'error' in outcome ? outcome.error : outcome.unsynced ? 'NoSyncedSlaves' : null
      if (error === null) continue
      holder.notRenewed(error, behaviour.renewsOn !== true, false)
      if (!behaviour.renewsOn) return
    }
  }

  /** One script with its WAIT, the replicas being counted first where the version asks for them (L8, L9). */
  private async synced(script: string, moreKeys: readonly string[] = [], moreArgs: readonly string[] = []): Promise<Outcome> {
    const counted = await this.count()
    if (typeof counted !== 'number') return counted
    const { conf, name } = this.begin.spec.lock
    const keys = [name, ...moreKeys]
    const words = ['EVAL', script, String(keys.length), ...keys, String(this.lease), this.begin.host, ...moreArgs]
    const waits = counted > 0 ? [['WAIT', String(counted), String(conf?.slavesSyncTimeout ?? SYNC_TIMEOUT_MS)]] : []
    const since = this.holder.now()
    const answer = await this.exchange([words, ...waits], counted > 0)
    if ('error' in answer) return answer
    const [reply = null, confirmed = 0] = answer.replies
    const { counts, judges, strictCache } = this.behaviour
    const count = Number(confirmed)
    if (counts === 'cached' && counted > 0 && (strictCache ? count !== counted : count < counted)) this.cached = null
    return { reply, since, unsynced: conf?.checkLockSyncedSlaves !== false && isUnsynced(judges, counted, count) }
  }

  private async count(): Promise<number | { readonly error: string }> {
    const { counts } = this.behaviour
    if (counts === 'none' || !this.following.hasSentinels) return 0
    if (counts === 'list') return this.following.listed
    if (counts === 'cached' && this.cached !== null) return this.cached
    const answer = await this.exchange([['INFO', 'replication']], false)
    if ('error' in answer) return answer
    const count = Number(/connected_slaves:(\d+)/.exec(String(answer.replies[0]))?.[1])
    if (counts === 'cached') this.cached = count
    return count
  }

  private exchange(requests: readonly (readonly string[])[], waits: boolean): Promise<Answer> {
    const { conf } = this.begin.spec.lock
    const patience = patienceOf(this.begin.spec.lock, this.behaviour)
    const more = waits ? (conf?.slavesSyncTimeout ?? SYNC_TIMEOUT_MS) : 0
    // A single server is asked once only since 3.37.0 (L14).
    const attempts = this.behaviour.sentOnce && !this.following.hasSentinels ? 0 : patience.attempts
    return exchange(() => this.following.server, requests, { ...patience, attempts, timeoutMs: patience.timeoutMs + more })
  }

  private get lease(): number {
    const { leaseMs, conf } = this.begin.spec.lock
    return leaseMs ?? conf?.lockWatchdogTimeout ?? WATCHDOG_MS
  }

  private get counter(): string {
    return `redisson_lock_token:{${this.begin.spec.lock.name}}`
  }
}
