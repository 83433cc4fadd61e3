import { lockKind } from '../lock/lock-kind'
import { redlock as program } from './program'
import { SCRIPTS } from './scripts'

/** A client that takes a RedLock on several servers. */
export const redlock = lockKind('redlock', () => program, SCRIPTS)
