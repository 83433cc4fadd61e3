import { ledger } from './ledger'
import { log, notes } from './log'

/** Words of the lists under a demo; they come when one is opened. */
export const lists = { ledger, log, notes }
