import { LedgerPanel } from './ledger-panel'
import type { Lists } from './lists'
import { LogPanel } from './log-panel'

/** Every list under a demo. */
export const PANELS: Lists['PANELS'] = { ledger: LedgerPanel, log: LogPanel }
