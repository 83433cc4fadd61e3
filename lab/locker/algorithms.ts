import type { LockSpec } from '@/lib/sim/kinds/lock/spec'
import type { Algorithm } from './algorithm'
import { Following } from './following'
import type { Holder } from './holder'
import type { LockerBegin } from './protocol'
import { Redisson } from './redisson'
import { RedissonMulti } from './redisson-multi'
import { RedlockFive, RedlockFour } from './redlock'
import { SpecifiedRedLock } from './redlock-specified'
import { SetNx } from './set-nx'

type Make = (begin: LockerBegin, holder: Holder) => Algorithm

const redisson: Make = (begin, holder) => new Redisson(begin, holder, new Following(begin))
const multi: Make = (begin, holder) => new RedissonMulti(begin, holder)

/** By algorithm, and the package's version where it is one. */
const ALGORITHMS: Readonly<Record<string, Make>> = {
  'set-nx': (begin, holder) => new SetNx(begin, holder, new Following(begin)),
  redisson,
  'redisson-fenced': redisson,
  'redisson-multi': multi,
  'redisson-redlock': multi,
  'redlock spec': (begin, holder) => new SpecifiedRedLock(begin, holder),
  'redlock 5.0.0-beta.2': (begin, holder) => new RedlockFive(begin, holder),
  'redlock 4.2.0': (begin, holder) => new RedlockFour(begin, holder),
}

function nameOf({ algorithm, version }: LockSpec): string {
  return algorithm === 'redlock' ? `${algorithm} ${version}` : algorithm
}

export function algorithmOf(begin: LockerBegin, holder: Holder): Algorithm {
  const make = ALGORITHMS[nameOf(begin.spec.lock)]
  if (make === undefined) throw new Error(`no client for ${nameOf(begin.spec.lock)}`)
  return make(begin, holder)
}
