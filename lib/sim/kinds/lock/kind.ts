import { lockKind } from './lock-kind'
import { setNx } from './set-nx'
import * as scripts from './set-scripts'

/** A client that takes a lock by `SET NX` on one server. */
export const lock = lockKind('lock', () => setNx, { 'set-nx': scripts.setNx, release: scripts.release })
