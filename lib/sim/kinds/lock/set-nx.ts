import { call, evaluate } from './calls'
import { begin, failed, granted, refused } from './outcome'
import type { Program } from './program'
import { leaseOf } from './settings'
import { type LockState, ownerOf } from './state'

/** No library prescribes it. */
const TIMEOUT_MS = 1000

function patienceOf({ plan }: LockState): number {
  return plan.client.lock.conf?.timeout ?? TIMEOUT_MS
}

/** `SET name random NX PX ttl`, and the release that looks first (L1–L3). */
export const setNx: Program = {
  attempt(world, lock) {
    begin(world, lock)
    const { name, leaseMs } = lock.plan.client.lock
    call(world, lock, {
      node: 0,
      step: 'set',
      patienceMs: patienceOf(lock),
      requests: [evaluate('lock', 'set-nx', name, ownerOf(lock), leaseMs ?? 0)],
    })
  },

  leave(world, lock) {
    const { name } = lock.plan.client.lock
    call(world, lock, {
      node: 0,
      step: 'release',
      patienceMs: patienceOf(lock),
      requests: [evaluate('lock', 'release', name, ownerOf(lock))],
    })
  },

  steps: {
    set: {
      done(world, lock, { since, replies }) {
        if (replies[0] === null) refused(world, lock)
        else granted(world, lock, since + leaseOf(lock.plan.client.lock), null)
      },
      failed: (world, lock, _call, error) => failed(world, lock, error),
    },
    release: {
      done(_world, lock) {
        lock.phase = 'idle'
      },
      failed(_world, lock) {
        lock.phase = 'idle'
      },
    },
  },
}
