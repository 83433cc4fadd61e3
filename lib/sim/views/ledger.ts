import type { Verdict } from '../verdict/verdict'
import { fateAt } from './fate-strip'

/** The lists a reader can look at. `risk` is as of the cursor, the others as it ended. */
export const LEDGER_TABS = ['lost', 'risk', 'acknowledged', 'refused', 'unanswered'] as const

export type LedgerTab = (typeof LEDGER_TABS)[number]

export type Ledger = Readonly<Record<LedgerTab, readonly number[]>>

/** Indexes into the verdict's writes, list by list, in the order of sending. */
export function ledgerOf(verdict: Verdict): Omit<Ledger, 'risk'> {
  const indexes = (test: (write: Verdict['writes'][number]) => boolean): number[] =>
    verdict.writes.flatMap((write, index) => (test(write) ? [index] : []))
  return {
    lost: indexes((write) => write.fate === 'lost'),
    acknowledged: indexes((write) => write.answeredAt !== null && write.error === null),
    refused: indexes((write) => write.fate === 'refused'),
    unanswered: indexes((write) => write.fate === 'unanswered'),
  }
}

/** The writes that were at risk at `at` µs: acknowledged, and on no replica that outlives them. */
export function atRisk(verdict: Verdict, lostAt: readonly (number | null)[], at: number, end: number): readonly number[] {
  return verdict.writes.flatMap((write, index) =>
    write.sentAt <= at && fateAt(write, at, end, lostAt[index] ?? null) === 'risk' ? [index] : [],
  )
}
