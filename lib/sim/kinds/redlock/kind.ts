import { lockKind } from '../lock/lock-kind'
import { confOf, redlock as program } from './program'
import { SCRIPTS } from './scripts'

/** A client that takes a RedLock on several servers. */
export const redlock = lockKind('redlock', confOf, () => program, SCRIPTS)
