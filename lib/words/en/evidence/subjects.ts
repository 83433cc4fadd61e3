import type { Subject } from '@/lib/evidence/subjects'

export const subjects: Readonly<Record<Subject, string>> = {
  crash: 'The primary crashes',
  partition: 'The network splits, and old primaries come back',
  gate: 'The gate: min-replicas-to-write',
  wait: 'WAIT',
  election: 'Enough sentinels, or not',
  promotion: 'Who is promoted, and who follows',
  switch: 'Failover by hand',
  return: 'Restarts and resyncs',
}
