import type { ClusterWorld } from '../protocol'
import { call, evaluate, type Step } from './calls'
import { writeGuarded } from './outcome'
import type { LockState } from './state'

/** `getToken()`: a bare look at the counter, whoever has it now (L25). */
export function askToken(world: ClusterWorld, lock: LockState): void {
  call(world, lock, { node: 0, step: 'token', requests: [evaluate('token', lock.plan.client.lock.name)] })
}

/** The holder writes with what it found. */
export const TOKEN: Step = {
  done: (world, lock, { replies }) => writeGuarded(world, lock, Number(replies[0])),
  failed: () => {},
}
