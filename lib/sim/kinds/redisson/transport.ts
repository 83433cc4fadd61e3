import { micros } from '../../core/time'
import { evaluate } from '../lock/calls'
import type { LockConf } from '../lock/spec'
import type { Call, LockState, Request } from '../lock/state'
import type { Redisson } from './versions'

/** How its version behaves, with what the scenario sets. */
export type Conf = Redisson & Pick<LockConf, 'retryInterval'>

/** How long and how often an answer is waited for; a `WAIT` has its own time besides. A single server is asked once only since 3.37.0 (L14). */
export function persistence({ conf, sentinels }: LockState<Conf>, asked: number): Pick<Call, 'attempts' | 'patienceMs'> {
  const once = conf.sentOnce && sentinels.length === 0
  return { attempts: once ? 0 : conf.retryAttempts, patienceMs: conf.timeout + (asked > 0 ? conf.slavesSyncTimeout : 0) }
}

/** An unlock, with the latch that lets it be asked for again (L7). The `DEL` of that afterwards is left out: nobody else knows its name. */
export function unlocking(lock: LockState<Conf>): Request {
  const { conf, host, spec, called } = lock
  if (!conf.latches) return evaluate(lock, 'unlock')
  const ttl = (conf.timeout + (conf.retryInterval ?? conf.resentIn[0])) * conf.retryAttempts
  const id = `${host}${called}`.padEnd(32, '-')
  return evaluate(lock, 'unlock', lock.lease, `redisson_unlock_latch:{${spec.name}}:${id}`, String(micros(ttl)))
}
