import type { Fates } from '../film/fates'
import type { Verdict } from '../verdict/verdict'

/** The lists a reader can look at. `risk` is as of the cursor, the others as it ended. */
export const LEDGER_TABS = ['lost', 'risk', 'acknowledged', 'refused', 'no-connection', 'unanswered'] as const

export type LedgerTab = (typeof LEDGER_TABS)[number]

export type Ledger = Readonly<Record<LedgerTab, readonly number[]>>

/** Indexes into the verdict's writes, list by list, in the order of sending. */
export function ledgerOf(verdict: Verdict): Omit<Ledger, 'risk'> {
  const indexes = (test: (write: Verdict['writes'][number]) => boolean): number[] =>
    verdict.writes.flatMap((write, index) => (test(write) ? [index] : []))
  return {
    lost: indexes((write) => write.fate === 'lost'),
    acknowledged: indexes((write) => write.fate === 'safe' || write.fate === 'lost'),
    refused: indexes((write) => write.fate === 'refused'),
    'no-connection': indexes((write) => write.fate === 'no-connection'),
    unanswered: indexes((write) => write.fate === 'unanswered'),
  }
}

/** The writes that were at risk at `at` µs: acknowledged, and on no server that a failover would keep. */
export function atRisk(verdict: Verdict, fates: Fates, at: number): readonly number[] {
  return verdict.writes.flatMap(({ write, sentAt }, index) => (sentAt <= at && fates.at(write, at) === 'risk' ? [index] : []))
}
