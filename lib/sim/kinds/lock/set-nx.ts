import { call, evaluate } from './calls'
import { begin, failed, granted, refused } from './outcome'
import type { Program } from './program'
import { leaseOf } from './settings'
import { ownerOf } from './state'

/** `SET name random NX PX ttl`, and the release that looks first (L1–L3). */
export const setNx: Program = {
  attempt(world, lock) {
    begin(world, lock)
    const { name, leaseMs } = lock.plan.client.lock
    call(world, lock, { node: 0, step: 'set', requests: [evaluate('set-nx', name, ownerOf(lock), leaseMs ?? 0)] })
  },

  leave(world, lock) {
    const { name } = lock.plan.client.lock
    call(world, lock, { node: 0, step: 'release', requests: [evaluate('release', name, ownerOf(lock))] })
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
