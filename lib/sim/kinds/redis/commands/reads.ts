import type { CommandForm } from '../../command-form'
import { DBSIZE, DBSIZE_FORM, EXISTS, EXISTS_FORM } from './keys'
import { LLEN, LLEN_FORM } from './lists'
import { SCARD, SCARD_FORM } from './sets'
import { GET, GET_FORM } from './strings'
import type { ReadCommand } from './values'

/** Commands that only read the data set: what each does. */
export const READS = { GET, SCARD, LLEN, EXISTS, DBSIZE } as const satisfies Readonly<Record<string, ReadCommand>>

export type ReadName = keyof typeof READS

/** What is known of them before. */
export const READ_FORMS: Readonly<Record<ReadName, CommandForm>> = {
  GET: GET_FORM,
  SCARD: SCARD_FORM,
  LLEN: LLEN_FORM,
  EXISTS: EXISTS_FORM,
  DBSIZE: DBSIZE_FORM,
}
