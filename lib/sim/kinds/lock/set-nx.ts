import type { ClusterWorld } from '../protocol'
import { call, evaluate } from './calls'
import { begin, failed, granted, refused } from './outcome'
import type { Program } from './program'
import type { LockState } from './state'

/** How long an answer is waited for, and how often the sentinels are asked: no library prescribes it. Milliseconds. */
export const OWN = { timeout: 1000, scanInterval: 200 }

function ask(world: ClusterWorld, lock: LockState<typeof OWN>, step: 'set-nx' | 'release'): void {
  call(world, lock, { step, patienceMs: lock.conf.timeout, requests: [evaluate(lock, step)] })
}

/** `SET name random NX PX ttl`, and the release that looks first (L1–L3). */
export const setNx: Program<typeof OWN> = {
  attempt(world, lock) {
    begin(world, lock)
    ask(world, lock, 'set-nx')
  },
  leave: (world, lock) => ask(world, lock, 'release'),
  steps: {
    'set-nx'(world, lock, { since, replies }, error) {
      if (error !== null) failed(world, lock, error)
      else if (replies[0] === null) refused(world, lock)
      else granted(world, lock, since + lock.lease)
    },
    release(_world, lock) {
      lock.phase = 'idle'
    },
  },
}
