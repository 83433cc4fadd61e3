import type { ScenarioName } from '@/content/scenarios'

/** What each named scenario is called. */
export const scenarios: Readonly<Record<ScenarioName, string>> = {
  'empty-restart': 'An empty restart',
  'gate-closed': 'Both replicas required',
  'gate-hole': 'The hole in the gate',
  'healthy-crash': 'A healthy primary crashes',
  'late-but-talking': 'Late, but talking',
  'manual-failover': 'Failover by hand',
  'minority-sentinel': 'The sentinel in the minority',
  'old-primary-restarts': 'The old primary comes back',
  'priority-over-offset': 'Priority before data',
  'slow-link-crash': 'A crash behind a slow link',
  'slow-link-crash-aof': 'The same crash, with an AOF',
  'slow-link-crash-wait': 'The same crash, with WAIT',
  'split-brain': 'Split brain',
  'split-brain-gated': 'Split brain, gated',
  'two-sentinels': 'Two sentinels',
  'wait-one-of-two': 'One of two',
  'wait-wrong-replica': 'The wrong replica',
}
