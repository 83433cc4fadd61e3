import { lockKind } from './lock-kind'
import { OWN, setNx } from './set-nx'
import * as scripts from './set-scripts'

/** A client that takes a lock by `SET NX` on one server. */
export const lock = lockKind(
  'lock',
  () => OWN,
  () => setNx,
  { 'set-nx': scripts.setNx, release: scripts.release },
)
