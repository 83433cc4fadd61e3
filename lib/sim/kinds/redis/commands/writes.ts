import type { WriteName } from '../forms'
import { LPUSH, RPUSH } from './lists'
import { SADD } from './sets'
import { INCR, SET } from './strings'
import type { WriteCommand } from './values'

/** Commands that change the data set. */
export const WRITES = { SET, INCR, SADD, RPUSH, LPUSH } as const satisfies Readonly<Record<WriteName, WriteCommand>>

export function isWrite(name: string): name is WriteName {
  return Object.hasOwn(WRITES, name)
}
