import ownDiskFailover from '@/content/scenarios/own-disk-failover.json'
import powerAllWait from '@/content/scenarios/power-all-wait.json'
import powerPrimary from '@/content/scenarios/power-primary.json'
import restartAof from '@/content/scenarios/restart-aof.json'
import splitBrain from '@/content/scenarios/split-brain.json'
import waitWrongReplica from '@/content/scenarios/wait-wrong-replica.json'
import { type Variant, variantOf, withDirective } from '../variant'

interface Failure {
  readonly scenario: Variant
  /** Where the site shows it, as a link from the page of the matrix; null: nowhere. */
  readonly shownAt: string | null
}

/** What may happen to a primary and its two replicas, in the order of the matrix. What they keep on their disks is said by the measures. */
export const FAILURES = {
  killed: { scenario: variantOf(restartAof), shownAt: null },
  power: { scenario: variantOf(powerPrimary), shownAt: '#two-crashes' },
  'power-all': { scenario: variantOf(powerAllWait), shownAt: '#memory' },
  gone: { scenario: variantOf(ownDiskFailover), shownAt: '#own-disk' },
  'wrong-replica': { scenario: withDirective(waitWrongReplica, 'save', ''), shownAt: '../wait/#the-wrong-replica' },
  'split-brain': { scenario: withDirective(splitBrain, 'save', ''), shownAt: '../split-brain/' },
} as const satisfies Readonly<Record<string, Failure>>

export type FailureName = keyof typeof FAILURES

export const FAILURE_NAMES = Object.keys(FAILURES) as readonly FailureName[]
