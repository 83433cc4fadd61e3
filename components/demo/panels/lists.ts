import type { ListWords } from '../cast'
import type { LedgerPanel } from './ledger-panel'
import type { LogPanel } from './log-panel'

/** What the lists under a demo are drawn with, in one language. */
export interface Lists {
  readonly lists: ListWords
  readonly LedgerPanel: typeof LedgerPanel
  readonly LogPanel: typeof LogPanel
}

/** Fetches that when a list is first opened. */
export type LoadLists = () => Promise<Lists>
