import type { lists as english } from '../../en/demo/lists'
import { ledger } from './ledger'
import { log, notes } from './log'

/** 演示下方列表里的文字，打开列表时才取。 */
export const lists: typeof english = { ledger, log, notes }
