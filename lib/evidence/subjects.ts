/** Every scenario that is or is to be held against real servers, by subject, in the order of the pages. */
export const SUBJECTS = {
  crash: [
    'healthy-crash',
    'slow-link-crash',
    'slow-link-crash-aof',
    'slow-link-crash-wait',
    'orders-crash',
    'orders-crash-wait',
    'late-but-talking',
    'late-unnoticed',
    'late-noticed',
    'silent-not-late',
    'crash-delay-0',
    'crash-delay-2',
    'crash-delay-20',
    'crash-delay-100',
  ],
  partition: [
    'split-brain',
    'minority-sentinel',
    'old-primary-restarts',
    'two-histories',
    'cut-healed-early',
    'idle-split-brain',
    'clean-crash-restart',
  ],
  gate: [
    'split-brain-gated',
    'split-brain-lag-3',
    'gate-hole',
    'gate-closed',
    'gate-new-primary',
    'gate-lag-1',
    'gate-lag-3',
    'gate-lag-10',
    'gate-two-of-two',
    'gate-one-frozen',
    'gate-both-frozen',
    'gate-frozen-primary',
    'one-way-from-primary',
    'one-way-to-primary',
  ],
  wait: [
    'wait-one-of-two',
    'wait-wrong-replica',
    'wait-equal-priorities',
    'wait-own-connection',
    'wait-other-connection',
    'wait-frozen-replica',
    'wait-across-failover',
  ],
  election: [
    'two-sentinels',
    'two-machines',
    'third-sentinel-elsewhere',
    'sentinel-returns',
    'sentinels-2-quorum-1-dead-0',
    'sentinels-2-quorum-1-dead-1',
    'sentinels-3-quorum-1-dead-1',
    'sentinels-3-quorum-2-dead-1',
    'sentinels-3-quorum-3-dead-1',
    'sentinels-4-quorum-2-dead-1',
    'sentinels-4-quorum-2-dead-2',
    'sentinels-5-quorum-2-dead-2',
    'sentinels-5-quorum-4-dead-2',
  ],
  promotion: ['priority-over-offset', 'offset-decides', 'parallel-syncs-1', 'parallel-syncs-3'],
  switch: [
    'manual-failover',
    'failover-command',
    'failover-any-replica',
    'failover-under-sentinels',
    'gate-then-switch',
    'gate-then-replicaof',
  ],
  return: [
    'empty-restart',
    'empty-restart-gated',
    'empty-restart-late',
    'restart-rdb',
    'restart-aof',
    'blip-partial',
    'backlog-overrun',
    'reused-address',
  ],
  semisync: [
    'semisync-async-crash',
    'semisync-timeout',
    'semisync-release-all',
    'semisync-fallback-crash',
    'semisync-waiting-crash',
    'semisync-phantom-after-commit',
    'semisync-phantom-after-sync',
    'semisync-errant-restart',
    'semisync-errant-conflict',
    'semisync-old-source-waits',
    'semisync-slow-replica-count-1',
    'semisync-slow-replica-count-2',
    'semisync-no-replica-wait-on',
    'semisync-no-replica-wait-off',
    'semisync-wrong-replica',
    'semisync-hasty-promotion',
    'semisync-patient-promotion',
    'semisync-split-brain',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type Subject = keyof typeof SUBJECTS

export type EvidenceName = (typeof SUBJECTS)[Subject][number]

export const subjects = Object.keys(SUBJECTS) as readonly Subject[]

export function isSubject(text: string): text is Subject {
  return Object.hasOwn(SUBJECTS, text)
}

export const evidenceNames: readonly EvidenceName[] = subjects.flatMap((subject) => SUBJECTS[subject])
