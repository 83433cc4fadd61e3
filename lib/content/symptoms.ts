/**
 * What a reader may have in front of them when they come, each with the section that explains it, as a link from any page beside it. What
 * it means stands in `symptoms.ts` of the words. The first few open the home page.
 */
const SYMPTOMS = {
  noreplicas: { printed: 'NOREPLICAS Not enough good replicas to write.', to: '../min-replicas-to-write/#what-is-checked' },
  readonly: { printed: "READONLY You can't write against a read only replica.", to: '../faq/#readonly' },
  'two-primaries': { printed: null, to: '../split-brain/#who-believes-what' },
  'gone-after-failover': { printed: null, to: '../can-redis-lose-a-write/#rate-times-delay' },
  'wait-too-few': { printed: null, to: '../wait/#what-it-does' },
  'all-empty': { printed: null, to: '../empty-primary/#why' },
  'fatal-conf': { printed: '*** FATAL CONFIG FILE ERROR ***', to: '../min-replicas-to-write/#configuration' },
  'not-elected': { printed: '-failover-abort-not-elected', to: '../sentinel-votes/#failed-election' },
  'none-synced': { printed: 'None of slaves were synced', to: '../locks/#nobody' },
  'full-resync': { printed: 'Partial resynchronization not accepted', to: '../old-primary/#psync' },
  'still-accepting': { printed: null, to: '../split-brain/#after-the-heal' },
  'lost-by-switching': { printed: null, to: '../planned-switch/#sentinel-failover' },
  'wrong-replica': { printed: null, to: '../wait/#the-wrong-replica' },
  'lag-zero': { printed: null, to: '../max-lag/#two-clocks' },
  unblocked: { printed: 'UNBLOCKED force unblock from blocking operation', to: '../wait/#same-connection' },
  'noreplicas-after-failover': { printed: null, to: '../min-replicas-to-write/#noreplicas-after-failover' },
  'counter-backwards': { printed: null, to: '../faq/#counter-backwards' },
  'job-twice': { printed: null, to: '../faq/#job-twice' },
  'stale-read': { printed: null, to: '../faq/#read-your-writes' },
  'semi-sync-off': { printed: 'Timeout waiting for reply of binlog', to: '../semi-sync/#time-out' },
  kubernetes: { printed: null, to: '../kubernetes/#identity' },
} as const satisfies Readonly<Record<string, { readonly printed: string | null; readonly to: string }>>

export type SymptomId = keyof typeof SYMPTOMS

/** A symptom: what a program printed, where one did, and where it is explained. */
export interface Symptom {
  readonly id: SymptomId
  readonly printed: string | null
  readonly to: string
}

/** How many open the home page. */
const FIRST = 6

export const symptoms: readonly Symptom[] = (Object.keys(SYMPTOMS) as readonly SymptomId[]).map((id) => ({ id, ...SYMPTOMS[id] }))

export const firstSymptoms = symptoms.slice(0, FIRST)
