import type { LockSpec } from '@/lib/sim/kinds/lock/spec'
import { type Redisson as Behaviour, isUnsynced, redissonOf } from '@/lib/sim/kinds/redisson/versions'
import type { Reply } from '@/lib/sim/reply'
import { sleep } from '../clock'
import type { Algorithm } from './algorithm'
import { type Answer, exchange, type Patience } from './exchange'
import type { Following } from './following'
import type { Holder } from './holder'
import type { LockerBegin } from './protocol'
import { channelOf, FENCED, LOCK, RENEW, UNLOCK } from './scripts'

/** `lockWatchdogTimeout` (L17), `slavesSyncTimeout` (L8) and `timeout` (L14). */
const WATCHDOG_MS = 30_000
const SYNC_TIMEOUT_MS = 1000
const TIMEOUT_MS = 3000

/** How long and how often a version of Redisson waits for an answer (L13, L14). */
export function patienceOf({ conf }: LockSpec, { retryAttempts, retryDelay: [least, most], resentAfter }: Behaviour): Patience {
  return {
    timeoutMs: conf?.timeout ?? TIMEOUT_MS,
    attempts: conf?.retryAttempts ?? retryAttempts,
    delayMs: () => conf?.retryInterval ?? least + Math.random() * (most - least),
    resentAfter,
  }
}

/** What came of a script and its WAIT: an error or a timeout instead of an answer, or too few replicas. */
type Outcome = { readonly error: string } | { readonly reply: Reply; readonly since: number; readonly unsynced: boolean }

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

  async attempt(): Promise<void> {
    const { holder, behaviour } = this
    const isFenced = this.begin.spec.lock.algorithm === 'redisson-fenced'
    holder.try()
    const { attempts, delayMs } = patienceOf(this.begin.spec.lock, behaviour)
    for (let left = attempts; ; left -= 1) {
      const outcome = await this.synced(isFenced ? FENCED : LOCK, isFenced ? [this.counter] : [])
      if ('error' in outcome) return holder.failed(outcome.error)
      if (!outcome.unsynced) return this.judge(outcome)
      // `lockAndGetToken` knows neither undoing nor trying again (L25).
      if (behaviour.after === 'stuck' || isFenced) return holder.failed('NoSyncedSlaves')
      await this.synced(UNLOCK, [channelOf(this.begin.spec.lock.name)])
      if (behaviour.after !== 'retried' || left === 0) return holder.failed('NoSyncedSlaves')
      await sleep(delayMs())
    }
  }

  private async judge({ reply, since }: { readonly reply: Reply; readonly since: number }): Promise<void> {
    const { holder } = this
    const [left = null, token = null] = Array.isArray(reply) ? reply : [reply]
    if (left !== null && left !== -1) return holder.refused()
    let holding = true
    const granted = typeof token === 'number' ? token : null
    const askToken = this.begin.spec.lock.token === 'getToken' ? () => this.getToken() : async () => granted
    const done = new Promise<void>((resolve) => holder.granted(since + this.lease * 1000, granted, resolve, askToken))
    void this.renew(() => holding)
    await done
    holding = false
    const outcome = await this.synced(UNLOCK, [channelOf(this.begin.spec.lock.name)])
    if ('error' in outcome) holder.failed(outcome.error)
    else if (outcome.unsynced) holder.failed('NoSyncedSlaves')
    else if (outcome.reply === null) holder.failed('IllegalMonitorState')
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
      holder.notRenewed(error, !behaviour.renewsOn, false)
      if (!behaviour.renewsOn) return
    }
  }

  /** One script with its WAIT, the replicas being counted first where the version asks for them (L8, L9). */
  private async synced(script: string, moreKeys: readonly string[] = []): Promise<Outcome> {
    const counted = await this.count()
    if (typeof counted !== 'number') return counted
    const { conf, name } = this.begin.spec.lock
    const keys = [name, ...moreKeys]
    const words = ['EVAL', script, String(keys.length), ...keys, String(this.lease), this.begin.host]
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
    return exchange(() => this.following.server, requests, { ...patience, timeoutMs: patience.timeoutMs + more })
  }

  private get lease(): number {
    const { leaseMs, conf } = this.begin.spec.lock
    return leaseMs ?? conf?.lockWatchdogTimeout ?? WATCHDOG_MS
  }

  private get counter(): string {
    return `redisson_lock_token:{${this.begin.spec.lock.name}}`
  }
}
