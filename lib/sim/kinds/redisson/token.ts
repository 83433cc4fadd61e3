import { call, evaluate } from '../lock/calls'
import { writeGuarded } from '../lock/outcome'
import type { Step } from '../lock/program'
import type { LockState } from '../lock/state'
import type { ClusterWorld } from '../protocol'
import { type Conf, persistence } from './transport'

/** `getToken()`: a bare look at the counter, whoever has it now (L25). */
export function askToken(world: ClusterWorld, lock: LockState<Conf>): void {
  call(world, lock, { step: 'token', ...persistence(lock, 0), requests: [evaluate(lock, 'token')] })
}

/** The holder writes with what it found. */
export const TOKEN: Step<Conf> = (world, lock, { replies }, error) => {
  if (error === null) writeGuarded(world, lock, Number(replies[0]))
}
