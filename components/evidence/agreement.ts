import type { Evidence } from '@/lib/evidence/evidence'
import type { EvidenceWords } from '@/lib/words/en/evidence'

export type Agreement = 'agree' | 'disagree' | 'none'

export function agreementOf(evidence: Evidence): Agreement {
  if (evidence.state !== 'compared') return 'none'
  return evidence.disagreements === 0 ? 'agree' : 'disagree'
}

/** The same in a sentence. */
export function outcomeSaid({ entry }: EvidenceWords, evidence: Evidence): string {
  if (evidence.state !== 'compared') return entry[evidence.state]
  return evidence.disagreements === 0 ? entry.agrees : entry.disagrees(evidence.disagreements)
}
