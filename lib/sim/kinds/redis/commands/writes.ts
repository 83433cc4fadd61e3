import { DEL, DEL_FORM } from './del'
import { LPUSH, LPUSH_FORM, RPUSH, RPUSH_FORM } from './lists'
import { SADD, SADD_FORM } from './sets'
import { INCR, INCR_FORM, SET, SET_FORM } from './strings'
import type { WriteCommand, WriteForm } from './values'

/** Commands that change the data set: what each does. */
export const WRITES = { SET, INCR, SADD, RPUSH, LPUSH, DEL } as const satisfies Readonly<Record<string, WriteCommand>>

export type WriteName = keyof typeof WRITES

/** What is known of them before; a page that executes commands does not ship it. */
export const WRITE_FORMS: Readonly<Record<WriteName, WriteForm>> = {
  SET: SET_FORM,
  INCR: INCR_FORM,
  SADD: SADD_FORM,
  RPUSH: RPUSH_FORM,
  LPUSH: LPUSH_FORM,
  DEL: DEL_FORM,
}

export function isWrite(name: string): name is WriteName {
  return Object.hasOwn(WRITES, name)
}
